import { joined } from "#store/bytes.ts";
import { contentsOf, type Deletion, numbers, type Section, type Sections } from "#store/sections.ts";

/** How large a piece may be. */
export interface PieceSize {
  /** An update of up to so many bytes is one piece. Others are cut into pieces of so many, unless a single text has more. */
  readonly bytes: number;
  /** A piece that was cut has at most so many structs, or deletes so many. */
  readonly structs: number;
}

/** A thousand claims with a relation each, some 30 ms of work. */
export const PIECE: PieceSize = { bytes: 256 * 1024, structs: 20_000 };

/**
 * One update as several that say the same when they are taken in one after the other. Yjs takes an update in as a whole,
 * and for a large map that is seconds of work; a piece is a moment's. `null` comes now and then where something was gone
 * through and there is no piece yet. Throws before the first piece when the update cannot be read to its end.
 *
 * A struct can be taken in when those are there that it hangs on. So the structs are put in an order in which each stands
 * after those, and this order is cut; what is deleted comes last. The bytes of the structs stay as they are.
 */
export function* piecesOf<Memory extends ArrayBufferLike>(
  update: Uint8Array<Memory>,
  size: PieceSize = PIECE,
): Generator<Uint8Array<Memory | ArrayBuffer> | null> {
  if (update.length <= size.bytes) {
    yield update;
    return;
  }
  const { sections, deletions } = yield* contentsOf(update, size);
  yield* piecesIn(update, sections, size);
  for (const group of groupsOf(deletions, sections, size))
    yield joined([numbers([0]), ...deletionParts(group)]);
}

/** What the numbers in front of a section take at most, and those around all of them. */
const HEAD_BYTES = 24;

/** A section, and how many of its structs are in order by now. */
interface Reader {
  readonly section: Section;
  done: number;
}

/** The pieces that hold structs, of an update of which it is known where they are. */
export function* piecesIn(
  update: Uint8Array,
  sections: Sections,
  size: PieceSize = PIECE,
): Generator<Uint8Array<ArrayBuffer>> {
  const begun = new Map<Reader, number>();
  let [structs, bytes] = [0, HEAD_BYTES];
  const piece = () => joined([...structParts(update, begun), numbers([0])]);
  for (const reader of inOrder(sections)) {
    const { section, done } = reader;
    const length = section.starts[done + 1]! - section.starts[done]!;
    if (structs === size.structs || (structs > 0 && bytes + length > size.bytes)) {
      yield piece();
      begun.clear();
      [structs, bytes] = [0, HEAD_BYTES];
    }
    if (!begun.has(reader)) {
      begun.set(reader, done);
      bytes += HEAD_BYTES;
    }
    structs++;
    bytes += length;
  }
  if (structs > 0) yield piece();
}

/** Whose next struct can be taken in, again and again, until all are in order. */
function* inOrder(sections: Sections): Generator<Reader> {
  const readers = new Map([...sections].map(([client, section]) => [client, { section, done: 0 }]));
  for (const reader of readers.values()) {
    const waiting: Reader[] = [reader];
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      if (top.done === top.section.starts.length - 1) {
        waiting.pop();
        continue;
      }
      const needed = neededBy(top, readers);
      // What hangs on itself by a detour can never be taken in: Yjs sets it aside.
      if (needed !== null && !waiting.includes(needed)) {
        waiting.push(needed);
        continue;
      }
      yield top;
      top.done++;
      if (waiting.length > 1) waiting.pop();
    }
  }
}

/** Whose struct must be taken in before the next one of this reader can. */
function neededBy({ section, done }: Reader, readers: ReadonlyMap<number, Reader>): Reader | null {
  for (const { client, clock } of section.needs.get(done) ?? []) {
    const other = readers.get(client);
    if (other === undefined) continue;
    const { clocks } = other.section;
    if (clock >= clocks[other.done]! && clock < clocks.at(-1)!) return other;
  }
  return null;
}

/** The higher writers come first, as Yjs writes them: merging counts on it. */
function structParts(update: Uint8Array, begun: ReadonlyMap<Reader, number>): readonly Uint8Array[] {
  const sorted = [...begun].toSorted(([a], [b]) => b.section.client - a.section.client);
  const parts = sorted.flatMap(([{ section, done }, from]) => [
    numbers([done - from, section.client, section.clocks[from]!]),
    update.subarray(section.starts[from], section.starts[done]),
  ]);
  return [numbers([begun.size]), ...parts];
}

/** The deletions in groups that reach no more structs than a piece may have. A long one is parted between structs. */
function* groupsOf(
  deletions: readonly Deletion[],
  sections: Sections,
  { structs: most }: PieceSize,
): Generator<readonly Deletion[]> {
  let group: Deletion[] = [];
  let reached = 0;
  for (const deletion of deletions)
    for (const { part, structs } of partsOf(deletion, sections.get(deletion.client)?.clocks ?? [], most)) {
      if (reached + structs > most && group.length > 0) {
        yield group;
        [group, reached] = [[], 0];
      }
      group.push(part);
      reached += structs;
    }
  if (group.length > 0) yield group;
}

function* partsOf({ client, clock, length }: Deletion, clocks: readonly number[], most: number) {
  const end = clock + length;
  const last = placeAfter(clocks, end - 1);
  let from = clock;
  for (let place = placeAfter(clocks, clock); from < end; place += most) {
    const next = place + most - 1;
    const to = next < last ? clocks[next]! : end;
    yield { part: { client, clock: from, length: to - from }, structs: Math.min(next, last) - place + 1 };
    from = to;
  }
}

/** The place of the first struct that begins after a clock. */
function placeAfter(clocks: readonly number[], clock: number): number {
  let [low, high] = [0, clocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (clocks[middle]! > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}

function deletionParts(deletions: readonly Deletion[]): readonly Uint8Array[] {
  const writers = new Map<number, Deletion[]>();
  for (const deletion of deletions) {
    const its = writers.get(deletion.client);
    if (its === undefined) writers.set(deletion.client, [deletion]);
    else its.push(deletion);
  }
  const parts = [...writers].map(([client, its]) =>
    numbers([client, its.length, ...its.flatMap(({ clock, length }) => [clock, length])]),
  );
  return [numbers([writers.size]), ...parts];
}
