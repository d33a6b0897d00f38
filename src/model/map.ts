import type { Claim } from "#model/claim.ts";
import type { Dismissal } from "#model/dismissals.ts";
import type { ClaimId, HolderId, MapId, RelationId, SchoolId, SourceId } from "#model/ids.ts";
import type { Holder, School } from "#model/people.ts";
import type { Relation } from "#model/relation.ts";
import { byShelf } from "#model/shelves.ts";
import type { Source } from "#model/source.ts";

/** What a map says of itself, apart from its claims. */
export interface About {
  readonly title: string;
  readonly question: string;
  /** BCP 47 tag of the language that the claims are written in. */
  readonly language: string;
  /** Markdown: what the map leaves out. Empty when it is not said. */
  readonly leavesOut: string;
  /** What was found missing and set aside with a reason, in the order of the keys, no key twice. */
  readonly dismissed: readonly Dismissal[];
}

/**
 * One debate: an immutable value. Claims, relations, sources, holders and schools are kept by id;
 * the order on screen comes from their `order` keys, never from these containers.
 */
export interface ArgumentMap {
  readonly id: MapId;
  readonly about: About;
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly holders: ReadonlyMap<HolderId, Holder>;
  readonly schools: ReadonlyMap<SchoolId, School>;
}

export function emptyMap(id: MapId, about: Partial<About> = {}): ArgumentMap {
  return {
    id,
    about: { title: "", question: "", language: "en", leavesOut: "", dismissed: [], ...about },
    ...byShelf<ArgumentMap>(() => new Map()),
  };
}
