/** What is said when something is amiss with the open map, and what can be done about it. */
export const troubleWords = {
  saveDamaged: "Save the damaged records…",
  damagedFile: "damaged-records.json",
  keepHere: "Keep what is here",
  kept: "The map goes on from what is here. What was damaged stays set aside.",
  removed:
    "This map was removed from this device for good while it was open here. Nothing of it is saved any more; what is on screen can be kept as a new map.",
  keepRemoved: "Keep it as a new map",
  binned:
    "This map was put into the bin in another tab. It stays there with what you write, until its days are over.",
  putBack: "Put it back",
  notDone: (reason: string) => `That could not be done: ${reason}`,
};
