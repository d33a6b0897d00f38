import { effect } from "@preact/signals-core";
import type { MapId } from "#model/ids.ts";
import type { Notice } from "#session/notices.ts";
import type { Workspace } from "#session/workspace.ts";
import { dialogWords } from "#words/dialogs.ts";
import { shellWords as words } from "#words/shell.ts";

/** While a map is open of which the disk has lost something, says what, and offers the damaged records as a file. Returns what ends it. */
export function tellLosses(workspace: Workspace): () => void {
  let takeBack: (() => void) | null = null;
  const tell = async (map: MapId, losses: readonly string[], isNews: () => boolean) => {
    const offer = await offerFor(workspace, map);
    if (isNews()) takeBack = workspace.notices.stand(losses.join(" "), offer);
  };
  const stop = effect(() => {
    takeBack?.();
    takeBack = null;
    const open = workspace.current.value?.open;
    const losses = open?.losses.value ?? [];
    const isNews = () => workspace.current.peek()?.open === open && open?.losses.peek() === losses;
    if (open !== undefined && losses.length > 0) void tell(open.id, losses, isNews);
  });
  return () => {
    stop();
    takeBack?.();
  };
}

async function offerFor({ maps, platform, notices }: Workspace, map: MapId): Promise<Notice["offer"]> {
  const file = await maps.damagedRecords(map).catch(() => null);
  if (file === null) return null;
  const save = async () => {
    await platform.saveFile(words.damagedFile, file);
    notices.show(dialogWords.exported(words.damagedFile));
  };
  return {
    name: words.saveDamaged,
    run: () => void save().catch((error: unknown) => notices.show(words.notWritten(String(error)))),
  };
}
