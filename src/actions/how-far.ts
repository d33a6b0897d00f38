import { signal } from "@preact/signals-core";
import type { Dialog, Workspace } from "#session/workspace.ts";
import type { Progress } from "#store/reading.ts";

/** Reading that is done sooner shows no dialog, in milliseconds. */
const briefly = 250;

/** A dialog that says how far the reading of a file is, unless it ends soon. The signal aborts when it is cancelled. */
export function sayHowFar(workspace: Workspace, name: string) {
  const progress = signal<Progress>({ stage: "fetching", share: 0 });
  const cancelling = new AbortController();
  const dialog: Dialog = { type: "reading", name, progress, cancel: () => cancelling.abort() };
  const timer = setTimeout(() => (workspace.dialog.value = dialog), briefly);
  return {
    signal: cancelling.signal,
    tell: (now: Progress) => (progress.value = now),
    end: () => {
      clearTimeout(timer);
      if (workspace.dialog.peek() === dialog) workspace.dialog.value = null;
    },
  };
}
