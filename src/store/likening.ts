import { effect } from "@preact/signals-core";
import { LIKENESS_FORM, likenessOf } from "#store/likeness.ts";
import type { OpenMap } from "#store/open-map.ts";
import type { Likenesses } from "#store/ports.ts";
import { inTurns, whenIdle } from "#store/turns.ts";

/** How long a map is left alone before it is written down, in milliseconds. */
const REST = 3000;

/** So many changes the log may give a likeness before it is made anew. */
export const MANY_CHANGES = 30;

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
