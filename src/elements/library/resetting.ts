import type { Workspace } from "#session/workspace.ts";
import type { MapEntry } from "#store/ports.ts";
import { libraryWords as words } from "#words/library.ts";

/** Makes a shipped map say again what it was shipped with, and keeps it open while that can be undone. */
export async function resetWithUndo({ maps, notices }: Workspace, entry: MapEntry): Promise<void> {
  const open = await maps.openMap(entry.id);
  if (open === null) return;
  await maps.resetToShipped(entry.id);
  notices.show(words.wasReset(entry.title || words.untitled), {
    name: words.undo,
    run: () => void open.undo(),
  });
  const offered = notices.notice.peek();
  const stop = notices.notice.subscribe((notice) => {
    if (notice !== offered) queueMicrotask(close);
  });
  /** A moment after the notice has gone, since its offer is taken as it goes. */
  function close(): void {
    stop();
    open?.close();
  }
}
