import { effect } from "@preact/signals-core";
import type { OpenMap } from "#store/open-map.ts";

/** Waits until all that was done to a map is on the disk; `false` at once when the disk refuses. */
export function isWritten(open: OpenMap): Promise<boolean> {
  const written = open.flush().then(() => true);
  const refused = new Promise<boolean>((resolve) => {
    const stop = effect(() => {
      const { state } = open.saving.value;
      if (state === "failed" || state === "kept-nowhere") resolve(false);
    });
    void written.finally(stop);
  });
  return Promise.race([refused, written]);
}
