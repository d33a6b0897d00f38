import { takeCopy } from "#actions/merging.ts";
import { writeNative } from "#interchange/native-write.ts";
import { readNative } from "#interchange/native-read.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Platform } from "#session/platform.ts";
import { Settings } from "#session/settings.ts";
import { Workspace } from "#session/workspace.ts";
import { memoryStorage } from "#storage/memory.ts";
import { historyOf } from "#store/copies.ts";
import { Maps } from "#store/maps.ts";
import type { OpenMap } from "#store/open-map.ts";
import type { ShippedMap, Storage } from "#store/ports.ts";
import { argumentMap } from "../notation.ts";
import { say } from "../store/edits.ts";
import { ships } from "../store/shipping.ts";

export const thaw = { ...argumentMap("A; +B > A; -C > A"), id: "thaw" as MapId };

export async function workspaceOn(storage: Storage, ...shipped: readonly ShippedMap[]): Promise<Workspace> {
  const maps = await Maps.open({ ...storage, shipped });
  return new Workspace(maps, await Settings.open(storage.settings), {} as Platform, thaw.id);
}

export async function opened({ maps }: Workspace, id: MapId = thaw.id): Promise<OpenMap> {
  return (await maps.openMap(id))!;
}

/** The file of someone who has made these claims say these texts. */
export async function copyBy(name: string, texts: Readonly<Record<string, string>>, shipped = ships(thaw)) {
  const open = await opened(await workspaceOn(memoryStorage(null), shipped));
  for (const [claim, text] of Object.entries(texts)) open.run(say, { claim, text });
  const copy = await open.copy();
  return writeNative(copy.map, historyOf(copy, name));
}

export async function take(workspace: Workspace, text: string): Promise<void> {
  const outcome = readNative(text);
  if ("refused" in outcome) throw new Error(outcome.refused);
  await takeCopy(workspace, outcome);
}

export function asked(workspace: Workspace) {
  const dialog = workspace.dialog.peek();
  if (dialog?.type !== "merge") throw new Error(JSON.stringify(workspace.notices.notice.peek()));
  return dialog.arrival;
}

export function texts({ claims }: ArgumentMap): Record<string, string> {
  return Object.fromEntries([...claims.values()].map(({ id, text }) => [id, text]));
}
