import type { Claim } from "#model/claim.ts";
import type { About } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";
import type { Source } from "#model/source.ts";

/** One record before and after: `null` before is an addition, `null` after a deletion. Never both `null`. */
export interface Edit<Value> {
  readonly before: Value | null;
  readonly after: Value | null;
}

/**
 * A difference between two maps, as plain data that can be stored, applied, inverted and squashed.
 * At most one edit a record.
 */
export interface Change {
  readonly about: Edit<About> | null;
  readonly claims: readonly Edit<Claim>[];
  readonly relations: readonly Edit<Relation>[];
  readonly sources: readonly Edit<Source>[];
}
