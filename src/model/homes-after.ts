import { anchorOf, type Anchoring } from "#model/anchors.ts";
import { isPlain } from "#model/forest-after.ts";
import { type Forest, forestOf } from "#model/forest.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";

/** More claims than this find their places as quickly in a forest that is drawn from nothing. */
const mostFollowed = 50;

type Homes = ReadonlyMap<ClaimId, RelationId>;

/** The map after a deletion, as far as it is looked at. */
interface Left extends Anchoring {
  readonly relations: { get(id: RelationId): Relation | undefined };
}

/**
 * Where claims are drawn that a deletion has left without a home, if all others stand where they stood. `null` where
 * that is no question of these claims alone: the map was not plain, what a root takes leads to one of them, or one
 * would become a root.
 */
export function homesAfter(before: ArgumentMap, left: Left, homeless: ReadonlySet<ClaimId>): Homes | null {
  return homeless.size > mostFollowed || !isPlain(before)
    ? null
    : new Settling(forestOf(before), left, homeless).homes();
}

/** A step that a claim may be drawn under, and what that leads to. */
interface Way {
  readonly claim: ClaimId;
  readonly step: RelationId;
  readonly anchor: ClaimId;
}

class Settling {
  readonly #was: Forest;
  readonly #left: Left;
  readonly #homeless: ReadonlySet<ClaimId>;
  readonly #links = new Map<ClaimId, RelationId[]>();
  readonly #found = new Map<ClaimId, RelationId>();

  constructor(was: Forest, left: Left, homeless: ReadonlySet<ClaimId>) {
    [this.#was, this.#left, this.#homeless] = [was, left, homeless];
    for (const { premise, relation } of was.crossLinks) {
      if (homeless.has(premise) || was.nodes.get(premise)?.parent === null)
        this.#links.set(premise, [...(this.#links.get(premise) ?? []), relation]);
    }
  }

  /** As in `spanning.ts`: first what grows from roots that take no step, then from those that lead only to themselves. */
  homes(): Homes | null {
    const bound = new Set([...this.#links.keys()].filter((claim) => this.#isBoundRoot(claim)));
    if (![...bound].every((root) => this.#waysOf(root).every(({ anchor }) => this.#topOf(anchor) === root)))
      return null;
    this.#grow((top) => !bound.has(top));
    this.#grow(() => true);
    return this.#found.size === this.#homeless.size ? this.#found : null;
  }

  /** One after the other the claim whose step has the smallest id among those onto what is drawn by then. */
  #grow(isDrawn: (top: ClaimId) => boolean): void {
    const ways = [...this.#homeless]
      .flatMap((claim) => this.#waysOf(claim))
      .toSorted((a, b) => compareIds(a.step, b.step) || compareIds(a.claim, b.claim));
    const isOpen = ({ claim, anchor }: Way) => {
      const top = this.#found.has(claim) ? null : this.#topOf(anchor);
      return top !== null && isDrawn(top);
    };
    for (let next = ways.find(isOpen); next !== undefined; next = ways.find(isOpen))
      this.#found.set(next.claim, next.step);
  }

  #isBoundRoot(claim: ClaimId): boolean {
    return !this.#homeless.has(claim) && this.#left.claims.has(claim) && this.#waysOf(claim).length > 0;
  }

  #waysOf(claim: ClaimId): readonly Way[] {
    const drawn = this.#was.nodes.get(claim)?.relation ?? null;
    const steps = [...(drawn === null ? [] : [drawn]), ...(this.#links.get(claim) ?? [])];
    return steps.flatMap((step) => {
      const anchor = anchorOf(this.#left, step);
      const canHold = anchor !== null && anchor !== claim;
      const isTaken = this.#left.relations.get(step)?.premises.includes(claim) === true;
      return canHold && isTaken ? { claim, step, anchor } : [];
    });
  }

  /** The root above a claim; `null` where one is on the way that has no home yet. */
  #topOf(claim: ClaimId): ClaimId | null {
    for (let at = claim; ;) {
      const home = this.#found.get(at);
      if (home === undefined && this.#homeless.has(at)) return null;
      const above: ClaimId | null =
        home === undefined ? (this.#was.nodes.get(at)?.anchor ?? null) : anchorOf(this.#left, home);
      if (above === null) return at;
      at = above;
    }
  }
}
