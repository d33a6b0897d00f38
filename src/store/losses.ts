import type { LiveMap } from "#store/live.ts";
import type { LoadedLog } from "#store/ports.ts";
import { storeWords } from "#words/store.ts";

/** Whether the disk has nothing of a map, and never had. */
export function isBlank({ updates, damaged, missing }: LoadedLog): boolean {
  return updates.length === 0 && damaged === 0 && missing === 0;
}

/** What the disk has lost, in sentences for the person; empty when nothing. */
export function lossesOf({ damaged, missing, isSpared }: LoadedLog, live: LiveMap): readonly string[] {
  const bad = damaged + live.unreadable;
  const isAllHere = isSpared && missing === 0 && live.unreadable === 0 && !live.waits;
  return [
    ...(bad > 0 ? [isAllHere ? storeWords.spared(bad) : storeWords.damaged(bad)] : []),
    ...(missing > 0 ? [storeWords.missing(missing)] : []),
    ...(live.waits ? [storeWords.waiting] : []),
  ];
}
