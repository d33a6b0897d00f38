import { canHold, NONE, type Numbered } from "#model/anchors.ts";
import { componentsOf } from "#model/components.ts";
import { Heap } from "#model/heap.ts";
import { compareIds } from "#model/ids.ts";

/*
 * Which of its relations each claim is drawn under. The same on every replica, for any relations whatever:
 *
 * 1. A claim that no relation holds is a root.
 * 2. From the roots the forest grows: a claim whose home is sound is drawn there as soon as what it answers is.
 *    Of the claims without one, and with a relation onto what is drawn by now, the one whose relation has the
 *    smallest id is drawn next; then homes go on.
 * 3. What is left leads only into cycles. Claims that lead to each other form a component. From each component that
 *    leads out to no other, one claim becomes a root: the smallest id among those without a sound home,
 *    or else the smallest. Then the forest grows on.
 *
 * Nothing recurses, and each relation is looked at a fixed number of times, so a chain of 10,000 claims is fine.
 */

/** The relation that each claim is drawn under, by number; `NONE` for a root. */
export function spanningOf(map: Numbered): Int32Array<ArrayBuffer> {
  const growth = new Growth(map);
  const hasStep = new Uint8Array(map.claims.length);
  forEachWay(map, (claim) => (hasStep[claim] = 1));
  for (const [claim, has] of hasStep.entries()) if (has === 0) growth.settle(claim, NONE);
  growth.grow();
  for (const claim of rootsOfCycles(map, growth)) growth.settle(claim, NONE);
  growth.grow();
  return growth.relation;
}

/** Every claim with every relation that it can be drawn under. */
function forEachWay({ premises, anchor }: Numbered, visit: (claim: number, relation: number) => void): void {
  for (let relation = 0; relation < premises.length; relation++) {
    for (const claim of premises[relation]!) if (canHold(relation, claim, anchor)) visit(claim, relation);
  }
}

interface Offer {
  readonly relation: number;
  readonly claim: number;
}

/** The forest as it grows from its roots. */
class Growth {
  readonly relation: Int32Array<ArrayBuffer>;
  readonly #map: Numbered;
  readonly #settled: Uint8Array;
  /** Relations by the claim that they bear on in the end. */
  readonly #leadingTo: readonly (readonly number[] | undefined)[];
  readonly #fresh: number[] = [];
  readonly #offers: Heap<Offer>;

  constructor(map: Numbered) {
    this.#map = map;
    this.relation = new Int32Array(map.claims.length).fill(NONE);
    this.#settled = new Uint8Array(map.claims.length);
    const leadingTo = map.claims.map((): number[] | undefined => undefined);
    for (const [relation, claim] of map.anchor.entries()) {
      if (claim !== NONE) (leadingTo[claim] ??= []).push(relation);
    }
    this.#leadingTo = leadingTo;
    this.#offers = new Heap(
      (a, b) =>
        compareIds(map.relations[a.relation]!.id, map.relations[b.relation]!.id) ||
        compareIds(map.claims[a.claim]!.id, map.claims[b.claim]!.id),
    );
  }

  isSettled(claim: number): boolean {
    return this.#settled[claim] === 1;
  }

  settle(claim: number, relation: number): void {
    this.#settled[claim] = 1;
    this.relation[claim] = relation;
    this.#fresh.push(claim);
  }

  grow(): void {
    this.#followHomes();
    for (let offer = this.#offers.pop(); offer !== undefined; offer = this.#offers.pop()) {
      if (this.isSettled(offer.claim)) continue;
      this.settle(offer.claim, offer.relation);
      this.#followHomes();
    }
  }

  #followHomes(): void {
    for (let claim = this.#fresh.pop(); claim !== undefined; claim = this.#fresh.pop()) {
      for (const relation of this.#leadingTo[claim] ?? []) this.#open(relation);
    }
  }

  /** What the relation bears on is drawn now: its premises can follow. */
  #open(relation: number): void {
    const { premises, home } = this.#map;
    for (const claim of premises[relation]!) {
      if (this.isSettled(claim)) continue;
      if (home[claim] === relation) this.settle(claim, relation);
      else if (home[claim] === NONE) this.#offers.push({ relation, claim });
    }
  }
}

/** The claims from which what leads only into cycles can grow. */
function rootsOfCycles(map: Numbered, growth: Growth): readonly number[] {
  const left = [...map.claims.keys()].filter((claim) => !growth.isSettled(claim));
  if (left.length === 0) return left;
  const ways = waysAmong(map, left);
  const component = componentsOf(left.length, (place) => ways[place]!);
  const roots = new Map<number, number>();
  for (const [place, claim] of left.entries()) {
    const root = roots.get(component[place]!) ?? claim;
    roots.set(component[place]!, rootsBefore(map, claim, root) ? claim : root);
  }
  for (const [place, next] of ways.entries()) {
    if (next.some((other) => component[other] !== component[place])) roots.delete(component[place]!);
  }
  return [...roots.values()];
}

/** For each claim that is left, those that it can be drawn below: that of its home, or all where it has none. */
function waysAmong(map: Numbered, left: readonly number[]): readonly (readonly number[])[] {
  const places = new Map(left.map((claim, place) => [claim, place]));
  const ways = left.map((): number[] => []);
  forEachWay(map, (claim, relation) => {
    const place = places.get(claim);
    const home = map.home[claim]!;
    if (place === undefined || (home !== NONE && home !== relation)) return;
    ways[place]!.push(places.get(map.anchor[relation]!)!);
  });
  return ways;
}

function rootsBefore({ claims, home }: Numbered, a: number, b: number): boolean {
  const [boundA, boundB] = [home[a] !== NONE, home[b] !== NONE];
  return boundA === boundB ? compareIds(claims[a]!.id, claims[b]!.id) < 0 : !boundA;
}
