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
  { key: "unsaid", name: words.roles.unsaid, look: { colour: "slate", pattern: "grid", icon: null } },
  restOf(words.noSource),
];

const roles = ["primary", "secondary", "historiography", "unsaid"] as const;

/** The keys of each choice of roles, by its bits. */
const choices = Array.from({ length: 2 ** roles.length }, (_, bits) =>
  roles.filter((_, place) => (bits & (1 << place)) !== 0),
);

/** By the roles of the sources that each claim rests on. */
export function viewByEvidence(map: ArgumentMap): View {
  return sorted("evidence", map, legend, (claim) => {
    let bits = 0;
    for (const { role } of sourcesOf(map, claim)) bits |= 1 << roles.indexOf(role ?? "unsaid");
    return choices[bits]!;
  });
}
