import { type Legend, sorted, type View } from "#lenses/view.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";
import { isUndercutter } from "#model/relation.ts";
import { lensWords as words } from "#words/lenses.ts";

const legend: Legend = [
  { key: "thesis", name: words.stances.thesis, look: { colour: "ink", pattern: "solid", icon: "thesis" } },
  {
    key: "reason",
    name: words.stances.reason,
    look: { colour: "support", pattern: "solid", icon: "reason" },
  },
  {
    key: "objection",
    name: words.stances.objection,
    look: { colour: "oppose", pattern: "solid", icon: "objection" },
  },
  {
    key: "undercutter",
    name: words.stances.undercutter,
    look: { colour: "oppose", pattern: "stripes", icon: "undercutter" },
  },
];

const only = {
  thesis: ["thesis"],
  reason: ["reason"],
  objection: ["objection"],
  undercutter: ["undercutter"],
} as const;

/** By how each claim answers what it is drawn under. What it answers besides does not show. */
export function viewByStance(map: ArgumentMap): View {
  const { nodes } = forestOf(map);
  return sorted("stance", map, legend, ({ id }) => {
    const step = nodes.get(id)?.relation ?? null;
    const relation = step === null ? undefined : map.relations.get(step);
    if (relation === undefined) return only.thesis;
    if (isUndercutter(relation)) return only.undercutter;
    return relation.kind === "supports" ? only.reason : only.objection;
  });
}
