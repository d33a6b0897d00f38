import { expect, test } from "vitest";
import * as Y from "yjs";
import type { ArgumentMap } from "#model/map.ts";
import { newClaim } from "#model/claim.ts";
import { compareIds } from "#model/ids.ts";
import { SHELVES } from "#model/shelves.ts";
import { aboutFields, newDocument, recordFields, rootsOf } from "#store/document.ts";
import { newFields, writeFields } from "#store/fields.ts";
import { normalMap } from "#store/normal-map.ts";
import { PIECE, piecesIn, piecesOf } from "#store/pieces.ts";
import { contentsOf } from "#store/sections.ts";
import { wholeUpdate } from "#store/whole-update.ts";
import { claimId } from "../notation.ts";
import { randomMap, rubbishMap, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";

/** The same as Yjs writes it, from a document that is really filled. */
function filled(client: number, map: ArgumentMap): Uint8Array {
  const doc = newDocument(client);
  const roots = rootsOf(doc);
  doc.transact(() => {
    writeFields(roots.about, null, aboutFields(map.about));
    for (const shelf of SHELVES)
      for (const record of [...map[shelf].values()].toSorted((a, b) => compareIds(a.id, b.id))) {
        const fields = newFields(recordFields(shelf, record));
        fields.set("gone", false);
        roots[shelf].set(record.id, fields);
      }
  });
  return Y.encodeStateAsUpdate(doc);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function expectAsYjs(map: ArgumentMap, hint: string): void {
  const client = 1 + (map.claims.size % 7) * 600_000_000;
  const { update, sections } = wholeUpdate(client, map);
  const asYjs = filled(client, map);
  expect(Buffer.from(update).equals(asYjs), hint).toBe(true);
  const found = contentsOf(asYjs, PIECE);
  let step = found.next();
  while (!step.done) step = found.next();
  expect(sections, hint).toEqual(step.value.sections);
}

test("a whole update is what Yjs writes, byte for byte, and its structs are where it says, over random maps", () => {
  for (let seed = 1; seed <= seeds(300, 100); seed++) {
    const random = seeded(seed);
    const map = seed % 2 === 0 ? randomMap(random, 1 + (seed % 40)) : rubbishMap(random);
    expectAsYjs(normalMap(map), `seed ${seed}`);
  }
});

test("so it is of texts that are long, empty, or not whole, and it is cut into the same pieces", () => {
  const odd = ["", "x".repeat(40_000), "a\uD800b", "Größe 🙂 мир\u0000", "line\r\nline"];
  const claims = Array.from({ length: 30 }, (_, at) => {
    const [text, note] = [odd[at % 5]!, odd[(at + 2) % 5]!.repeat(3)];
    return newClaim(claimId(`c${at}`), { text, note, label: odd[(at + 1) % 5]! });
  });
  const map = { ...randomMap(seeded(1), 4), claims: new Map(claims.map((claim) => [claim.id, claim])) };
  expectAsYjs(map, "odd texts");
  const { update, sections } = wholeUpdate(5, map);
  const pieces = [...piecesOf(update)].flatMap((piece) => (piece === null ? [] : [hex(piece)]));
  expect([...piecesIn(update, sections)].map(hex)).toEqual(pieces);
  expect(pieces.length).toBeGreaterThan(2);
});
