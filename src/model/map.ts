import type { Claim } from "#model/claim.ts";
import type { ClaimId, MapId, RelationId, SourceId } from "#model/ids.ts";
import type { Relation } from "#model/relation.ts";
import type { Source } from "#model/source.ts";

/** What a map says of itself, apart from its claims. */
export interface About {
  readonly title: string;
  readonly question: string;
  /** BCP 47 tag of the language that the claims are written in. */
  readonly language: string;
}

/**
 * One debate: an immutable value. Claims, relations and sources are kept by id;
 * the order on screen comes from their `order` keys, never from these containers.
 */
export interface ArgumentMap {
  readonly id: MapId;
  readonly about: About;
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
  readonly sources: ReadonlyMap<SourceId, Source>;
}

export function emptyMap(id: MapId, about: Partial<About> = {}): ArgumentMap {
  return {
    id,
    about: { title: "", question: "", language: "en", ...about },
    claims: new Map(),
    relations: new Map(),
    sources: new Map(),
  };
}
