import { anchorOf } from "#model/anchors.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** What a change of a map moves in its forest, as long as the map stays plain (`forest-after.ts`). */
export class Places {
  readonly was: Forest;
  readonly before: ArgumentMap;
  readonly map: ArgumentMap;
  /** Steps that have changed, that a claim takes which moves, or that bear on a step that is touched. */
  readonly touched = new Set<RelationId>();
  /** Claims that move, and all that take a touched step, with the step that each is drawn under now; `null` for a root. */
  readonly placed = new Map<ClaimId, RelationId | null>();
  /** Claims that are in the map no more. */
  readonly gone: readonly ClaimId[];
  /** The cross-links of before, by their claim, and the steps that have any. */
  readonly #links = new Map<ClaimId, RelationId[]>();
  readonly #linked = new Set<RelationId>();

  /** `claims` and `steps` are those that differ. */
  constructor(
    was: Forest,
    [before, map]: readonly [ArgumentMap, ArgumentMap],
    claims: readonly ClaimId[],
    steps: readonly RelationId[],
  ) {
    [this.was, this.before, this.map] = [was, before, map];
    this.gone = claims.filter((claim) => !map.claims.has(claim));
    for (const { premise, relation } of was.crossLinks) {
      const links = this.#links.get(premise);
      if (links === undefined) this.#links.set(premise, [relation]);
      else links.push(relation);
      this.#linked.add(relation);
    }
    for (const claim of claims) this.#move(claim);
    this.#touch(steps);
  }

  /** Whether the map is plain still. */
  get isPlain(): boolean {
    if (![...this.touched].every((step) => this.#isWhole(step)) || this.#goesRound()) return false;
    const fresh = [...this.placed].flatMap(([claim, under]) => (under === null ? [claim] : []));
    const linked = this.was.roots.filter((root) => this.#links.has(root) && this.map.claims.has(root));
    return [...fresh, ...linked].every((root) => this.under(root) !== null || !this.#leadsOut(root));
  }

  /** The step that a claim is drawn under now. */
  under(claim: ClaimId): RelationId | null {
    const placed = this.placed.get(claim);
    return placed === undefined ? (this.was.nodes.get(claim)?.relation ?? null) : placed;
  }

  /** A claim moves, is new or gone: all that it takes is touched, and what bears on it if it is gone. */
  #move(claim: ClaimId): void {
    const isGone = !this.map.claims.has(claim);
    if (!isGone) this.placed.set(claim, this.#home(claim));
    const answers = this.was.nodes.get(claim)?.answers.map(({ relation }) => relation) ?? [];
    const onto = [...answers, ...this.#linked].filter((step) => this.#target(step) === claim);
    this.#touch(isGone ? [...this.#taken(claim), ...onto] : this.#taken(claim));
  }

  #touch(steps: readonly RelationId[]): void {
    const waiting = [...steps];
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      if (this.touched.has(step)) continue;
      this.touched.add(step);
      waiting.push(...this.#onto(step));
      for (const claim of this.#takers(step)) {
        if (this.placed.has(claim)) continue;
        const home = this.#home(claim);
        this.placed.set(claim, home);
        if (home !== (this.was.nodes.get(claim)?.relation ?? null)) waiting.push(...this.#taken(claim));
      }
    }
  }

  /** The step that is a claim's home, where it can be drawn there. */
  #home(claim: ClaimId): RelationId | null {
    const home = this.map.claims.get(claim)?.home ?? null;
    return home !== null && this.#canHold(home, claim) ? home : null;
  }

  #canHold(step: RelationId, claim: ClaimId): boolean {
    if (this.map.relations.get(step)?.premises.includes(claim) !== true) return false;
    const anchor = anchorOf(this.map, step);
    return anchor !== null && anchor !== claim;
  }

  /** Whether a root takes a step that leads out of its own tree: it would be drawn there. */
  #leadsOut(root: ClaimId): boolean {
    return [...this.#taken(root), ...this.touched].some((step) => {
      if (!this.#canHold(step, root)) return false;
      let top = anchorOf(this.map, step)!;
      for (let above = this.#above(top); above !== null; above = this.#above(top)) top = above;
      return top !== root;
    });
  }

  /** The steps that a claim took before. */
  #taken(claim: ClaimId): readonly RelationId[] {
    const under = this.was.nodes.get(claim)?.relation ?? null;
    const links = this.#links.get(claim) ?? [];
    return under === null ? links : [under, ...links];
  }

  /** The claims of the map that take a step, or took it before. */
  #takers(step: RelationId): readonly ClaimId[] {
    const premises = [this.before, this.map].flatMap(({ relations }) => relations.get(step)?.premises ?? []);
    return premises.filter((claim) => this.map.claims.has(claim));
  }

  /** What bore on a step before. It stood with a claim that took the step, or with what the step bears on. */
  #onto(step: RelationId): readonly RelationId[] {
    const relation = this.before.relations.get(step);
    if (relation === undefined) return [];
    const { nodes } = this.was;
    const anchor = anchorOf(this.before, step);
    const isDrawn = relation.premises.some((premise) => nodes.get(premise)?.relation === step);
    const steps = isDrawn
      ? relation.premises.flatMap((premise) => nodes.get(premise)?.undercutters ?? [])
      : anchor === null
        ? []
        : (nodes.get(anchor)?.answers ?? []);
    const drawn = steps.map((branching) => branching.relation);
    return [...drawn, ...this.#linked].filter((each) => this.#target(each) === step);
  }

  #target(step: RelationId): ClaimId | RelationId | undefined {
    return this.before.relations.get(step)?.target.id;
  }

  /** Whether all that a step names is there, each once, and it leads to a claim. */
  #isWhole(step: RelationId): boolean {
    const premises = this.map.relations.get(step)?.premises;
    if (premises === undefined) return true;
    const areThere = premises.length > 0 && premises.every((premise) => this.map.claims.has(premise));
    return areThere && new Set(premises).size === premises.length && anchorOf(this.map, step) !== null;
  }

  /** Whether a claim that is placed anew stands below itself. */
  #goesRound(): boolean {
    const sound = new Set<ClaimId>();
    for (const claim of this.placed.keys()) {
      const way = new Set<ClaimId>();
      for (let at: ClaimId | null = claim; at !== null && !sound.has(at); at = this.#above(at)) {
        if (way.has(at)) return true;
        way.add(at);
      }
      for (const each of way) sound.add(each);
    }
    return false;
  }

  #above(claim: ClaimId): ClaimId | null {
    if (!this.placed.has(claim)) return this.was.nodes.get(claim)?.anchor ?? null;
    const under = this.under(claim);
    return under === null ? null : anchorOf(this.map, under);
  }
}
