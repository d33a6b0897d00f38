import { isWritten } from "#session/written.ts";
import type { Workspace } from "#session/workspace.ts";

/**
 * Whether the page could be loaded anew without anyone missing something: nothing is being written, open, unsaved or
 * said, and there is nothing that Undo would take back, which does not outlive the page.
 */
export function isQuiet({ current, dialog, missing, notices }: Workspace): boolean {
  const session = current.peek();
  if (dialog.peek() !== null || missing.peek() || notices.notice.peek() !== null) return false;
  if (session === null) return true;
  const { open, editing, draft, detail } = session;
  const { undo, redo } = open.history.peek();
  const { state } = session.saving.peek();
  const isWriting = editing.peek() !== null || draft.peek() !== null || detail.peek();
  return !isWriting && undo === null && redo === null && state === "saved";
}

/** Ends what is being written, and says whether all is on the disk then; `false` at once when the disk or the map refuses. */
export async function settle({ current }: Workspace): Promise<boolean> {
  const session = current.peek();
  if (session === null) return true;
  session.finish();
  if (session.held.keeping.peek() !== null) return false;
  return isWritten(session.open);
}
