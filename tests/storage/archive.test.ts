import { describe, expect, test } from "vitest";
import {
  type ArchiveContents,
  type ArchivePart,
  partsOf,
  refuseArchive,
  writeArchive,
} from "#storage/archive-file.ts";
import { ARCHIVE_VERSION, type ArchivedMap, writeMap } from "#storage/archive.ts";
import { keptUpdate } from "#storage/records.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { MapId } from "#model/ids.ts";
import { makeSeed } from "#store/seed.ts";
import { below, randomMap, seeded } from "../random-map.ts";

const head = { version: ARCHIVE_VERSION, generation: 3, writtenAt: 5, maps: 0, stamp: "s" };

function archived(map: ArgumentMap, id: string): ArchivedMap {
  const seed = makeSeed({ ...map, id: id as MapId });
  const records = [seed, seed.slice(0, seed.length >> 1)].map((bytes, at) => {
    const {
      map: _map,
      change: _change,
      ...kept
    } = keptUpdate(
      { map: id as MapId, client: 2 ** 40 + at, label: at === 0 ? "" : "edit claim", bytes, change: null },
      at + 1,
    );
    return kept;
  });
  return {
    map: id as MapId,
    entry: {
      id: id as MapId,
      title: map.about.title,
      question: "",
      claims: 1,
      editedAt: 1,
      shipped: null,
      deletedAt: null,
    },
    counts: [{ client: 2 ** 40, total: 1 }],
    snapshots: [{ through: [[7, 2]], bytes: seed }],
    updates: records,
  };
}

function contents(maps: readonly ArchivedMap[]): ArchiveContents {
  const settings = { theme: "dark", odd: { bytes: new Uint8Array([1, 2]) } };
  const record = { bytes: new Uint8Array([9, 255]), anything: [null, "x"] };
  const quarantine = [{ place: "updates 1", map: "m" as MapId, foundAt: 7, record }];
  return { head: { ...head, maps: maps.length }, settings, quarantine, maps };
}

async function fileOf(from: ArchiveContents): Promise<Blob> {
  const pieces: Blob[] = [];
  for await (const bytes of writeArchive(from)) pieces.push(new Blob([bytes]));
  return new Blob(pieces);
}

async function allParts(file: Blob): Promise<readonly ArchivePart[]> {
  const parts: ArchivePart[] = [];
  for await (const part of partsOf(file)) parts.push(part);
  return parts;
}

function contentsFrom(parts: readonly ArchivePart[]): ArchiveContents {
  const first = parts.find((part) => part.type === "head");
  const settings = parts.find((part) => part.type === "settings");
  return {
    head: first!.head,
    settings: settings!.settings,
    maps: parts.flatMap((part) => (part.type === "map" ? [part.map] : [])),
    quarantine: parts.flatMap((part) => (part.type === "quarantined" ? [part.quarantined] : [])),
  };
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

function mapsIn(parts: readonly ArchivePart[]): readonly string[] {
  return parts.flatMap((part) => (part.type === "map" ? [part.map.map] : []));
}

describe("an archive", () => {
  test("that is written, read and written again is the same to the byte, for 1,000 random maps", async () => {
    for (let from = 0; from < 1000; from += 50) {
      const random = seeded(from);
      const given = Array.from({ length: 50 }, (_, at) => archived(randomMap(random), `map ${at}`));
      const file = await fileOf(contents(given));
      const parts = await allParts(file);
      const again = await fileOf(contentsFrom(parts));
      expect(Buffer.from(await bytesOf(again)).equals(Buffer.from(await bytesOf(file))), `seed ${from}`).toBe(
        true,
      );
      const read = parts.flatMap((part) => (part.type === "map" ? [part.map] : []));
      for (const [at, map] of given.entries())
        expect(Buffer.from(writeMap(read[at]!)).equals(Buffer.from(writeMap(map))), `seed ${from}`).toBe(
          true,
        );
    }
  });

  test("with a byte changed anywhere gives every map but the one that holds it, and says so", async () => {
    const random = seeded(1);
    const maps = ["a", "b", "c"].map((id) => archived(randomMap(random, 4), id));
    const whole = await bytesOf(await fileOf(contents(maps)));
    for (let round = 0; round < 200; round++) {
      const bytes = whole.slice();
      const at = 8 + below(random, bytes.length - 8);
      bytes[at]! ^= 1 + below(random, 255);
      const parts = await allParts(new Blob([bytes]));
      const said = parts.filter(({ type }) => type === "damaged" || type === "truncated");
      expect(said.length, `byte ${at}`).toBeGreaterThan(0);
      expect(mapsIn(parts).length, `byte ${at}`).toBeGreaterThanOrEqual(2);
    }
  });

  test("with a stretch cut out or put in gives the maps around it", async () => {
    const maps = ["a", "b", "c"].map((id) => archived(randomMap(seeded(2), 4), id));
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for await (const bytes of writeArchive(contents(maps))) pieces.push(bytes);
    const b = pieces[4]!;
    const cut = [...pieces.slice(0, 4), b.slice(0, 100), b.slice(140), ...pieces.slice(5)];
    const grown = [
      ...pieces.slice(0, 4),
      b.slice(0, 100),
      new Uint8Array(33),
      b.slice(100),
      ...pieces.slice(5),
    ];
    for (const changed of [cut, grown]) expect(mapsIn(await allParts(new Blob(changed)))).toEqual(["a", "c"]);
  });

  test("cut off anywhere gives the maps before the cut, and says that its end is missing", async () => {
    const maps = ["a", "b"].map((id) => archived(randomMap(seeded(3), 3), id));
    const whole = await bytesOf(await fileOf(contents(maps)));
    for (let end = 8; end < whole.length; end += 97) {
      const parts = await allParts(new Blob([whole.slice(0, end)]));
      expect(parts.at(-1), `cut at ${end}`).toEqual({ type: "truncated" });
    }
  });
});

describe("what is not an archive", () => {
  test.each([
    ["", "is empty"],
    ['{"format":"argmap"}', "is not a backup"],
    ["\u0089CPB", "is not a backup"],
  ])("%j is refused with what was found", async (text, sentence) => {
    expect(await refuseArchive(new Blob([text]), "x.txt")).toContain(`“x.txt” ${sentence}`);
  });

  test("of a newer version is refused with both versions", async () => {
    const newer = { ...contents([]), head: { ...head, version: 99 } };
    expect(await refuseArchive(await fileOf(newer), "b")).toContain(
      `its form is 99; this version reads up to ${ARCHIVE_VERSION}`,
    );
  });

  test("makes no reader throw, whatever it is", async () => {
    const random = seeded(4);
    const mark = (await bytesOf(await fileOf(contents([])))).slice(0, 8);
    for (let round = 0; round < 100; round++) {
      const rubbish = Uint8Array.from({ length: below(random, 5000) }, () => below(random, 256));
      const parts = await allParts(new Blob([mark, rubbish]));
      expect(mapsIn(parts)).toEqual([]);
    }
  });
});
