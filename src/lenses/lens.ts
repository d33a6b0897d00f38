import { viewByEvidence } from "#lenses/by-evidence.ts";
import { viewByHolder } from "#lenses/by-holder.ts";
import { viewBySchool } from "#lenses/by-school.ts";
import { viewByStance } from "#lenses/by-stance.ts";
import { viewByStatus } from "#lenses/by-status.ts";
import type { Lens, View } from "#lenses/view.ts";
import type { ArgumentMap } from "#model/map.ts";

const views: Readonly<Record<Lens, (map: ArgumentMap) => View>> = {
  stance: viewByStance,
  school: viewBySchool,
  holder: viewByHolder,
  evidence: viewByEvidence,
  status: viewByStatus,
};

const known = new WeakMap<ArgumentMap, Map<Lens, View>>();

/** A map through a lens: total, for any map whatever. Asked again for the same map, it gives the same view. */
export function viewThrough(lens: Lens, map: ArgumentMap): View {
  const found = known.get(map) ?? new Map<Lens, View>();
  known.set(map, found);
  const view = found.get(lens) ?? views[lens](map);
  found.set(lens, view);
  return view;
}
