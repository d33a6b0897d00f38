import { computed, effect } from "@preact/signals-core";
import type { MapId } from "#model/ids.ts";
import type { Notice } from "#session/notices.ts";
import type { Workspace } from "#session/workspace.ts";
import { dialogWords } from "#words/dialogs.ts";
import { shellWords as words } from "#words/shell.ts";

/**
 * While a map is open that another tab has put into the bin or removed for good, says so, and offers the way back.
 * Returns what ends it.
 */
export function tellRemoval(workspace: Workspace): () => void {
  const { maps, notices } = workspace;
  let takeBack: (() => void) | null = null;
  const tell = (sentence: string, name: string, run: () => Promise<unknown>) =>
    notices.stand(sentence, {
      name,
      run: () => void run().catch((error: unknown) => notices.show(words.notDone(String(error)))),
    });
  const state = computed(() => {
    const open = workspace.current.value?.open;
    if (open === undefined) return null;
    const isBinned = maps.bin.value.some(({ entry }) => entry.id === open.id);
    return open.isRemoved.value ? "removed" : isBinned ? "binned" : null;
  });
  const stop = effect(() => {
    takeBack?.();
    const id = workspace.current.value?.open.id;
    if (state.value === "removed") takeBack = tell(words.removed, words.keepRemoved, () => keep(workspace));
    else if (state.value === "binned" && id !== undefined)
      takeBack = tell(words.binned, words.putBack, () => maps.restore(id));
    else takeBack = null;
  });
  return () => {
    stop();
    takeBack?.();
  };
}

async function keep(workspace: Workspace): Promise<void> {
  await (await import("#actions/merging.ts")).keepRemoved(workspace);
}

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
