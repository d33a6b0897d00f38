import { citationOn } from "#elements/map/citation.ts";
import { type CardFace, facesOf } from "#elements/map/face.ts";
import type { Picture, Rect, Size } from "#layout/picture.ts";
import { layoutSmall } from "#layout/small-layout.ts";
import { branchCounts } from "#model/counts.ts";
import { firstFolding, shownClaims } from "#model/first-folding.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Choices } from "#session/settings.ts";

/** What measuring says of cards, in their order. */
type SizesOf = (faces: readonly CardFace[]) => readonly Size[];

/** A picture as JSON holds it. */
interface Sketch extends Omit<Picture, "cards" | "cut"> {
  readonly setting: string;
  readonly cards: readonly (readonly [ClaimId, Rect])[];
}

/** What pictures depend on but for the map: the app itself, the browser and its fonts, zoom, language, and what was chosen. */
function settingOf({ textSize, stackLeaves }: Choices): string {
  const { userAgent, language } = navigator;
  return [import.meta.url, userAgent, language, devicePixelRatio, textSize, stackLeaves].join("\n");
}

/** How the first screen of a map is drawn in this setting, as a line of JSON; `null` while its fonts are on their way. */
export function sketchOf(map: ArgumentMap, choices: Choices, sizesOf: SizesOf): string | null {
  if (document.fonts.status !== "loaded") return null;
  const forest = forestOf(map);
  const [folded, counts] = [firstFolding(forest), branchCounts(forest)];
  const source = { map, forest, folding: folded, counts, citationOf: citationOn };
  const faces = facesOf(source, shownClaims(forest, folded));
  const measured = sizesOf([...faces.values()]);
  const sizes = new Map([...faces.keys()].map((claim, at) => [claim, measured[at]!]));
  const { stackLeaves } = choices;
  const picture = layoutSmall({ map, forest, folded, stackLeaves, sizeOf: (claim) => sizes.get(claim)! });
  const { cards, cut, ...lines } = picture;
  if (cut !== undefined) return null;
  return JSON.stringify({ ...lines, setting: settingOf(choices), cards: [...cards] } satisfies Sketch);
}

/** The picture that was sketched, where it was in this setting, and of these cards. */
export function sketched(
  text: string,
  choices: Choices,
  faces: ReadonlyMap<ClaimId, CardFace>,
): Picture | null {
  const { setting, cards, ...lines } = JSON.parse(text) as Sketch;
  if (setting !== settingOf(choices)) return null;
  const isOfThese = cards.length === faces.size && cards.every(([claim]) => faces.has(claim));
  return isOfThese ? { ...lines, cards: new Map(cards) } : null;
}
