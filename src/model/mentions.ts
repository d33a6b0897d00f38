import type { Claim } from "#model/claim.ts";
import { tracedKeys } from "#model/descent.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { Relation } from "#model/relation.ts";

/*
 * Which records name another one, without a look at all of them. What is found by is kept for one map at a time, the
 * one that was asked about last, and follows to the next by the records in which that differs.
 */

type Records<Id, Item> = ReadonlyMap<Id, Item>;

class Mentions<Id extends string, Item> {
  readonly #namesOf: (item: Item) => readonly string[];
  #records: Records<Id, Item> = new Map();
  #naming = new Map<string, readonly Id[]>();

  constructor(namesOf: (item: Item) => readonly string[]) {
    this.#namesOf = namesOf;
  }

  of(records: Records<Id, Item>, name: string): readonly Item[] {
    this.#goTo(records);
    return (this.#naming.get(name) ?? []).map((id) => records.get(id)!);
  }

  #goTo(records: Records<Id, Item>): void {
    if (records === this.#records) return;
    const before = this.#records;
    const keys = tracedKeys(before, records);
    this.#records = records;
    if (keys === null) {
      this.#naming = new Map();
      for (const [id, item] of records) this.#add(id, item);
      return;
    }
    for (const id of new Set(keys)) {
      this.#leaveOut(id, before.get(id));
      this.#add(id, records.get(id));
    }
  }

  #add(id: Id, item: Item | undefined): void {
    if (item === undefined) return;
    for (const name of new Set(this.#namesOf(item)))
      this.#naming.set(name, [...(this.#naming.get(name) ?? []), id]);
  }

  #leaveOut(id: Id, item: Item | undefined): void {
    if (item === undefined) return;
    for (const name of new Set(this.#namesOf(item))) {
      const left = this.#naming.get(name)?.filter((each) => each !== id) ?? [];
      if (left.length === 0) this.#naming.delete(name);
      else this.#naming.set(name, left);
    }
  }
}

const inRelations = new Mentions<RelationId, Relation>(({ premises, target, mutual }) =>
  mutual === null ? [...premises, target.id] : [...premises, target.id, mutual],
);
const asHome = new Mentions<ClaimId, Claim>(({ home }) => (home === null ? [] : [home]));

/** The relations that name a claim or another relation, as premise, target or other half; in no particular order. */
export function relationsNaming(
  relations: ReadonlyMap<RelationId, Relation>,
  id: ClaimId | RelationId,
): readonly Relation[] {
  return inRelations.of(relations, id);
}

/** The claims that name a relation as their home, whether or not they can be drawn there; in no particular order. */
export function claimsAtHome(claims: ReadonlyMap<ClaimId, Claim>, relation: RelationId): readonly Claim[] {
  return asHome.of(claims, relation);
}
