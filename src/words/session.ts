import { counted } from "#words/number.ts";

export const sessionWords = {
  claimCount: (count: number) => (count === 1 ? "1 claim" : `${counted(count)} claims`),
  shownOf: (shown: number, all: number) => `${counted(shown)} of ${counted(all)} claims shown`,
  untitled: "Untitled map",
  emptyClaim: "A claim needs its sentence. The text from before is back; Delete removes the claim.",
  leftFocus: "That claim is outside the branch, so the whole map is shown again.",
  paused: "This is a comparison. Leave it to edit the map.",
  unknownClaim: (id: string) => `This map has no claim “${id}”. It may have been deleted.`,
  unknownMap: (id: string) => `There is no map “${id}” on this device.`,
  unknownAddress: (found: string) => `“${found}” is not an address in Counterpoint.`,
};
