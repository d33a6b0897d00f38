import type { View } from "#lenses/view.ts";
import { differingKeys } from "#model/descent.ts";
import { layered } from "#model/layered.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** A change of more claims is as quickly sorted from nothing. */
const mostSorted = 500;

/** A view, with the map that is seen. */
export interface Viewed {
  readonly map: ArgumentMap;
  readonly view: View;
}

/**
 * A lens that tells each claim's groups from that claim alone, and from sources and people: only claims that have
 * changed are sorted again. `sort` is the lens. `null` where anything else has changed, or much.
 */
export function viewAfter(before: Viewed, map: ArgumentMap, sort: (map: ArgumentMap) => View): View | null {
  const was = before.map;
  if (was.sources !== map.sources || was.holders !== map.holders || was.schools !== map.schools) return null;
  const due = differingKeys(was.claims, map.claims);
  if (due.length > mostSorted) return null;
  const claims = new Map(due.flatMap((id) => claimIn(map, id)));
  const { groups, groupsOf } = sort({ ...map, claims });
  const left = (key: string) => due.filter((id) => before.view.groupsOf.get(id)?.includes(key)).length;
  return {
    lens: before.view.lens,
    groups: before.view.groups.map((group, at) => ({
      ...group,
      claims: group.claims - left(group.key) + groups[at]!.claims,
    })),
    groupsOf: layered(
      before.view.groupsOf,
      due.map((id) => [id, groupsOf.get(id)] as const),
    ),
  };
}

function claimIn({ claims }: ArgumentMap, id: ClaimId) {
  const claim = claims.get(id);
  return claim === undefined ? [] : [[id, claim] as const];
}
