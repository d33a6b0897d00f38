import { followFiles } from "#actions/keeping-file.ts";
import "#elements/dialogs/keep-file-dialog.ts";
import "#elements/shell/file-line.ts";
import type { Workspace } from "#session/workspace.ts";
import type { KeptFiles } from "#store/kept-file.ts";

/** All that saving maps to files of the person's needs, loaded after the first screen; it goes on until the signal aborts. */
export function keepFiles(workspace: Workspace, files: KeptFiles, signal: AbortSignal): void {
  if (!signal.aborted) signal.addEventListener("abort", followFiles(workspace, files));
}
