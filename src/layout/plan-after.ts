import { BoxWriter } from "#layout/box-writer.ts";
import { linksOf } from "#layout/links.ts";
import { answersOf, type Content, openNodes, type Plan, planOf, writeBox } from "#layout/plan.ts";
import { PlanSplicer } from "#layout/plan-splicer.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { differingKeys } from "#model/descent.ts";
import type { ClaimId } from "#model/ids.ts";

/*
 * The plan of a map that has come from another: boxes with which nothing has changed, nor below them, are taken over
 * from the plan before in one piece. Only what is changed is written anew, and what leads down to it.
 */

/** A plan, with what it was made from. */
export interface Planned {
  readonly request: LayoutRequest;
  readonly plan: Plan;
}

/** As `planOf`, by what has changed since `before`. */
export function planAfter(before: Planned, request: LayoutRequest): Plan {
  const due = dueClaims(before.request, request);
  return due === null ? planOf(request) : new Following(before.plan, request, due).plan();
}

/** The claims that have changed, and all above them; `null` where anything else has changed. */
function dueClaims(before: LayoutRequest, request: LayoutRequest): ReadonlySet<ClaimId> | null {
  if (before.sizes === undefined || request.sizes === undefined) return null;
  if (before.folded !== request.folded || before.stackLeaves !== request.stackLeaves) return null;
  const nodes = [before.forest.nodes, request.forest.nodes] as const;
  const due = new Set<ClaimId>();
  const waiting = [...differingKeys(...nodes), ...differingKeys(before.sizes, request.sizes)];
  for (let claim = waiting.pop(); claim !== undefined; claim = waiting.pop()) {
    if (due.has(claim)) continue;
    due.add(claim);
    for (const all of nodes) {
      const parent = all.get(claim)?.parent ?? null;
      if (parent !== null) waiting.push(parent);
    }
  }
  return due;
}

/** What is waiting for its place, with the box that it had, -1 for none. */
interface Waiting {
  readonly content: Content;
  readonly parent: number;
  readonly under: number;
  readonly attacks: number;
  readonly old: number;
}

class Following {
  readonly #before: Plan;
  readonly #request: LayoutRequest;
  readonly #due: ReadonlySet<ClaimId>;
  readonly #fresh: BoxWriter;
  readonly #splicer: PlanSplicer;
  /** By box of the plan before: where what stands with it and below it ends. */
  readonly #ends: Int32Array;

  constructor(before: Plan, request: LayoutRequest, due: ReadonlySet<ClaimId>) {
    [this.#before, this.#request, this.#due] = [before, request, due];
    this.#fresh = new BoxWriter(request.sizeOf);
    this.#splicer = new PlanSplicer(before);
    this.#ends = endsOf(before);
  }

  plan(): Plan {
    const old = this.#oldRoots();
    const waiting = this.#request.forest.roots
      .map((content): Waiting => ({
        content,
        parent: -1,
        under: -1,
        attacks: -1,
        old: old.get(content) ?? -1,
      }))
      .toReversed();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.old >= 0 && this.#isAsBefore(next.content, next.old))
        this.#splicer.keep(next.old, this.#ends[next.old]!, next);
      else this.#write(next, waiting);
    }
    const { table, names } = this.#splicer.finish(this.#fresh.finish());
    const { links, named } = linksOf(this.#request, table, names);
    return { table: { ...table, links }, names: { ...names, links: named } };
  }

  /** Writes a box anew; what hangs from it waits. */
  #write(next: Waiting, waiting: Waiting[]): void {
    const { boxCount: box, cardCount: firstCard } = this.#splicer;
    const before = this.#fresh.cardCount;
    writeBox(this.#fresh, next, next.content);
    this.#splicer.add(this.#fresh.cardCount - before);
    const old = this.#oldBelow(next.old);
    const open = openNodes(next.content, this.#request);
    const wait = (
      content: Exclude<Content, string>,
      hanging: Pick<Waiting, "parent" | "under" | "attacks">,
    ) => waiting.push({ content, ...hanging, old: old.get(content[0]!.relation) ?? -1 });
    for (let at = open.length - 1; at >= 0; at--)
      for (const step of open[at]?.undercutters.toReversed() ?? [])
        wait([step], { parent: next.parent, under: -1, attacks: box });
    for (let at = open.length - 1; at >= 0; at--)
      for (const steps of answersOf(open[at]!, this.#request).toReversed())
        wait(steps, { parent: box, under: firstCard + at, attacks: -1 });
  }

  /** Whether a box holds what it held, nothing of which has changed. */
  #isAsBefore(content: Content, old: number): boolean {
    if (typeof content === "string") return !this.#due.has(content);
    const { table, names } = this.#before;
    const first = table.firstStep[old]!;
    if (table.firstStep[old + 1]! - first !== content.length) return false;
    return content.every(
      (step, at) => names.steps[first + at] === step && !step.premises.some((claim) => this.#due.has(claim)),
    );
  }

  #oldRoots(): ReadonlyMap<string, number> {
    const { table, names } = this.#before;
    const roots = new Map<string, number>();
    for (let box = 0; box < this.#ends.length; box = this.#ends[box]!)
      roots.set(names.cards[table.firstCard[box]!]!, box);
    return roots;
  }

  /** The boxes that hung from a box, and those that attacked it, by their first step. */
  #oldBelow(old: number): ReadonlyMap<string, number> {
    const { table, names } = this.#before;
    const below = new Map<string, number>();
    if (old < 0) return below;
    for (let box = old + 1; box < this.#ends[old]!; box = this.#ends[box]!)
      below.set(names.steps[table.firstStep[box]!]!.relation, box);
    return below;
  }
}

function endsOf({ table: { boxes, attacks } }: Plan): Int32Array {
  const ends = Int32Array.from(boxes.parent, (_, box) => box + 1);
  for (let box = ends.length - 1; box >= 0; box--) {
    const owner = attacks[box]! >= 0 ? attacks[box]! : boxes.parent[box]!;
    if (owner >= 0 && ends[owner]! < ends[box]!) ends[owner] = ends[box]!;
  }
  return ends;
}
