import { groupUnder } from "#interchange/grouping.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";

/**
 * How Argdown can state a relation: as one indented line, as an `<argument>` with its premises written out, as
 * a line that states two (`><`), or as the other half of such a line.
 */
export type Form = "line" | "argument" | "mutual" | "back";

/**
 * The form of every relation that Argdown can state. It cannot state one without premises, with doubled premises,
 * or with an end that is not in the map, nor one that bears on such a relation.
 */
export function formsOf(map: ArgumentMap): ReadonlyMap<RelationId, Form> {
  const sound = soundRelations(map);
  const attacks = new Map<RelationId, Relation[]>();
  const taken = new Map<ClaimId, number>();
  for (const relation of sound) {
    for (const premise of relation.premises) taken.set(premise, (taken.get(premise) ?? 0) + 1);
    if (relation.target.type === "relation") groupUnder(attacks, relation.target.id, relation);
  }
  const forms = new Map<RelationId, Form>();
  for (const relation of sound) {
    forms.set(
      relation.id,
      needsArgument(relation, attacks.get(relation.id) ?? [], taken) ? "argument" : "line",
    );
  }
  for (const relation of sound) pairUp(relation, map, forms, attacks);
  return forms;
}

/** Relations whose premises are there, and whose target is a claim that is there, or a sound relation. */
function soundRelations(map: ArgumentMap): readonly Relation[] {
  const onto = new Map<RelationId, Relation[]>();
  const sound: Relation[] = [];
  for (const relation of map.relations.values()) {
    if (!hasSoundPremises(relation, map)) continue;
    if (relation.target.type === "relation") groupUnder(onto, relation.target.id, relation);
    else if (map.claims.has(relation.target.id)) sound.push(relation);
  }
  for (const relation of sound) sound.push(...(onto.get(relation.id) ?? []));
  return sound;
}

/** There, each once, and in the order in which the reader lists them. */
function hasSoundPremises({ premises }: Relation, { claims }: ArgumentMap): boolean {
  return (
    premises.length > 0 &&
    premises.every((id, place) => claims.has(id) && (place === 0 || (premises[place - 1] ?? "") < id))
  );
}

/** A line says `_` of the one step that a claim takes, and nothing else of a step. */
function needsArgument(
  { premises }: Relation,
  attacks: readonly Relation[],
  taken: ReadonlyMap<ClaimId, number>,
): boolean {
  const [premise] = premises;
  if (premise === undefined || premises.length > 1) return true;
  if (attacks.length === 0) return false;
  return taken.get(premise) !== 1 || attacks.some(({ kind }) => kind === "supports");
}

/** Makes one line of two opposing relations that name each other, under the claim where the other is at home. */
function pairUp(
  relation: Relation,
  map: ArgumentMap,
  forms: Map<RelationId, Form>,
  attacks: ReadonlyMap<RelationId, readonly Relation[]>,
): void {
  const other = relation.mutual === null ? undefined : map.relations.get(relation.mutual);
  if (other === undefined || other.mutual !== relation.id || relation.id >= other.id) return;
  const [premise] = relation.premises;
  const [otherPremise] = other.premises;
  const pair = [relation, other];
  const isPlain = pair.every(
    ({ id, kind }) => forms.get(id) === "line" && kind === "opposes" && !attacks.has(id),
  );
  const isFacing = targets(relation, otherPremise) && targets(other, premise) && premise !== otherPremise;
  if (!isPlain || !isFacing || premise === undefined) return;
  const isHome = map.claims.get(premise)?.home === relation.id;
  forms.set(relation.id, isHome ? "mutual" : "back");
  forms.set(other.id, isHome ? "back" : "mutual");
}

function targets({ target }: Relation, claim: ClaimId | undefined): boolean {
  return target.type === "claim" && target.id === claim;
}
