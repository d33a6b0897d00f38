import { takeBack } from "#commands/take-back.ts";
import type { MapId } from "#model/ids.ts";
import type { ImageBytes } from "#model/image.ts";
import { mergeLines } from "#model/merge-lines.ts";
import { type MergeReview, reviewMerge } from "#model/merge-review.ts";
import { type Arrival, lastMerge, type Newer, type Reviewing } from "#session/merging.ts";
import type { Workspace } from "#session/workspace.ts";
import { readCopy } from "#store/copies.ts";
import { crc32 } from "#store/crc.ts";
import { meet } from "#store/meeting.ts";
import type { Version } from "#store/states.ts";
import type { Copy } from "#store/reading.ts";
import { mapText } from "#store/values.ts";
import { actionWords } from "#words/actions.ts";
import { commandWords } from "#words/commands.ts";
import { interchangeWords } from "#words/interchange.ts";
import { mergingWords as words } from "#words/merging.ts";

/**
 * Takes in a file that carries a history, or one of a map that is here already. The latter is never merged or doubled
 * unasked: if it brings anything new, or the map is in the bin, a dialog asks.
 */
export async function takeCopy(workspace: Workspace, copy: Copy): Promise<void> {
  const { map, warnings } = copy;
  const { entries, bin } = workspace.maps;
  if (bin.peek().some(({ entry }) => entry.id === map.id))
    return ask(workspace, { ...unread(copy), binned: copy });
  if (entries.peek().every(({ id }) => id !== map.id)) {
    const { document, trouble } = judge(copy);
    const said = trouble === null ? warnings : [words.openedPlain(trouble), ...warnings];
    return openAs(workspace, { map, document, images: copy.images }, said);
  }
  const { arrival, sentence, last } = await compared(workspace, copy);
  if (arrival === null) await showMine(workspace, map.id, sentence, last);
  else ask(workspace, arrival);
}

/**
 * Merges a copy of a map that is here into it, as the person has said already. Whether all of it is in the map then:
 * where it cannot be merged, a dialog says why and offers to keep it apart.
 */
export async function mergeCopy(workspace: Workspace, copy: Copy): Promise<boolean> {
  const { arrival, sentence, last } = await compared(workspace, copy);
  if (arrival === null) await showMine(workspace, copy.map.id, sentence, last);
  else if (arrival.document === null) ask(workspace, arrival);
  else await mergeIn(workspace, arrival);
  return arrival === null || arrival.document !== null;
}

/** Takes the map out of the bin and merges what the file has that it has not; asks where that cannot be done. */
export async function putBackAndMerge(workspace: Workspace, { map, binned }: Arrival): Promise<void> {
  if (binned === undefined) return;
  await workspace.maps.restore(map.id);
  const { arrival, sentence, last } = await compared(workspace, binned);
  if (arrival === null)
    await showMine(workspace, map.id, `${words.outOfBin(map.about.title)} ${sentence}`, last);
  else if (arrival.document === null) ask(workspace, arrival);
  else await mergeIn(workspace, arrival);
}

/** What a copy would bring to the map that is here. */
interface Standing extends Pick<Arrival, "last"> {
  /** `null` where that is nothing, and then the sentence says so. */
  readonly arrival: Arrival | null;
  readonly sentence: string;
}

async function compared(workspace: Workspace, copy: Copy): Promise<Standing> {
  const { map } = copy;
  const { document, trouble } = judge(copy);
  const { mine, last } = await mineOf(workspace, map.id, copy.images);
  const apart = { ...unread(copy), last };
  const nothing = (sentence: string) => ({ arrival: null, sentence, last });
  const something = (more: Partial<Arrival>) => ({ arrival: { ...apart, ...more }, sentence: "", last });
  if (mapText(mine.map) === mapText(map)) return nothing(words.same(apart.by));
  if (document === null) return something({ trouble });
  const meeting = meet(map.id, mine.document, document);
  if (meeting.relation === "strangers") return something({ trouble: words.strangers });
  const theirs = meeting.relation === "parted" ? sizeOf(reviewMerge(meeting.merger)) : 0;
  if (meeting.relation !== "parted" || theirs === 0) return nothing(words.known(apart.by));
  const ours = mergeLines(meeting.merger.base, mine.map).length;
  return something({ document, trouble, theirs, mine: ours });
}

/** A copy before it was compared with what is here. */
function unread({ map, history, images = new Map() }: Copy): Arrival {
  const nothing = { document: null, trouble: null, theirs: 0, mine: 0, last: null };
  return { map, images, by: history?.by ?? "", ...nothing };
}

/** Puts the copy among the maps as one of its own. */
export async function keepApart(workspace: Workspace, { map, by, images }: Arrival): Promise<void> {
  const title = words.copyTitle(map.about.title || actionWords.untitled, by);
  const apart = { ...map, about: { ...map.about, title } };
  await openAs(workspace, { map: apart, document: null, images }, []);
}

/** Makes a new map of an open one that was removed for good: all that is on screen, with its history. */
export async function keepRemoved(workspace: Workspace): Promise<void> {
  const session = workspace.current.peek();
  if (session === null) return;
  session.finish();
  const { title } = session.open.map.peek().about;
  const map = await workspace.maps.keepRemoved(session.open);
  await workspace.go({ screen: "map", map, claim: session.inHand.peek() });
  workspace.notices.show(interchangeWords.opened(title, []));
}

/** Merges what came into the map that is here, goes there, and shows what that has changed. */
export async function mergeIn(workspace: Workspace, { map, by, document, images }: Arrival): Promise<void> {
  if (document !== null) await mergeDocument(workspace, map.id, by, { document, images });
}

/** Merges the newer version of a shipped map. */
export async function mergeNewer(workspace: Workspace, { map, seed }: Newer): Promise<void> {
  workspace.newer.value = null;
  await mergeDocument(workspace, map, null, { document: seed });
}

/** Puts a newer version away for good: the next one is offered again. */
export async function declineNewer(workspace: Workspace, { release }: Newer): Promise<void> {
  const { settings } = workspace;
  workspace.newer.value = null;
  await settings.choose("declined", [...settings.choices.peek().declined, release]);
}

/** Takes back all that the merge has changed and that no one has changed since, as one edit. */
export function takeBackMerge(workspace: Workspace, { whole }: MergeReview): void {
  workspace.current.peek()?.run(takeBack, { part: whole, label: commandWords.undoMerge });
}

/** Offers the newer version of a shipped map to someone who has edited an older one, unless they declined it. */
export async function offerNewer(
  workspace: Workspace,
  map: MapId,
  seed: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const release = `${map}@${crc32(seed).toString(36)}`;
  if (workspace.settings.choices.peek().declined.includes(release)) return;
  const { mine } = await mineOf(workspace, map);
  const meeting = meet(map, mine.document, seed);
  const edits = meeting.relation === "parted" ? sizeOf(reviewMerge(meeting.merger)) : 0;
  if (edits > 0) workspace.newer.value = { map, release, edits, seed };
}

/** The document that can be merged, or why there is none. */
function judge({ map, history, warnings }: Copy): Pick<Arrival, "document" | "trouble"> {
  if (history === undefined) {
    const left = warnings.find((warning) => warning === interchangeWords.historyLeft);
    return { document: null, trouble: left ?? words.noHistory };
  }
  const outcome = readCopy(map, history);
  return "document" in outcome
    ? { document: outcome.document, trouble: null }
    : { document: null, trouble: outcome.refused };
}

/** The map as it is here. Pictures that it lacks and that came along are its own from now on, whatever else comes of the copy. */
async function mineOf({ maps }: Workspace, id: MapId, images: ImageBytes = new Map()) {
  const open = await maps.openMap(id);
  if (open === null) throw new Error(words.mapGone);
  try {
    if (images.size > 0) await (await open.images()).keepShown(open.map.peek(), images);
    return { mine: await open.copy(), last: lastMerge(open.versions.peek()) };
  } finally {
    open.close();
  }
}

interface Coming {
  readonly document: Uint8Array<ArrayBuffer>;
  readonly images?: ImageBytes | undefined;
}

/** Images come first: what the map shows after the merge is on the disk by then. */
async function mergeDocument(
  workspace: Workspace,
  map: MapId,
  by: Reviewing["by"],
  { document, images = new Map() }: Coming,
): Promise<void> {
  await workspace.go({ screen: "map", map, claim: null });
  const session = workspace.current.peek();
  if (session === null || session.open.id !== map) return;
  if (images.size > 0) await (await session.open.images()).keep(images);
  await session.open.merge(document, { by, label: words.step(by), name: words.mergedName(by) });
  const merged = lastMerge(session.open.versions.peek());
  const review = merged && reviewAgain(workspace, merged);
  if (review === null) return;
  workspace.notices.show(words.merged(by, review.lines.length), {
    name: words.undoMerge,
    run: () => takeBackMerge(workspace, review),
  });
}

/**
 * Shows what came in with a merge, as the document remembers it: what was taken back since shows there too. `null`
 * where the version is not one after a merge into the map that is on screen.
 */
export function reviewAgain(workspace: Workspace, { id, time, person, merge }: Version): MergeReview | null {
  const session = workspace.current.peek();
  const merger = session?.open.mergerOf(id) ?? null;
  if (session === null || merge === null || merger === null) return null;
  const review = reviewMerge(merger);
  const into = person === "" || person === workspace.settings.choices.peek().name ? null : person;
  const { mine: before, merged: after } = merger;
  session.endComparing();
  session.detail.value = false;
  workspace.reviewing.value = {
    map: session.open.id,
    version: id,
    by: merge.by,
    time,
    into,
    before,
    after,
    review,
  };
  return review;
}

/** How much came in: what is changed, and what I do not see because I deleted it. */
function sizeOf({ lines, offered }: MergeReview): number {
  return lines.length + offered.filter(({ deletedBy }) => deletedBy === "me").length;
}

function ask(workspace: Workspace, arrival: Arrival): void {
  workspace.dialog.value = { type: "merge", arrival };
}

/** Goes to the map that is here, and offers to look once more through what the last merge brought. */
async function showMine(
  workspace: Workspace,
  map: MapId,
  sentence: string,
  last: Version | null,
): Promise<void> {
  await workspace.go({ screen: "map", map, claim: null });
  const offer = last && {
    name: actionWords.reviewMerge(last.merge?.by ?? null),
    run: () => void reviewAgain(workspace, last),
  };
  workspace.notices.show(sentence, offer);
}

async function openAs(
  workspace: Workspace,
  { map, document, images }: Pick<Arrival, "map" | "document"> & { readonly images?: ImageBytes | undefined },
  warnings: readonly string[],
): Promise<void> {
  const id = await workspace.maps.add(map, document, images);
  await workspace.go({ screen: "map", map: id, claim: null });
  workspace.notices.show(interchangeWords.opened(map.about.title, warnings));
}
