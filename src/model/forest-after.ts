import { anchorOf, canHold, NONE, type Numbered, numbered } from "#model/anchors.ts";
import type { Claim } from "#model/claim.ts";
import { differingKeys } from "#model/descent.ts";
import { Places } from "#model/forest-places.ts";
import {
  type Branching,
  compareLinks,
  type CrossLink,
  depthFirst,
  type Forest,
  type ForestNode,
  forestOf,
  noteForest,
  knownForest,
} from "#model/forest.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import { layered } from "#model/layered.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byOrder } from "#model/order.ts";

/*
 * The forest of a map that has come from another, by what has changed.
 *
 * In a plain map every claim but the roots stands at its home, so where one is drawn does not depend on where others
 * are: a change moves only claims that it is about, and premises of the steps that it touches (`forest-places.ts`). Nodes with which
 * no touched step stands stay the same objects, and so do lists that hold what they held.
 *
 * Where the map is plain no more, or much has changed, its forest is drawn from nothing: that is what must come out in
 * any case (`tests/model/forest-after.test.ts`).
 */

/** A change of more records is as quickly drawn from nothing. */
const mostFollowed = 500;

/** As `forestOf`, for a map that has come from `before`: the same forest where only words have changed since. */
export function forestAfter(before: ArgumentMap, map: ArgumentMap): Forest {
  const was = knownForest(before);
  const forest = was === undefined || knownForest(map) !== undefined ? null : followed(was, before, map);
  if (forest === null) return forestOf(map);
  noteForest(map, forest);
  return forest;
}

/** `null` where it has to be drawn from nothing. */
function followed(was: Forest, before: ArgumentMap, map: ArgumentMap): Forest | null {
  const claims = differingKeys(before.claims, map.claims).filter((id) => {
    const [a, b] = [before.claims.get(id), map.claims.get(id)];
    return a === undefined || b === undefined || a.home !== b.home || a.order !== b.order;
  });
  const steps = differingKeys(before.relations, map.relations);
  if (claims.length + steps.length === 0) return was;
  if (claims.length + steps.length > mostFollowed || !isPlain(before)) return null;
  const places = new Places(was, [before, map], claims, steps);
  if (!places.isPlain) return null;
  const forest = new Regrowth(places).forest();
  plain.set(forest, true);
  return forest;
}

const plain = new WeakMap<Forest, boolean>();

/**
 * Whether every claim is drawn at its home or is a root whose steps, if it takes any, lead to what is drawn below it;
 * and every step is whole: it has premises, each named once, which are all there, and leads to a claim.
 */
export function isPlain(map: ArgumentMap): boolean {
  const forest = forestOf(map);
  const found = plain.get(forest) ?? isDrawnPlain(numbered(map), forest);
  plain.set(forest, found);
  return found;
}

function isDrawnPlain({ claims, relations, premises, anchor, home }: Numbered, { nodes }: Forest): boolean {
  const isAtHome = ({ id }: Claim, claim: number) =>
    (nodes.get(id)!.relation ?? null) === (home[claim] === NONE ? null : relations[home[claim]!]!.id);
  if (!claims.every(isAtHome)) return false;
  const top = topsOf(home, anchor);
  return relations.every((relation, number) => {
    const count = relation.premises.length;
    if (anchor[number] === NONE || count === 0 || premises[number]!.length !== count) return false;
    const leadsOut = (claim: number) =>
      home[claim] === NONE && canHold(number, claim, anchor) && top[anchor[number]!] !== claim;
    return !premises[number]!.some(leadsOut);
  });
}

/** The root above each claim, where all stand at their homes. */
function topsOf(home: Int32Array, anchor: Int32Array): Int32Array {
  const top = new Int32Array(home.length).fill(NONE);
  for (let start = 0; start < top.length; start++) {
    const way: number[] = [];
    let at = start;
    for (; top[at] === NONE && home[at] !== NONE; at = anchor[home[at]!]!) way.push(at);
    const found = top[at] === NONE ? at : top[at]!;
    for (const claim of [...way, at]) top[claim] = found;
  }
  return top;
}

/** Steps that stand with a claim. */
interface Hosted {
  readonly answers: RelationId[];
  readonly undercutters: RelationId[];
}

/** The nodes that a change makes anew. */
class Regrowth {
  readonly #places: Places;
  /** Claims that touched steps stand with now, or stood with. */
  readonly #hosts = new Map<ClaimId, Hosted>();
  readonly #nodes = new Map<ClaimId, ForestNode>();

  constructor(places: Places) {
    this.#places = places;
  }

  forest(): Forest {
    const { was, gone, placed } = this.#places;
    this.#hostAll();
    const due = new Set([...placed.keys(), ...this.#hosts.keys()]);
    for (const claim of due) this.#nodes.set(claim, this.#node(claim));
    for (const claim of due) this.#level(claim);
    const nodes = layered(was.nodes, [...gone.map((claim) => [claim, undefined] as const), ...this.#nodes]);
    const roots = this.#roots();
    const isRelisted = ({ claim, children }: ForestNode) =>
      !isSameList(was.nodes.get(claim)?.children, children);
    const isReordered = roots !== was.roots || [...this.#nodes.values()].some(isRelisted);
    return {
      roots,
      nodes,
      crossLinks: this.#crossLinks(),
      order: isReordered ? depthFirst(roots, nodes) : was.order,
    };
  }

  #hostAll(): void {
    const { was, before, map, touched } = this.#places;
    const hosted = (claim: ClaimId) => {
      const found = this.#hosts.get(claim) ?? { answers: [], undercutters: [] };
      this.#hosts.set(claim, found);
      return found;
    };
    for (const step of touched) {
      for (const premise of before.relations.get(step)?.premises ?? []) {
        const node = was.nodes.get(premise);
        if (node?.relation === step && map.claims.has(node.parent!)) hosted(node.parent!);
      }
      if (this.#drawn(step).length === 0) continue;
      const attacked = this.#attacked(step);
      if (attacked === null) hosted(anchorOf(map, step)!).answers.push(step);
      else hosted(attacked).undercutters.push(step);
    }
  }

  /** The claims that are drawn under a step, in the author's order. */
  #drawn(step: RelationId): readonly ClaimId[] {
    const { claims, relations } = this.#places.map;
    const premises = relations.get(step)?.premises ?? [];
    const drawn = premises.filter((premise) => this.#places.under(premise) === step);
    return drawn.length < 2 ? drawn : drawn.toSorted((a, b) => byOrder(claims.get(a)!, claims.get(b)!));
  }

  /** The first claim under the step that a step bears on; `null` where it bears on a claim, or none is drawn there. */
  #attacked(step: RelationId): ClaimId | null {
    const { target } = this.#places.map.relations.get(step)!;
    return target.type === "relation" ? (this.#drawn(target.id)[0] ?? null) : null;
  }

  #node(claim: ClaimId): ForestNode {
    const { was, map, touched } = this.#places;
    const base = was.nodes.get(claim);
    const under = this.#places.under(claim);
    const [answers, undercutters] = [this.#list(claim, "answers"), this.#list(claim, "undercutters")];
    const rest = {
      claim,
      relation: under,
      depth: base?.depth ?? NONE,
      answers,
      undercutters,
      children: [...undercutters, ...answers].flatMap(({ premises }) => premises),
    };
    if (under === null) return { ...rest, parent: null, anchor: null };
    if (!touched.has(under)) return { ...rest, parent: base!.parent, anchor: base!.anchor };
    const anchor = anchorOf(map, under);
    return { ...rest, parent: this.#attacked(under) ?? anchor, anchor };
  }

  #list(claim: ClaimId, list: keyof Hosted): readonly Branching[] {
    const { was, map, touched } = this.#places;
    const before = was.nodes.get(claim)?.[list] ?? [];
    const steps = this.#hosts.get(claim)?.[list] ?? [];
    const kept = before.filter(({ relation }) => !touched.has(relation));
    if (kept.length === before.length && steps.length === 0) return before;
    const all = [...kept, ...steps.map((step) => this.#branching(step))];
    return all.toSorted((a, b) => byOrder(map.relations.get(a.relation)!, map.relations.get(b.relation)!));
  }

  #branching(step: RelationId): Branching {
    const { kind, premises } = this.#places.map.relations.get(step)!;
    const elsewhere = premises.filter((premise) => this.#places.under(premise) !== step);
    return { relation: step, kind, premises: this.#drawn(step), elsewhere: elsewhere.toSorted(compareIds) };
  }

  /** Gives a node that is made anew its depth, and all below it theirs. */
  #level(claim: ClaimId): void {
    const now = (each: ClaimId) => this.#nodes.get(each) ?? this.#places.was.nodes.get(each);
    let depth = 0;
    for (let above = now(claim)?.parent ?? null; above !== null; above = now(above)?.parent ?? null) depth++;
    const waiting: [ClaimId, number][] = [[claim, depth]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [each, level] = next;
      const node = now(each);
      if (node === undefined || (node.depth === level && each !== claim)) continue;
      if (node.depth !== level) this.#nodes.set(each, { ...node, depth: level });
      for (const child of node.children) waiting.push([child, level + 1]);
    }
  }

  #roots(): readonly ClaimId[] {
    const { was, map, placed } = this.#places;
    const kept = was.roots.filter((claim) => map.claims.has(claim) && !placed.has(claim));
    const fresh = [...placed].flatMap(([claim, under]) => (under === null ? [claim] : []));
    const roots = [...kept, ...fresh].toSorted((a, b) => byOrder(map.claims.get(a)!, map.claims.get(b)!));
    return isSameList(was.roots, roots) ? was.roots : roots;
  }

  #crossLinks(): readonly CrossLink[] {
    const { was, map, touched } = this.#places;
    const kept = was.crossLinks.filter(({ relation }) => !touched.has(relation));
    const fresh = [...touched].flatMap((relation) => {
      const premises = map.relations.get(relation)?.premises ?? [];
      const links = premises.map((premise) => ({ premise, relation }));
      return links.filter(({ premise }) => this.#places.under(premise) !== relation);
    });
    if (fresh.length === 0 && kept.length === was.crossLinks.length) return was.crossLinks;
    return [...kept, ...fresh].toSorted(compareLinks);
  }
}

function isSameList(a: readonly ClaimId[] | undefined, b: readonly ClaimId[]): boolean {
  return a !== undefined && a.length === b.length && a.every((item, place) => item === b[place]);
}
