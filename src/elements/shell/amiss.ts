import { effect } from "@preact/signals-core";
import { whatIsAmiss } from "#session/amiss.ts";
import type { Workspace } from "#session/workspace.ts";

/** Says what is amiss with the open map; the code for it is loaded when something is for the first time. Returns what ends it. */
export function tellWhatIsAmiss(workspace: Workspace): () => void {
  let end: (() => void) | null = null;
  let isEnded = false;
  const tell = async () => {
    const { tellTroubles } = await import("#elements/shell/troubles.ts");
    if (!isEnded) end ??= tellTroubles(workspace);
  };
  const stop = effect(() => {
    if (whatIsAmiss(workspace) !== null) tell().catch(() => undefined);
  });
  return () => {
    isEnded = true;
    stop();
    end?.();
  };
}
