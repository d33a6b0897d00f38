import { type Claim, sourcesCited } from "#model/claim.ts";
import type { HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution, Holder } from "#model/people.ts";

/** All that is attributed to a holder, with the claim on which it stands. */
export function attributionsOf(
  { claims }: Pick<ArgumentMap, "claims">,
  holder: HolderId,
): readonly { readonly claim: Claim; readonly attribution: Attribution }[] {
  return [...claims.values()].flatMap((claim) =>
    claim.attributions
      .filter((attribution) => attribution.holder === holder)
      .map((attribution) => ({ claim, attribution })),
  );
}

/** Who has belonged to a school, at whatever time. */
export function membersOf({ holders }: Pick<ArgumentMap, "holders">, school: SchoolId): readonly Holder[] {
  return [...holders.values()].filter(({ memberships }) =>
    memberships.some((each) => each.school === school),
  );
}

/** The claims that cite a source, those among them where only a holder of the claim does. */
export function claimsCiting({ claims }: Pick<ArgumentMap, "claims">, source: SourceId): readonly Claim[] {
  return [...claims.values()].filter((claim) => sourcesCited(claim).includes(source));
}
