import { describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { type Change, noChange } from "#model/change.ts";
import { newClaim } from "#model/claim.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { LiveMap } from "#store/live.ts";
import { claimId } from "../notation.ts";
import { below, chance, type Random, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { type Graveyard, graveyard, randomChange } from "./random-change.ts";
import { written } from "./written.ts";

const id = "map" as MapId;

/** Seconds on a quiet machine; a busy one may take longer, in milliseconds. */
const SLOW = 60_000;

function fromScratch(live: LiveMap): ArgumentMap {
  return new LiveMap(id, [live.bytes()]).map;
}

/** A change that gives a claim another text. */
function says(live: LiveMap, claim: string, text: string): Change {
  const before = live.map.claims.get(claimId(claim)) ?? null;
  return { ...noChange, claims: [{ before, after: { ...(before ?? newClaim(claimId(claim))), text } }] };
}

function deletes(live: LiveMap, claim: string): Change {
  return { ...noChange, claims: [{ before: live.map.claims.get(claimId(claim)) ?? null, after: null }] };
}

function textOf(live: LiveMap, claim: string): string | undefined {
  return live.map.claims.get(claimId(claim))?.text;
}

/** Two copies of a map with one claim. */
function twoCopies(text = "The thaw began in 1953"): [LiveMap, LiveMap] {
  const one = new LiveMap(id, []);
  one.run(says(one, "a", text), "add thesis", null);
  return [one, new LiveMap(id, [one.bytes()])];
}

function exchange(one: LiveMap, other: LiveMap): void {
  const [ours, theirs] = [one.bytes(), other.bytes()];
  one.receive([theirs]);
  other.receive([ours]);
}

describe("one person's steps", () => {
  test(
    "undone give back every map there was, and redone again, whatever came between, over random histories",
    () => {
      for (let seed = 1; seed <= seeds(200, 60); seed++) {
        const random = seeded(seed);
        const live = new LiveMap(id, []);
        const graves = graveyard();
        let [past, future] = [[written(live.map)], [] as string[]];
        for (let step = 4 + below(random, 16); step > 0; step--) {
          const way = random();
          if (way < 0.3) {
            expect(live.undo() !== null, `seed ${seed}, ${step}: undo`).toBe(past.length > 1);
            if (past.length > 1) future.push(past.pop()!);
          } else if (way < 0.45) {
            expect(live.redo() !== null, `seed ${seed}, ${step}: redo`).toBe(future.length > 0);
            if (future.length > 0) past.push(future.pop()!);
          } else if (live.run(randomChange(random, live.map, graves), `step ${step}`, null) !== null) {
            [past, future] = [[...past, written(live.map)], []];
          }
          expect(written(live.map), `seed ${seed}, ${step} to go`).toBe(past.at(-1));
        }
        expect(written(fromScratch(live)), `seed ${seed}: from scratch`).toBe(past.at(-1));
        for (; past.length > 1; past.pop()) live.undo();
        expect(written(live.map), `seed ${seed}: all undone`).toBe(past[0]);
      }
    },
    SLOW,
  );

  test("can be undone although a later one was undone and forgotten", () => {
    const live = new LiveMap(id, []);
    live.run(says(live, "a", "The thaw"), "add", null);
    live.run(deletes(live, "a"), "delete", null);
    live.undo();
    live.run(says(live, "b", "Something else"), "add other", null);
    live.undo();
    expect(live.undo()).toMatchObject({ label: "add" });
    expect(live.map.claims.size).toBe(0);
  });

  test("of one gesture are one step, named by the first", () => {
    const live = new LiveMap(id, []);
    live.run(says(live, "a", "T"), "add thesis", "typing");
    live.run(says(live, "a", "Th"), "edit", "typing");
    live.run(says(live, "a", "The"), "edit", "typing");
    live.run(says(live, "a", "The thaw"), "edit", "typing more");
    expect(live.history).toEqual({ undo: "edit", redo: null });
    live.undo();
    expect(textOf(live, "a")).toBe("The");
    expect(live.history).toEqual({ undo: "add thesis", redo: "edit" });
    live.undo();
    expect(live.map.claims.size).toBe(0);
    expect(live.history).toEqual({ undo: null, redo: "add thesis" });
    live.redo();
    expect(textOf(live, "a")).toBe("The");
  });

  test("are steps of their own even when the clock goes back", () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
    try {
      const live = new LiveMap(id, []);
      live.run(says(live, "a", "A"), "add", null);
      vi.setSystemTime(5000);
      live.run(says(live, "b", "B"), "add", null);
      live.undo();
      expect([...live.map.claims.keys()]).toEqual(["a"]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("that change nothing leave no step, and no gesture to go on with", () => {
    const live = new LiveMap(id, []);
    live.run(says(live, "a", "The thaw"), "add thesis", null);
    expect(live.run(says(live, "a", "The thaw"), "edit", "typing")).toBeNull();
    live.run(says(live, "a", "The frost"), "edit", "typing");
    live.undo();
    expect(textOf(live, "a")).toBe("The thaw");
  });

  test("touch only the records that they change", () => {
    const live = new LiveMap(id, []);
    live.run(says(live, "a", "A"), "add", null);
    live.run(says(live, "b", "B"), "add", null);
    const before = live.map;
    live.run(says(live, "a", "A2"), "edit", null);
    expect(live.map.claims.get(claimId("b"))).toBe(before.claims.get(claimId("b")));
    expect(live.map.relations).toBe(before.relations);
    expect(live.map.claims).not.toBe(before.claims);
  });
});

describe("two people", () => {
  test("who edit one sentence get both edits", () => {
    const [one, other] = twoCopies("The thaw began in 1953");
    one.run(says(one, "a", "The long thaw began in 1953"), "edit", null);
    other.run(says(other, "a", "The thaw began in March 1953"), "edit", null);
    exchange(one, other);
    expect(textOf(one, "a")).toBe("The long thaw began in March 1953");
    expect(written(one.map)).toBe(written(other.map));
  });

  test("take back only their own steps", () => {
    const [one, other] = twoCopies();
    one.run(says(one, "b", "One's claim"), "add", null);
    other.run(says(other, "c", "The other's claim"), "add", null);
    exchange(one, other);
    one.undo();
    one.undo();
    expect([...one.map.claims.keys()]).toEqual(["c"]);
    expect(one.undo()).toBeNull();
  });

  test("lose no words when one takes back a claim that the other has edited", () => {
    const [one, other] = twoCopies("The thaw");
    other.run(says(other, "a", "The thaw, they say"), "edit", null);
    one.undo();
    exchange(one, other);
    expect(other.map.claims.size).toBe(0);
    one.redo();
    exchange(one, other);
    expect(textOf(other, "a")).toBe("The thaw, they say");
  });

  test("who both delete a claim can each bring it back", () => {
    const [one, other] = twoCopies("The thaw");
    one.run(deletes(one, "a"), "delete", null);
    other.run(deletes(other, "a"), "delete", null);
    exchange(one, other);
    other.run(says(other, "a", "The thaw"), "bring back", null);
    exchange(one, other);
    expect(textOf(one, "a")).toBe("The thaw");
  });

  test(
    "or more agree once all have seen all, whatever they undid and in whatever order, over random histories",
    () => {
      for (let seed = 1; seed <= seeds(100, 30); seed++) {
        const random = seeded(seed);
        const first = new LiveMap(id, []);
        first.run(randomChange(random, first.map, graveyard()), "begin", null);
        const copies = [first, new LiveMap(id, [first.bytes()]), new LiveMap(id, [first.bytes()])];
        const graves = graveyard();
        for (let step = 0; step < 15; step++) {
          const one = copies[below(random, 3)]!;
          randomStep(random, one, graves);
          if (chance(random, 0.3)) one.receive([copies[below(random, 3)]!.bytes()]);
        }
        for (const one of copies) for (const other of copies) one.receive([other.bytes()]);
        for (const one of copies) {
          expect(written(one.map), `seed ${seed}: incremental`).toBe(written(fromScratch(one)));
          expect(written(one.map), `seed ${seed}: agreed`).toBe(written(first.map));
        }
      }
    },
    SLOW,
  );
});

function randomStep(random: Random, live: LiveMap, graves: Graveyard): void {
  if (chance(random, 0.2)) live.undo();
  else if (chance(random, 0.15)) live.redo();
  else live.run(randomChange(random, live.map, graves), "step", chance(random, 0.2) ? "gesture" : null);
}

describe("updates", () => {
  test("taken one by one make the same document", () => {
    const random = seeded(7);
    const live = new LiveMap(id, []);
    const updates: Uint8Array[] = [];
    for (let step = 0; step < 20; step++) {
      live.run(randomChange(random, live.map, graveyard()), "step", null);
      if (step % 5 === 4) live.undo();
      const made = live.takeUpdate();
      if (made !== null) updates.push(made);
    }
    expect(live.takeUpdate()).toBeNull();
    expect(written(new LiveMap(id, updates).map)).toBe(written(live.map));
  });

  test("that build on a missing one are known to wait", () => {
    const live = new LiveMap(id, []);
    const updates = ["a", "b", "c"].map((claim) => {
      live.run(says(live, claim, claim), "add", null);
      return live.takeUpdate()!;
    });
    expect(new LiveMap(id, updates).waits).toBe(false);
    const gappy = new LiveMap(id, [updates[0]!, updates[2]!]);
    expect(gappy.waits).toBe(true);
    expect([...gappy.map.claims.keys()]).toEqual(["a"]);
  });

  test("that are no updates are left out and counted", () => {
    const [one] = twoCopies("The thaw");
    const rubbish = new Uint8Array([7, 200, 200, 1, 255, 3]);
    const live = new LiveMap(id, [rubbish, one.bytes(), one.bytes().slice(0, 20)]);
    expect(textOf(live, "a")).toBe("The thaw");
    expect(live.unreadable).toBe(2);
    expect(live.receive([rubbish])).toBeNull();
  });
});

describe("a document of any shape", () => {
  test("is read with defaults for what is odd", () => {
    const doc = new Y.Doc({ gc: false });
    doc.transact(() => {
      doc.getMap("about").set("title", 5);
      const claims = doc.getMap("claims");
      claims.set("number", 7);
      claims.set("bare", new Y.Map());
      claims.set(
        "odd",
        new Y.Map(Object.entries({ text: ["x"], order: 3, home: {}, citations: [null, 4, {}] })),
      );
      claims.set("__proto__", new Y.Map([["text", "odd id"]]));
      doc.getMap("relations").set("bare", new Y.Map());
      doc
        .getMap("relations")
        .set("odd", new Y.Map(Object.entries({ kind: "x", premises: [1], target: "y" })));
      doc.getMap("sources").set("odd", new Y.Map<unknown>([["item", new Y.Map([["title", new Y.Map()]])]]));
      doc.getMap("sources").set("gone", new Y.Map([["gone", true]]));
    });
    const { about, claims, relations, sources } = new LiveMap(id, [Y.encodeStateAsUpdate(doc)]).map;
    expect(about).toEqual({ title: "", question: "", language: "en", leavesOut: "", dismissed: [] });
    expect([...claims.keys()].toSorted()).toEqual(["__proto__", "bare", "odd"]);
    expect(claims.get(claimId("bare"))).toEqual(newClaim(claimId("bare")));
    expect(claims.get(claimId("odd"))?.citations).toHaveLength(1);
    expect([...relations.values()].map(({ target }) => target)).toEqual([
      { type: "claim", id: "" },
      { type: "claim", id: "" },
    ]);
    expect([...sources.values()]).toEqual([{ id: "odd", item: { type: "document" } }]);
  });

  test("holds no half of a surrogate pair and no prototype", () => {
    const live = new LiveMap(id, []);
    const item = JSON.parse('{"type":"book","title":"a\\ud800b","__proto__":{"polluted":1}}');
    live.run({ ...noChange, sources: [{ before: null, after: { id: "s" as never, item } }] }, "add", null);
    expect([...live.map.sources.values()]).toEqual([{ id: "s", item: { type: "book", title: "a\ufffdb" } }]);
    expect(written(fromScratch(live))).toBe(written(live.map));
  });
});
