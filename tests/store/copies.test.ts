import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readNative } from "#interchange/native-read.ts";
import { writeNative } from "#interchange/native-write.ts";
import type { FileHistory, ReadOutcome } from "#interchange/reading.ts";
import { noChange } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { historyOf, readCopy, withoutHistory } from "#store/copies.ts";
import { crc32 } from "#store/crc.ts";
import { LiveMap } from "#store/live.ts";
import { FIRST_LIVE_CLIENT } from "#store/mint.ts";
import { makeSeed } from "#store/seed.ts";
import { storeWords as words } from "#words/store.ts";
import { argumentMap, claimId } from "../notation.ts";
import { below, randomMap, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { say } from "./edits.ts";
import { graveyard, randomChange } from "./random-change.ts";
import { written } from "./written.ts";

const id = "map" as MapId;

function read(text: string): Exclude<ReadOutcome, { refused: string }> & { readonly history: FileHistory } {
  const outcome = readNative(text);
  if ("refused" in outcome || outcome.history === undefined) throw new Error(JSON.stringify(outcome));
  return { ...outcome, history: outcome.history };
}

function edited(live: LiveMap, claim: string, text: string): LiveMap {
  const change = say.run(live.map, { claim, text });
  if (!("refused" in change)) live.run(change, "edit", null);
  return live;
}

function fileOf(live: LiveMap, by = "E. H. Carr"): string {
  const copy = { map: live.map, document: live.bytes() };
  return writeNative(copy.map, historyOf(copy, by));
}

/** A file that carries these bytes, with a checksum that is right. */
function carrying(map: ArgumentMap, document: Uint8Array<ArrayBuffer>) {
  return readCopy(map, { by: "", document, crc: crc32(document) });
}

describe("a file with its history", () => {
  test("comes back the same, map and document, over random maps", { timeout: 120_000 }, () => {
    for (let seed = 1; seed <= seeds(1000, 200); seed++) {
      const random = seeded(seed);
      const live = new LiveMap(id, [makeSeed({ ...randomMap(random, 6), id })]);
      for (let left = below(random, 4); left > 0; left--)
        live.run(randomChange(random, live.map, graveyard()), "step", null);
      const text = fileOf(live);
      const { map, history, warnings } = read(text);
      expect(
        warnings.filter((each) => !each.endsWith("It was kept as it is.")),
        `seed ${seed}`,
      ).toEqual([]);
      const copy = readCopy(map, history);
      if ("refused" in copy) throw new Error(`seed ${seed}: ${copy.refused}`);
      expect(writeNative(map, history), `seed ${seed}`).toBe(text);
      expect(fileOf(new LiveMap(id, [copy.document])), `seed ${seed}`).toBe(text);
    }
  });

  test("says whose it is, in one line without tricks", () => {
    const live = new LiveMap(id, [makeSeed(argumentMap("A"))]);
    expect(read(fileOf(live)).history.by).toBe("E. H. Carr");
    expect(read(fileOf(live, `  A\n\u202eB${"x".repeat(200)}`)).history.by).toBe(`A B${"x".repeat(77)}`);
  });

  test("that was edited by hand is known for it", () => {
    const live = edited(new LiveMap(id, [makeSeed(argumentMap("A; +B > A"))]), "B", "The thaw");
    const { map, history } = read(fileOf(live).replace('"The thaw"', '"The frost"'));
    expect(map.claims.get(claimId("B"))?.text).toBe("The frost");
    expect(readCopy(map, history)).toEqual({ refused: words.historyDiffers });
  });

  test.each([
    ["no fields", "history"],
    ["no base64", { by: "x", document: "*", crc: 1 }],
    ["a list", []],
    ["no checksum", { by: "x", document: "" }],
  ])("of the wrong shape (%s) is left out with a warning", (_, history) => {
    const file = { ...(JSON.parse(writeNative(argumentMap("A"))) as object), history };
    const outcome = readNative(JSON.stringify(file));
    expect(outcome).toMatchObject({ warnings: [expect.stringContaining("history")] });
    expect(outcome).not.toHaveProperty("history");
  });
});

describe("a document from a file", () => {
  const live = edited(new LiveMap(id, [makeSeed(argumentMap("A; +B > A"))]), "B", "The thaw");
  const bytes = live.bytes();

  test("is taken when it says what the file says", () => {
    expect(carrying(live.map, bytes)).toEqual({ document: bytes });
  });

  test("is refused when a byte of it is another, wherever", () => {
    for (let at = 0; at < bytes.length; at++) {
      const bad = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 0x10 : byte));
      expect(readCopy(live.map, { by: "", document: bad, crc: crc32(bytes) })).toHaveProperty("refused");
    }
  });

  test("is never taken for something else, nor does it throw, when its checksum was made anew", () => {
    let refused = 0;
    for (let at = 0; at < bytes.length; at++)
      for (const bit of [1, 8, 128]) {
        const bad = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ bit : byte));
        const outcome = carrying(live.map, bad);
        if ("refused" in outcome) refused++;
        else expect(written(new LiveMap(id, [outcome.document]).map)).toBe(written(live.map));
      }
    expect(refused).toBeGreaterThan(bytes.length);
  });

  test("is refused when it is cut off, or builds on what is missing", () => {
    for (let end = 0; end < bytes.length; end++)
      expect(carrying(live.map, bytes.slice(0, end)), `cut at ${end}`).toHaveProperty("refused");
    const later = new LiveMap(id, [bytes]);
    edited(later, "B", "The frost, later");
    expect(carrying(live.map, later.takeUpdate()!)).toEqual({ refused: words.historyDamaged });
  });

  test("is refused when it holds what JSON cannot, or a prototype of its own", () => {
    expect(withSource({ fine: [1, null, "x"] })).toHaveProperty("document");
    expect(withSource({ x: 5n })).toHaveProperty("refused");
    expect(withSource(JSON.parse('{"__proto__": {"title": "polluted"}}'))).toHaveProperty("refused");
    expect(({} as Record<string, unknown>)["title"]).toBeUndefined();
  });

  test("that writes under mine's own number does not make it write under a seed's", () => {
    const mine = edited(new LiveMap(id, [bytes]), "A", "mine");
    const forged = new Y.Doc({ gc: false });
    forged.clientID = mine.client;
    for (let key = 0; key < 50; key++) forged.getMap("claims").set(`c${key}`, new Y.Map());
    mine.receive([Y.encodeStateAsUpdate(forged)]);
    expect(mine.client).toBeGreaterThanOrEqual(FIRST_LIVE_CLIENT);
    edited(mine, "A", "still mine");
    expect(mine.map.claims.get(claimId("A"))?.text).toBe("still mine");
    expect(written(new LiveMap(id, [mine.bytes()]).map)).toBe(written(mine.map));
  });
});

describe("a copy without history and private notes", () => {
  const secret = "A sentence that was taken out";
  const remark = "Ask the supervisor about this one";

  test("says what the map says now, and nothing that was deleted or noted is in its bytes", () => {
    const live = edited(new LiveMap(id, [makeSeed(argumentMap("A; +B > A"))]), "B", secret);
    edited(live, "B", "What stands now");
    edited(live, "X", `${secret}, too`);
    const gone = live.map.claims.get(claimId("X"))!;
    live.run({ ...noChange, claims: [{ before: gone, after: null }] }, "delete", null);
    const noted = live.map.claims.get(claimId("A"))!;
    live.run({ ...noChange, claims: [{ before: noted, after: { ...noted, note: remark } }] }, "note", null);
    const [full, bare] = [fileOf(live), withoutHistory(live.map)];
    const text = writeNative(bare.map, bare.history);
    expect(holds(full, remark) && holds(full, "supervisor")).toBe(true);
    for (const word of [secret, "taken", remark, "supervisor", "Carr"])
      expect(holds(text, word), word).toBe(false);
    expect(holds(text, "What stands now")).toBe(true);
    const { map, history } = read(text);
    expect(readCopy(map, history)).toHaveProperty("document");
    expect(map.id).not.toBe(live.map.id);
    const noNote = { ...noted, note: "" };
    expect(written(map)).toBe(
      written({ ...live.map, claims: new Map(live.map.claims).set(noted.id, noNote) }),
    );
  });
});

function wordsOf(content: Y.Item["content"]): string {
  if (content instanceof Y.ContentString) return content.str;
  return content instanceof Y.ContentAny ? JSON.stringify(content.arr) : "";
}

/** Whether the words are in the file, in its document's bytes, or in anything that the document remembers. */
function holds(text: string, words: string): boolean {
  const { document } = read(text).history;
  const remembered = Y.decodeUpdate(document).structs.map((struct) =>
    struct instanceof Y.Item ? `${struct.parentSub} ${wordsOf(struct.content)}` : "",
  );
  return [text, Buffer.from(document).toString("utf8"), ...remembered].some((each) => each.includes(words));
}

/** What becomes of a document with such a field in a source. */
function withSource(custom: unknown) {
  const doc = new Y.Doc({ gc: false });
  doc.getMap("sources").set("s", new Y.Map<unknown>([["item", new Y.Map<unknown>([["custom", custom]])]]));
  const document = new Uint8Array(Y.encodeStateAsUpdate(doc));
  return carrying(new LiveMap(id, [document]).map, document);
}
