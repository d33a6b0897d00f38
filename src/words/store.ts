/** What the store and this device's storage say. Reasons are whole sentences, to stand after "Not saved". */
export const storeWords = {
  takenMeanwhile: "A map with the same id was added meanwhile. Open the file again.",
  copyOf: (title: string) => (title === "" ? "Copy of a map without a title" : `Copy of ${title}`),
  newMap: "new map",
  namedVersion: "name version",
  nothingToName: "This map has no history yet. It begins with the first edit.",
  seedMissing: "The shipped map's own file could not be read. It is tried again with the next edit.",
  damaged: (count: number) =>
    count === 1
      ? "One saved record of this map is damaged. It was set aside, and the rest of the map is here."
      : `${count} saved records of this map are damaged. They were set aside, and the rest of the map is here.`,
  spared: (count: number) =>
    count === 1
      ? "One saved record of this map is damaged and was set aside. Nothing is lost: this device has another copy of what was in it."
      : `${count} saved records of this map are damaged and were set aside. Nothing is lost: this device has other copies of what was in them.`,
  missing: (count: number) =>
    count === 1
      ? "One saved edit of this map is missing on this device. The rest of the map is here."
      : `${count} saved edits of this map are missing on this device. The rest of the map is here.`,
  removed:
    "This map was removed from this device for good while it was open here. Nothing of it is saved any more.",
  mended: "keep what is here",
  writtenAnew: "write the map again",
  thrownAway:
    "The browser has thrown away the maps that it kept here. What is open here is kept again. Reload this page to see what can be had of the rest.",
  nothingFound: "Nothing of this map was found on this device, though it was kept here before.",
  historyTooLarge: "The history in this file is too large to be read.",
  historyDamaged: "The history in this file is damaged.",
  historyDiffers:
    "The text in this file was edited by other means than Counterpoint and says something else than its history.",
  waiting: "Some edits of this map wait for others that are missing, and are not shown.",
  noDatabase:
    "This browser gives Counterpoint no storage here (a private window, or blocked by a setting). Nothing is kept after this page is closed.",
  databaseFailed: (found: string) =>
    `This browser could not open its storage (${found}). Nothing is kept after this page is closed.`,
  newerDatabase:
    "The maps on this device were saved by a newer version of Counterpoint. They can be read and exported here; reload the page to get the newer version and edit them.",
  upgradeFailed:
    "The maps on this device could not be brought to this version's form, and are unchanged. They can be read and exported here.",
  waitsForOtherTab: "Another tab has an older version of Counterpoint open. Close that tab to go on.",
  opensSlowly:
    "This browser's storage is slow to open. If Counterpoint is open in another tab, close that tab to go on.",
  answersNoMore:
    "This browser's storage does not answer this page any more. When your edits are saved, reload the page.",
  newerTab:
    "A newer version of Counterpoint was opened in another tab. Reload this page; until then nothing more is saved here.",
  diskFull:
    "This device has no room left for the browser's storage. Free some space; the edit is kept here and tried again.",
  perhapsFull:
    "The browser could not write to this device, which may have no room left. Free some space; the edit is kept here and tried again.",
  noRoomForMap:
    "This device has no room left for this map, as far as the browser can tell. Nothing was changed. Free some space, then try again.",
  mapRefused: (found: string) =>
    `The browser's storage did not take this map (${found}). Nothing was changed. Try again.`,
  connectionLost: "The connection to this browser's storage was lost. The edit is kept here and tried again.",
  writeFailed: (found: string) =>
    `The browser's storage refused the edit (${found}). It is kept here and tried again.`,
};
