import { type Claim, newClaim } from "#model/claim.ts";
import { compareIds, type ClaimId, type MapId, type RelationId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { byOrder, ordersBetween } from "#model/order.ts";
import { onClaim, onRelation, type Relation, type RelationKind, type Target } from "#model/relation.ts";

/*
 * Maps in a line. Steps part with ";":
 *
 *   A                 a thesis
 *   +B > A            B supports A
 *   -C > B            C opposes B
 *   -D > (B>A)        D undercuts the step from B to A; "-E > (D>(B>A))" undercuts that
 *   +B & C > A        B and C support A together
 *   +B > A; +B > C    B also supports C: the first step is its home
 *   +B > A; +B* > C   the second is its home
 *   +B? > A           this step is nobody's home, unless a later one with "*" says so
 *   +B > ~X           X is not in the map: the step dangles; so does one onto a step that is not written
 *
 * A claim's id and text are its name; a name may have spaces, but none of ; > & ( ) ~ and no * or ? at its end.
 * The id of a step is "B>A", "B&C>A", "D>(B>A)"; a second one between the same ends is "B>A#2".
 * Order keys follow the order of writing.
 */

/** The map that a notation stands for. */
export function argumentMap(notation: string): ArgumentMap {
  const builder = new MapBuilder();
  for (const step of notation.split(";")) if (step.trim() !== "") builder.take(step.trim());
  return builder.finish();
}

/** The id of the claim with this name. */
export function claimId(name: string): ClaimId {
  return name as ClaimId;
}

/** The id of the step that is written so: `relationId("B > A")`. */
export function relationId(step: string): RelationId {
  return spaceless(step) as RelationId;
}

/**
 * The map as a notation, theses first, then the steps below them depth first, then what only a cycle holds.
 * `argumentMap(notationOf(map))` is the map again, where ids and texts are names and order keys are as written.
 */
export function notationOf(map: ArgumentMap): string {
  const claims = [...map.claims.values()].toSorted(byOrder);
  const relations = [...map.relations.values()].toSorted(byOrder);
  const isPremise = new Set(relations.flatMap(({ premises }) => premises));
  const theses = claims.filter(({ id }) => !isPremise.has(id));
  const written = writtenOrder(relations, [...theses, ...claims]);
  const homes = new Set<ClaimId>();
  const steps = written.map((relation) => stepOf(map, relation, homes));
  return [...theses.map(({ id }) => id as string), ...steps].join("; ");
}

interface Written {
  readonly name: string;
  readonly home: boolean | null;
}

class MapBuilder {
  readonly #claims = new Map<ClaimId, Claim>();
  readonly #relations = new Map<RelationId, Relation>();
  readonly #chosen = new Set<ClaimId>();

  take(step: string): void {
    const [, sign, premises, end] = /^([+-])([^>]*)>(.*)$/s.exec(step) ?? [];
    if (sign === undefined || premises === undefined || end === undefined) {
      this.#claim(step);
      return;
    }
    const written = premises.split("&").map(readPremise);
    this.#relate(sign === "+" ? "supports" : "opposes", written, end.trim());
  }

  finish(): ArgumentMap {
    const claims = withOrders([...this.#claims.values()], (claim) => String(claim.home));
    const relations = withOrders(
      [...this.#relations.values()],
      ({ target }) => `${target.type} ${target.id}`,
    );
    return {
      ...emptyMap("map" as MapId, { title: "A map" }),
      claims: new Map(claims.map((claim) => [claim.id, claim])),
      relations: new Map(relations.map((relation) => [relation.id, relation])),
    };
  }

  #relate(kind: RelationKind, written: readonly Written[], end: string): void {
    for (const { name } of written) this.#claim(name);
    const target = this.#target(end);
    const names = written.map(({ name }) => name);
    const id = this.#freshId(`${names.join("&")}>${target.type === "claim" ? target.id : `(${target.id})`}`);
    const premises = names.map(claimId).toSorted(compareIds);
    this.#relations.set(id, { id, kind, premises, target, order: "a0", mutual: null });
    for (const premise of written) this.#settle(premise, id);
  }

  #target(end: string): Target {
    if (end.startsWith("(")) return onRelation(relationId(end.slice(1, -1)));
    if (end.startsWith("~")) return onClaim(claimId(end.slice(1)));
    this.#claim(end);
    return onClaim(claimId(end));
  }

  #settle({ name, home }: Written, relation: RelationId): void {
    const claim = this.#claim(name);
    if (home === false || (home === null && this.#chosen.has(claim.id))) return;
    this.#chosen.add(claim.id);
    this.#claims.set(claim.id, { ...claim, home: relation });
  }

  #claim(name: string): Claim {
    const id = claimId(name);
    const claim = this.#claims.get(id) ?? newClaim(id, { text: name });
    this.#claims.set(id, claim);
    return claim;
  }

  #freshId(base: string): RelationId {
    const plain = relationId(base);
    if (!this.#relations.has(plain)) return plain;
    for (let number = 2; ; number++) {
      const id = `${plain}#${number}` as RelationId;
      if (!this.#relations.has(id)) return id;
    }
  }
}

function readPremise(written: string): Written {
  const name = written.trim();
  const mark = name.at(-1);
  if (mark !== "*" && mark !== "?") return { name, home: null };
  return { name: name.slice(0, -1), home: mark === "*" };
}

function spaceless(step: string): string {
  return step.replaceAll(/\s*([>&()])\s*/g, "$1").trim();
}

/** Gives each group rising order keys, in the order of the list. */
function withOrders<Item extends { readonly order: string }>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
): readonly Item[] {
  const orders = ordersBetween(null, null, items.length);
  const counts = new Map<string, number>();
  return items.map((item) => {
    const group = groupOf(item);
    const place = counts.get(group) ?? 0;
    counts.set(group, place + 1);
    return { ...item, order: orders[place] ?? item.order };
  });
}

/** Relations as they are written: what bears on a claim or step right after it, starting from `claims`. */
function writtenOrder(relations: readonly Relation[], claims: readonly Claim[]): readonly Relation[] {
  const written = new Set<Relation>();
  const onto = (target: Target) =>
    relations.filter((relation) => relation.target.type === target.type && relation.target.id === target.id);
  const waiting: Target[] = claims.map(({ id }) => onClaim(id)).toReversed();
  for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
    const fresh = onto(target).filter((relation) => !written.has(relation));
    for (const relation of fresh) written.add(relation);
    const next = fresh.flatMap(({ id, premises }) => [onRelation(id)].concat(premises.map(onClaim)));
    waiting.push(...next.toReversed());
  }
  return [...written, ...relations.filter((relation) => !written.has(relation))];
}

function stepOf(map: ArgumentMap, relation: Relation, homes: Set<ClaimId>): string {
  const premises = relation.premises
    .toSorted((a, b) => byOrder(orderOf(map, a), orderOf(map, b)))
    .map((premise) => premise + homeMark(map.claims.get(premise), relation, homes));
  const { type, id } = relation.target;
  const end = type === "relation" ? `(${id})` : map.claims.has(id) ? id : `~${id}`;
  return `${relation.kind === "supports" ? "+" : "-"}${premises.join(" & ")} > ${end}`;
}

function orderOf(map: ArgumentMap, id: ClaimId): { readonly id: string; readonly order: string } {
  return map.claims.get(id) ?? { id, order: "" };
}

/** A premise that was not written under its home yet does not take this step for one. */
function homeMark(claim: Claim | undefined, relation: Relation, homes: Set<ClaimId>): "" | "?" {
  if (claim === undefined) return "?";
  if (claim.home === relation.id) homes.add(claim.id);
  return homes.has(claim.id) ? "" : "?";
}
