import { issuedWhen, whenOf } from "#lenses/when.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution } from "#model/people.ts";
import type { Source } from "#model/source.ts";

/** What has no date that can be read, and so no place on a timeline. */
export interface Undated {
  /** As their claims are drawn. */
  readonly attributions: readonly { readonly claim: ClaimId; readonly attribution: Attribution }[];
  readonly sources: readonly Source[];
}

const known = new WeakMap<ArgumentMap, Undated>();

/** Asked again for the same map, it is there. */
export function undatedIn(map: ArgumentMap): Undated {
  const found = known.get(map) ?? findUndated(map);
  known.set(map, found);
  return found;
}

function findUndated(map: ArgumentMap): Undated {
  const attributions = forestOf(map).order.flatMap((claim) =>
    map.claims
      .get(claim)!
      .attributions.filter(({ when }) => whenOf(when) === null)
      .map((attribution) => ({ claim, attribution })),
  );
  return { attributions, sources: [...map.sources.values()].filter((source) => issuedWhen(source) === null) };
}
