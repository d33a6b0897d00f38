import { effect } from "@preact/signals-core";
import { applyChange } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { atOnce, type Steps } from "#model/steps.ts";
import { Draft } from "#store/draft.ts";
import { glimpsed, glimpseOf } from "#store/glimpse.ts";
import { LIKENESS_FORM, likenessOf, readingMap } from "#store/likeness.ts";
import { changeAsNow } from "#store/older-records.ts";
import type { OpenMap } from "#store/open-map.ts";
import type { KeptLikeness, Likenesses } from "#store/ports.ts";
import type { ReadMap } from "#store/reading.ts";
import { sketchingOf } from "#store/sketching.ts";
import { inTurns, whenIdle } from "#store/turns.ts";

/** How long a map is left alone before it is written down, in milliseconds. */
const REST = 3000;

/** So many changes the log may give a likeness before it is made anew. */
const MANY_CHANGES = 30;

/** A map as it stands in its likeness. */
export interface Liked {
  readonly draft: Draft;
  /** How many changes came since. */
  readonly changes: number;
  /** Whether its first screen is kept as it is now. */
  readonly isSeen: boolean;
  /** How that was drawn; `null` where it is not known. */
  readonly sketch: string | null;
  /** Reads in turns what is not read yet. */
  read(): Promise<void>;
}

/** The map that this page has read from a file last, until it is opened. */
let lastRead: ReadMap | null = null;

/** A map was read from its file and is on the disk: the next time that it is opened, it is shown as it was read. */
export function noteRead(read: ReadMap): void {
  lastRead = read;
}

/** A map as it stands in its likeness; `null` where there is none to be trusted. Where its first screen is kept, only that is read. */
export async function readLikeness(id: MapId, likenesses: Likenesses): Promise<Liked | null> {
  const read = lastRead;
  lastRead = null;
  if (read?.id === id) return likeOfRead(read);
  const kept = await likenesses.read(id, LIKENESS_FORM);
  return kept && liked(id, kept);
}

/** Nothing is kept yet of a map that was just read but its log. */
function likeOfRead({ id, likeness, glimpse }: ReadMap): Liked {
  const like = liked(id, { pieces: () => likeness, changes: [], glimpse, sketch: null });
  return { ...like, changes: Number.POSITIVE_INFINITY, isSeen: false };
}

function liked(id: MapId, kept: KeptLikeness): Liked {
  const { glimpse, changes, sketch } = kept;
  const whole = () => reading(id, kept);
  const seen = glimpse === null ? null : glimpsed(id, glimpse, whole);
  const map = seen === null ? atOnce(whole()) : seen.map;
  const read = async () => void (seen && (await inTurns(seen.reading())));
  return { draft: new Draft(map, true), changes: changes.length, isSeen: seen !== null, sketch, read };
}

function* reading(id: MapId, { pieces, changes }: KeptLikeness): Steps<ArgumentMap> {
  return changes.map(changeAsNow).reduce(applyChange, yield* readingMap(id, pieces()));
}

/**
 * Keeps a likeness of an open map, and keeps it near: whenever the map rests, what its first screen shows is written
 * down, and all of it, in a quiet moment, when many changes have come since. `since` says how many there are; none is
 * kept yet where it is infinite. `isSeen` says whether the first screen is kept; how it was drawn may hold no more.
 */
export function keepLikeness(open: OpenMap, likenesses: Likenesses, since: number, isSeen: boolean): void {
  let changes = since;
  let isDue = !isSeen || sketchingOf(open).kept === null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    clearTimeout(resting);
    if (isDue) resting = setTimeout(() => whenIdle(() => void write()), REST);
  };
  const write = async () => {
    if (open.isFreed) return stop();
    const before = changes;
    const settled = await open.settled().catch(() => null);
    if (settled === null) return rest();
    const { map, seq } = settled;
    isDue = false;
    const sketch = sketchingOf(open).make?.(map) ?? null;
    await likenesses.writeGlimpse(open.id, LIKENESS_FORM, seq, glimpseOf(map), sketch);
    if (before < MANY_CHANGES) return;
    await likenesses.write(open.id, LIKENESS_FORM, seq, await inTurns(likenessOf(map)));
    changes = before === Number.POSITIVE_INFINITY ? 0 : changes - before;
  };
  const stop = effect(() => {
    if (open.happened.value !== null) {
      changes++;
      isDue = true;
    }
    rest();
  });
}
