import { computed, effect } from "@preact/signals-core";
import { type Amiss, whatIsAmiss } from "#session/amiss.ts";
import type { MapId } from "#model/ids.ts";
import type { Notice, Offer } from "#session/notices.ts";
import type { Workspace } from "#session/workspace.ts";
import type { OpenMap } from "#store/open-map.ts";
import { dialogWords } from "#words/dialogs.ts";
import { troubleWords as words } from "#words/troubles.ts";

/** While something is amiss with the open map, says what, and offers what can be done. Returns what ends it. */
export function tellTroubles(workspace: Workspace): () => void {
  let takeBack: (() => void) | null = null;
  const amiss = computed(() => whatIsAmiss(workspace));
  const tell = async (open: OpenMap, what: Amiss, losses: readonly string[]) => {
    const { sentence, offer, other = null } = await noticeOf(workspace, open, what);
    const isNews =
      workspace.current.peek()?.open === open && amiss.peek() === what && open.losses.peek() === losses;
    if (isNews) takeBack = workspace.notices.stand(sentence, offer, other);
  };
  const stop = effect(() => {
    takeBack?.();
    takeBack = null;
    const open = workspace.current.value?.open;
    const losses = open?.losses.value ?? [];
    if (open !== undefined && amiss.value !== null) void tell(open, amiss.value, losses);
  });
  return () => {
    stop();
    takeBack?.();
  };
}

async function noticeOf(workspace: Workspace, open: OpenMap, what: Amiss): Promise<Notice> {
  const { maps } = workspace;
  switch (what) {
    case "removed":
      return {
        sentence: words.removed,
        offer: offering(workspace, words.keepRemoved, () => keep(workspace)),
      };
    case "binned":
      return {
        sentence: words.binned,
        offer: offering(workspace, words.putBack, () => maps.restore(open.id)),
      };
    case "losses":
      return {
        sentence: open.losses.peek().join(" "),
        offer: await damagedFile(workspace, open.id),
        other: mending(workspace, open),
      };
  }
}

async function keep(workspace: Workspace): Promise<void> {
  await (await import("#actions/merging.ts")).keepRemoved(workspace);
}

/** Going on with what could be read, where there is anything and it can be written. */
function mending(workspace: Workspace, open: OpenMap): Offer | null {
  if (workspace.maps.readOnly !== null || open.map.peek().claims.size === 0) return null;
  return offering(workspace, words.keepHere, async () => {
    workspace.current.peek()?.held.flush();
    await open.mend();
    workspace.notices.show(words.kept, await damagedFile(workspace, open.id));
  });
}

/** The damaged records as a file. */
async function damagedFile(workspace: Workspace, map: MapId): Promise<Offer | null> {
  const { maps, platform, notices } = workspace;
  const file = await maps.damagedRecords(map).catch(() => null);
  if (file === null) return null;
  return offering(workspace, words.saveDamaged, async () => {
    await platform.saveFile(words.damagedFile, file);
    notices.show(dialogWords.exported(words.damagedFile));
  });
}

function offering({ notices }: Workspace, name: string, act: () => Promise<unknown>): Offer {
  const run = () => void act().catch((error: unknown) => notices.show(words.notDone(reasonOf(error))));
  return { name, run };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
