import { takeBack } from "#commands/take-back.ts";
import { invertChange } from "#model/change.ts";
import { changeAsNow } from "#store/older-records.ts";
import type { OpenMap } from "#store/open-map.ts";
import type { Handover } from "#store/ports.ts";

/**
 * Does again on a map what pages before did and could not keep, where the map does not say it already. One tab at a
 * time does, and looks at the disk first: what two tabs wrote into one sentence at once would stand there twice.
 */
export async function doAgain(open: OpenMap, handover: Handover): Promise<void> {
  const doAlone = async () => {
    await open.catchUp();
    for (const { label, change } of handover.claim(open.id).flatMap(({ steps }) => steps))
      open.run(takeBack, { part: invertChange(changeAsNow(change)), label });
    await open.flush();
    handover.clear();
  };
  await ("locks" in navigator
    ? navigator.locks.request(`counterpoint takes up ${open.id}`, doAlone)
    : doAlone());
}
