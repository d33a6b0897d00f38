import type { Look } from "#export/look.ts";
import { drawing, layingOut } from "#export/map-svg.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { atOnce } from "#model/steps.ts";

/** A map as an SVG document, all at once. */
export function drawnSvg(
  map: ArgumentMap,
  look: Look,
  folded: ReadonlySet<ClaimId> = new Set(),
  fontFaces = "",
): string {
  return atOnce(drawing(atOnce(layingOut(map, forestOf(map), folded, look))))
    .svg(fontFaces)
    .join("");
}
