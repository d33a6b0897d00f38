import type { Claim } from "#model/claim.ts";
import type { Holder, School } from "#model/people.ts";
import type { Relation } from "#model/relation.ts";
import type { Source } from "#model/source.ts";

/** Where a map keeps its records, by id. */
export const SHELVES = ["claims", "relations", "sources", "holders", "schools"] as const;

export type Shelf = (typeof SHELVES)[number];

/** The records on a shelf. */
export type RecordOn<S extends Shelf> = {
  readonly claims: Claim;
  readonly relations: Relation;
  readonly sources: Source;
  readonly holders: Holder;
  readonly schools: School;
}[S];

/** What all records have. */
export interface Identified {
  readonly id: string;
}

/** Something made for each shelf, under its name. */
export function byShelf<Made extends Readonly<Record<Shelf, unknown>>>(
  make: (shelf: Shelf) => unknown,
): Pick<Made, Shelf> {
  return Object.fromEntries(SHELVES.map((shelf) => [shelf, make(shelf)])) as Pick<Made, Shelf>;
}
