import { refuseSize } from "#interchange/reading.ts";
import { writeAddress } from "#session/address.ts";
import type { Workspace } from "#session/workspace.ts";
import { actionWords as words } from "#words/actions.ts";

/**
 * Opens a map's file as a new map of the library and goes there; where the map is there already, asks what is to
 * become of it. A file that is not one changes nothing: the sentence says what was found and what was expected.
 */
export async function openMapFile(workspace: Workspace, file: File): Promise<void> {
  const tooLarge = refuseSize(file.size);
  if (tooLarge !== null) return refuse(workspace, tooLarge);
  const { readMapFile } = await import("#interchange/map-file.ts");
  const outcome = await readMapFile(file.name, await file.text());
  if ("refused" in outcome) return refuse(workspace, outcome.refused);
  const isHere = workspace.maps.entries.peek().some(({ id }) => id === outcome.map.id);
  if (isHere || outcome.history !== undefined) {
    const { takeCopy } = await import("#actions/merging.ts");
    return takeCopy(workspace, outcome);
  }
  const id = await workspace.maps.add(outcome.map);
  location.hash = writeAddress({ screen: "map", map: id, claim: null });
  workspace.notices.show(words.opened(outcome.map.about.title, outcome.warnings));
}

/** Asks which file, then opens it. */
export async function pickMapFile(workspace: Workspace): Promise<void> {
  const file = await workspace.platform.openFile();
  if (file !== null) await openMapFile(workspace, file);
}

/** The sentence stays until it has been read. */
function refuse(workspace: Workspace, sentence: string): void {
  workspace.dialog.value = { type: "problem", sentence };
}
