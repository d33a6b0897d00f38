import { followFiles } from "#actions/keeping-file.ts";
import "#elements/dialogs/keep-file-dialog.ts";
import "#elements/shell/file-line.ts";
import type { Workspace } from "#session/workspace.ts";

/** All that saving maps to files of the person's needs, loaded after the first screen; it goes on until the signal aborts. */
export async function keepFiles(workspace: Workspace, signal: AbortSignal): Promise<void> {
  const files = await workspace.maps.openFiles?.();
  if (files !== undefined && !signal.aborted) signal.addEventListener("abort", followFiles(workspace, files));
}
