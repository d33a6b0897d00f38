import type { AttributionId, ClaimId, HolderId, RelationId, SchoolId, SourceId } from "#model/ids.ts";

/** What may be missing, in the order in which it is listed. */
export const findingKinds = [
  "unsourced",
  "unanswered",
  "oneSided",
  "oneSchool",
  "apart",
  "noPrimary",
  "noPage",
  "undescribed",
  "undated",
  "impossible",
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** One thing that an examiner would ask about. */
export interface Finding {
  readonly kind: FindingKind;
  /** Unique in a map, and the same as long as the same is missing: by it a finding is dismissed. */
  readonly key: string;
  /** Where to go: the first is the place. Empty where it is about a source, a holder or a school alone. */
  readonly claims: readonly ClaimId[];
  readonly schools: readonly SchoolId[];
  readonly attribution?: AttributionId;
  /** The step that is an objection. */
  readonly relation?: RelationId;
  readonly holder?: HolderId;
  readonly source?: SourceId;
  /** Of an impossible date what is wrong with it, in a sentence; of one side which one is heard; of an image its caption. */
  readonly detail: string;
}

/** `ids`: what the finding is about, as far as it takes to tell it from all others of its kind. */
export function finding(
  kind: FindingKind,
  ids: readonly string[],
  fields: Partial<Omit<Finding, "kind" | "key">>,
): Finding {
  return { kind, key: JSON.stringify([kind, ...ids]), claims: [], schools: [], detail: "", ...fields };
}
