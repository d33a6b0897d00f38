import * as Y from "yjs";
import { type Change, changeBetween, type Edit, isEmptyChange } from "#model/change.ts";
import type { Claim } from "#model/claim.ts";
import { compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byShelf, type Identified } from "#model/shelves.ts";
import { newDocument, writeChange } from "#store/document.ts";
import { FIRST_LIVE_CLIENT } from "#store/mint.ts";
import { normalMap } from "#store/normal-map.ts";
import { PIECE, piecesIn } from "#store/pieces.ts";
import { Projection } from "#store/projection.ts";
import { canonicalJson } from "#store/values.ts";
import { type WholeUpdate, wholeUpdate } from "#store/whole-update.ts";

/**
 * The document that every copy of a map starts from: the same bytes for the same content, on every machine.
 *
 * Its client number derives from the map's id and content, so that copies that were made apart share one
 * history and merge. `previous` is the seed of the release before: the new one is that one plus one update,
 * by another such number, that says what has changed; if nothing has, it is `previous` itself.
 */
export function makeSeed(given: ArgumentMap, previous?: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const map = normalMap(given);
  return previous === undefined ? firstSeed(map).update : nextSeed(map, previous);
}

/** The same of a map in normal form, without a release before, in pieces as `piecesOf` makes them. */
export function makeSeedPieces(map: ArgumentMap): readonly Uint8Array<ArrayBuffer>[] {
  const { update, sections } = firstSeed(map);
  return update.length <= PIECE.bytes ? [update] : [...piecesIn(update, sections)];
}

function firstSeed(map: ArgumentMap): WholeUpdate {
  return wholeUpdate(seedClient(map, new Set()), map);
}

function nextSeed(map: ArgumentMap, previous: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const doc = newDocument(0);
  Y.applyUpdate(doc, previous);
  const before = Projection.of(doc, map.id).map;
  const change = inIdOrder(changeBetween(before, map));
  if (isEmptyChange(change)) return previous;
  doc.clientID = seedClient(map, new Set(doc.store.clients.keys()));
  writeChange(doc, change, null);
  return new Uint8Array(Y.encodeStateAsUpdate(doc));
}

/** The first number below the live ones that the content gives and that is not taken. */
function seedClient(map: ArgumentMap, taken: ReadonlySet<number>): number {
  const content = contentOf(map);
  for (let salt = 0; ; salt++) {
    const client = 1 + (hash(content, salt) % (FIRST_LIVE_CLIENT - 1));
    if (!taken.has(client)) return client;
  }
}

/** All that a map says, as one text. What came into the model after the first seeds is in it only where it says something. */
function contentOf({ id, about, claims, relations, sources, holders, schools }: ArgumentMap): string {
  const { leavesOut, dismissed, ...others } = about;
  return canonicalJson({
    id,
    about: {
      ...others,
      ...(leavesOut !== "" && { leavesOut }),
      ...(dismissed.length > 0 && { dismissed }),
    },
    claims: byId(claims.values()).map(claimContent),
    relations: byId(relations.values()),
    sources: byId(sources.values()),
    ...(holders.size > 0 && { holders: byId(holders.values()) }),
    ...(schools.size > 0 && { schools: byId(schools.values()) }),
  });
}

function claimContent({ attributions, period, images, ...claim }: Claim): unknown {
  return {
    ...claim,
    ...(attributions.length > 0 && { attributions }),
    ...(period !== "" && { period }),
    ...(images.length > 0 && { images }),
  };
}

/** MurmurHash3's 32-bit mixing over the text's code units. */
function hash(text: string, salt: number): number {
  let h = salt;
  for (let at = 0; at < text.length; at++) {
    h ^= Math.imul(rotate(Math.imul(text.charCodeAt(at), 0xcc9e2d51), 15), 0x1b873593);
    h = Math.imul(rotate(h, 13), 5) + 0xe6546b64;
  }
  h ^= text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function inIdOrder(change: Change): Change {
  return {
    about: change.about,
    ...byShelf<Change>((shelf) => {
      const edits: readonly Edit<Identified>[] = change[shelf];
      return edits.toSorted(compareEdits);
    }),
  };
}

function compareEdits(a: Edit<Identified>, b: Edit<Identified>): number {
  return compareIds((a.after ?? a.before)?.id ?? "", (b.after ?? b.before)?.id ?? "");
}

function byId<Value extends { readonly id: string }>(records: Iterable<Value>): readonly Value[] {
  return [...records].toSorted((a, b) => compareIds(a.id, b.id));
}
