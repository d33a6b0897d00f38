import { viewByEvidence } from "#lenses/by-evidence.ts";
import { viewByHolder } from "#lenses/by-holder.ts";
import { viewBySchool } from "#lenses/by-school.ts";
import { viewByStance } from "#lenses/by-stance.ts";
import { viewByStatus } from "#lenses/by-status.ts";
import type { Lens, View } from "#lenses/view.ts";
import { viewAfter, type Viewed } from "#lenses/view-after.ts";
import type { ArgumentMap } from "#model/map.ts";

const views: Readonly<Record<Lens, (map: ArgumentMap) => View>> = {
  stance: viewByStance,
  school: viewBySchool,
  holder: viewByHolder,
  evidence: viewByEvidence,
  status: viewByStatus,
};

/** Those that look at nothing but a claim, its sources and its people. */
const byClaim: ReadonlySet<Lens> = new Set(["school", "holder", "evidence"]);

/** What was seen last through each of these. */
const newest = new Map<Lens, Viewed>();

const known = new WeakMap<ArgumentMap, Map<Lens, View>>();

/** A map through a lens: total, for any map whatever. Asked again for the same map, it gives the same view. */
export function viewThrough(lens: Lens, map: ArgumentMap): View {
  const found = known.get(map) ?? new Map<Lens, View>();
  known.set(map, found);
  const view = found.get(lens) ?? sortedBy(lens, map);
  found.set(lens, view);
  return view;
}

function sortedBy(lens: Lens, map: ArgumentMap): View {
  if (!byClaim.has(lens)) return views[lens](map);
  const before = newest.get(lens);
  const view = (before && viewAfter(before, map, views[lens])) ?? views[lens](map);
  newest.set(lens, { map, view });
  return view;
}
