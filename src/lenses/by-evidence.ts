import { sourcesOf } from "#lenses/evidence.ts";
import { type Legend, restOf, sorted, type View } from "#lenses/view.ts";
import type { ArgumentMap } from "#model/map.ts";
import { lensWords as words } from "#words/lenses.ts";

const legend: Legend = [
  { key: "primary", name: words.roles.primary, look: { colour: "teal", pattern: "solid", icon: null } },
  { key: "secondary", name: words.roles.secondary, look: { colour: "plum", pattern: "stripes", icon: null } },
  {
    key: "historiography",
    name: words.roles.historiography,
    look: { colour: "gold", pattern: "dots", icon: null },
  },
  { key: "image", name: words.image, look: { colour: "rose", pattern: "rings", icon: null } },
  { key: "unsaid", name: words.roles.unsaid, look: { colour: "slate", pattern: "grid", icon: null } },
  restOf(words.noSource),
];

const kinds = ["primary", "secondary", "historiography", "image", "unsaid"] as const;

/** The keys of each choice of kinds, by its bits. */
const choices = Array.from({ length: 2 ** kinds.length }, (_, bits) =>
  kinds.filter((_, place) => (bits & (1 << place)) !== 0),
);

/** By the roles of the sources that each claim rests on, and by whether it shows an image. */
export function viewByEvidence(map: ArgumentMap): View {
  return sorted("evidence", map, legend, (claim) => {
    let bits = claim.images.length > 0 ? 1 << kinds.indexOf("image") : 0;
    for (const { role } of sourcesOf(map, claim)) bits |= 1 << kinds.indexOf(role ?? "unsaid");
    return choices[bits]!;
  });
}
