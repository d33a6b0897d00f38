import { effect } from "@preact/signals-core";
import { applyChange } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import { Draft } from "#store/draft.ts";
import { LIKENESS_FORM, likenessOf, mapOf } from "#store/likeness.ts";
import { changeAsNow } from "#store/older-records.ts";
import type { OpenMap } from "#store/open-map.ts";
import type { Likenesses } from "#store/ports.ts";
import { inTurns, whenIdle } from "#store/turns.ts";

/** How long a map is left alone before it is written down, in milliseconds. */
const REST = 3000;

/** So many changes the log may give a likeness before it is made anew. */
const MANY_CHANGES = 30;

/** A map as it stands in its likeness, and how many changes came since; `null` where there is none to be trusted. */
export async function readLikeness(
  id: MapId,
  likenesses: Likenesses,
): Promise<{ readonly draft: Draft; readonly changes: number } | null> {
  const kept = await likenesses.read(id, LIKENESS_FORM);
  if (kept === null) return null;
  const map = kept.changes.map(changeAsNow).reduce(applyChange, mapOf(id, kept.pieces));
  return { draft: new Draft(map, true), changes: kept.changes.length };
}

/**
 * Keeps a likeness of an open map, and keeps it near: it is made anew, in a quiet moment, when many changes have come
 * since. `since` says how many there are; none is kept yet where it is infinite.
 */
export function keepLikeness(open: OpenMap, likenesses: Likenesses, since: number): void {
  let changes = since;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    clearTimeout(resting);
    if (changes >= MANY_CHANGES) resting = setTimeout(() => whenIdle(() => void write()), REST);
  };
  const write = async () => {
    if (open.isFreed) return stop();
    const before = changes;
    const settled = await open.settled().catch(() => null);
    if (settled === null) return rest();
    const pieces = await inTurns(likenessOf(settled.map));
    await likenesses.write(open.id, LIKENESS_FORM, settled.seq, pieces);
    changes = before === Number.POSITIVE_INFINITY ? 0 : changes - before;
  };
  const stop = effect(() => {
    if (open.happened.value !== null) changes++;
    rest();
  });
}
