import type { MapId } from "#model/ids.ts";
import type { Connection } from "#storage/schema.ts";
import { OF_DEVICE } from "#storage/settings.ts";

const REMOVED = `${OF_DEVICE}removed `;

/**
 * The setting that says that a map was removed for good. A tab that still has the map open finds it with its next
 * write, and takes that back: what it writes would stand there without what it builds on.
 */
export function removalKey(map: MapId): string {
  return `${REMOVED}${map}`;
}

/** The setting that holds the file outside the browser that a map is saved to as well. */
export function fileKey(map: MapId): string {
  return `${OF_DEVICE}file ${map}`;
}

/** The maps of which there is a line although they were removed: a tab wrote it, and did not live to take it back. */
export async function writtenAfterRemoval(connection: Connection): Promise<ReadonlySet<MapId>> {
  const transaction = connection.transaction(["maps", "settings"]);
  const [ids, removed] = await Promise.all([
    transaction.objectStore("maps").getAllKeys(),
    transaction.objectStore("settings").getAllKeys(IDBKeyRange.bound(REMOVED, `${REMOVED}\uffff`)),
  ]);
  return new Set(ids.filter((id) => removed.includes(removalKey(id))));
}
