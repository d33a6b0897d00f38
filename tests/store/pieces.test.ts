import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { atOnce } from "#model/steps.ts";
import type { MapId } from "#model/ids.ts";
import { LiveMap } from "#store/live.ts";
import { type PieceSize, piecesOf } from "#store/pieces.ts";
import { documentOf, makingOf, waits } from "#store/updates.ts";
import { below, chance, pick, type Random, seeded, shuffled } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { graveyard, randomChange } from "./random-change.ts";
import { written } from "./written.ts";

const id = "map" as MapId;

/** What two or three writers wrote who edit, undo, redo and read each other now and then. */
function history(random: Random, steps: number): readonly Uint8Array<ArrayBuffer>[] {
  const writers = Array.from({ length: 2 + below(random, 2) }, () => new LiveMap(id, []));
  const updates: Uint8Array<ArrayBuffer>[] = [];
  for (let step = 0; step < steps; step++) {
    const writer = pick(random, writers)!;
    if (chance(random, 0.5)) writer.receive(updates);
    if (chance(random, 0.2)) writer.undo();
    else if (chance(random, 0.1)) writer.redo();
    else writer.run(randomChange(random, writer.map, graveyard()), `step ${step}`, null);
    const update = writer.takeUpdate();
    if (update !== null) updates.push(update);
  }
  return updates;
}

function randomSize(random: Random): PieceSize {
  return { bytes: 20 + below(random, 300), structs: 1 + below(random, 20) };
}

function cut(update: Uint8Array, size: PieceSize): readonly Uint8Array[] {
  return [...piecesOf(update, size)].filter((piece) => piece !== null);
}

/** An update of everything, as a document writes itself. */
function whole(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc({ gc: false });
  for (const update of updates) Y.applyUpdate(doc, update);
  return new Uint8Array(Y.encodeStateAsUpdate(doc));
}

/** How many structs a piece brings or deletes, as they stand in the whole. */
function weightOf(piece: Uint8Array, all: Y.Doc): number {
  const { structs, ds } = Y.decodeUpdate(piece);
  let deleted = 0;
  all.transact((transaction) => Y.iterateDeletedStructs(transaction, ds as never, () => void deleted++));
  return Math.max(structs.length, deleted);
}

describe("pieces, taken in one after the other,", () => {
  test("say what the whole says, byte for byte, and none waits or is too large, over random histories", () => {
    let most = 0;
    for (let seed = 1; seed <= seeds(80, 25); seed++) {
      const random = seeded(seed);
      const update = whole(history(random, 2 + below(random, 30)));
      const size = randomSize(random);
      const [doc, { doc: all }] = [new Y.Doc({ gc: false }), documentOf([update])];
      const pieces = cut(update, size);
      for (const piece of pieces) {
        if (pieces.length > 1)
          expect(weightOf(piece, all), `seed ${seed}: structs`).toBeLessThanOrEqual(size.structs);
        Y.applyUpdate(doc, piece);
        expect(waits(doc), `seed ${seed}: waits`).toBe(false);
      }
      expect(Y.encodeStateAsUpdate(doc), `seed ${seed}`).toEqual(update);
      most = Math.max(most, pieces.length);
    }
    expect(most).toBeGreaterThan(50);
  });

  test("of what one document has beyond another say the same there", () => {
    for (let seed = 1; seed <= seeds(40, 15); seed++) {
      const random = seeded(seed);
      const updates = history(random, 4 + below(random, 30));
      const had = updates.slice(0, below(random, updates.length));
      const doc = new Y.Doc({ gc: false });
      for (const update of had) Y.applyUpdate(doc, update);
      const all = whole(updates);
      const more = Y.diffUpdate(all, Y.encodeStateVector(doc));
      for (const piece of cut(more, randomSize(random))) {
        Y.applyUpdate(doc, piece);
        expect(waits(doc), `seed ${seed}: waits`).toBe(false);
      }
      expect(Y.encodeStateAsUpdate(doc), `seed ${seed}`).toEqual(all);
    }
  });

  test("are the update itself where it is small", () => {
    const update = whole(history(seeded(1), 20));
    expect(cut(update, { bytes: update.length, structs: 1 })).toEqual([update]);
  });

  test("hold every kind of thing that Yjs writes, also what it has thrown away", () => {
    const doc = new Y.Doc();
    const text = doc.getText("text");
    text.insert(0, "The thaw 🌷", { bold: true });
    text.insertEmbed(3, { image: "x" });
    text.delete(2, 4);
    const values = doc.getArray("values");
    values.push([1, -0.5, "два", true, null, { a: [1] }, new Uint8Array([1, 2])]);
    values.push([new Y.Map([["a", new Y.Array()]]), new Y.Doc({ guid: "inner" })]);
    values.delete(1, 3);
    const xml = doc.getXmlFragment("xml");
    xml.push([new Y.XmlElement("p"), new Y.XmlText("x"), new Y.XmlHook("hook") as never]);
    doc.getMap("map").set("none", undefined);
    const update = Y.encodeStateAsUpdate(doc);
    const again = new Y.Doc();
    for (const piece of cut(update, { bytes: 1, structs: 1 })) Y.applyUpdate(again, piece);
    expect(Y.encodeStateAsUpdate(again)).toEqual(update);
  });
});

/** What is there to be seen of a document, and whether something in it waits. */
function said({ doc, unreadable }: ReturnType<typeof documentOf>) {
  return {
    map: written(new LiveMap(id, [Y.encodeStateAsUpdate(doc)]).map),
    there: Y.encodeStateVector(doc),
    waits: waits(doc),
    unreadable,
  };
}

describe("a document that is made in pieces", () => {
  test("is the one that is made at once, whatever is missing, twice there, out of order or broken", () => {
    let [waiting, broken] = [0, 0];
    for (let seed = 1; seed <= seeds(80, 25); seed++) {
      const random = seeded(seed);
      const updates = history(random, 3 + below(random, 30)).map((update) => new Uint8Array(update));
      const some = chance(random, 0.5) ? updates : [whole(updates), ...updates];
      const given = chance(random, 0.4) ? shuffled(random, some) : [...some];
      if (chance(random, 0.4)) given.splice(below(random, given.length), 1);
      const bad = pick(random, given);
      if (bad !== undefined && chance(random, 0.3))
        given[given.indexOf(bad)] = bad.slice(0, below(random, bad.length));
      const once = said(documentOf(given));
      expect(said(atOnce(makingOf(given, randomSize(random)))), `seed ${seed}`).toEqual(once);
      waiting += Number(once.waits);
      broken += once.unreadable;
    }
    expect(Math.min(waiting, broken)).toBeGreaterThan(seeds(8, 2));
  });
});
