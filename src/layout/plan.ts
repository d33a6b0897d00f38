import { BoxWriter, type Hanging } from "#layout/box-writer.ts";
import { linksOf } from "#layout/links.ts";
import type { PlanNames, PlanTable } from "#layout/plan-table.ts";
import type { LayoutRequest } from "#layout/request.ts";
import type { Branching, ForestNode } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

/** What is to be drawn, in numbers, and what the numbers stand for. */
export interface Plan {
  readonly table: PlanTable;
  readonly names: PlanNames;
}

/** What is in a box: one thesis, or relations that share it. */
export type Content = ClaimId | readonly Branching[];

/** What is waiting for its place. */
interface Waiting extends Hanging {
  readonly content: Content;
}

/**
 * The boxes of what is shown, depth first: a box stands before all below it, siblings in the author's order,
 * an undercutter right after the box that it attacks and what stands between them in its shade.
 */
export function planOf(request: LayoutRequest): Plan {
  const boxes = new BoxWriter(request.sizeOf);
  const waiting = request.forest.roots
    .map((content): Waiting => ({ content, parent: -1, under: -1, attacks: -1 }))
    .toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { boxCount: box, cardCount: firstCard } = boxes;
    writeBox(boxes, next, next.content);
    const open = openNodes(next.content, request);
    for (let at = open.length - 1; at >= 0; at--) {
      const undercutters = open[at]?.undercutters ?? nothing;
      for (let place = undercutters.length - 1; place >= 0; place--)
        waiting.push({ content: [undercutters[place]!], parent: next.parent, under: -1, attacks: box });
    }
    for (let at = open.length - 1; at >= 0; at--) {
      const answers = answersOf(open[at]!, request);
      for (let place = answers.length - 1; place >= 0; place--)
        waiting.push({ content: answers[place]!, parent: box, under: firstCard + at, attacks: -1 });
    }
  }
  const { table, names } = boxes.finish();
  const { links, named } = linksOf(request, table, names);
  return { table: { ...table, links }, names: { ...names, links: named } };
}

export function writeBox(boxes: BoxWriter, next: Hanging, content: Content): void {
  if (typeof content === "string") return boxes.addCard(next, content, null);
  const step = content[0];
  if (step === undefined) throw new Error("A box was planned for no relation; expected at least one.");
  if (content.length > 1) return boxes.addStack(next, content);
  const premise = step.premises[0];
  if (premise !== undefined && step.premises.length + step.elsewhere.length === 1)
    return boxes.addCard(next, premise, step);
  boxes.addBracket(next, step);
}

const nothing: readonly never[] = [];

/** The nodes of a box's cards; `null` where nothing is shown below. A stack holds leaves and folded claims alone. */
export function openNodes(
  content: Content,
  { forest, folded }: LayoutRequest,
): readonly (ForestNode | null)[] {
  if (typeof content !== "string" && content.length > 1) return nothing;
  const claims = typeof content === "string" ? [content] : (content[0]?.premises ?? []);
  return claims.map((claim) => (folded.has(claim) ? null : (forest.nodes.get(claim) ?? null)));
}

/** The claim's answers, those that share a column put together. */
export function answersOf(
  node: ForestNode | null,
  request: LayoutRequest,
): readonly (readonly Branching[])[] {
  if (node === null || node.answers.length === 0) return nothing;
  const groups: Branching[][] = [];
  let column: Branching[] | null = null;
  for (const answer of node.answers) {
    const stacks = canStack(answer, request);
    if (stacks && column?.[0]?.kind === answer.kind) {
      column.push(answer);
      continue;
    }
    const group = [answer];
    column = stacks ? group : null;
    groups.push(group);
  }
  return groups.length === node.answers.length ? groups : groups.flatMap(columnsOf);
}

/**
 * A run of leaves as columns of even length, about as many as each is high: one column of all would leave a
 * landscape screen and push the next rank far down.
 */
function columnsOf(leaves: readonly Branching[]): readonly (readonly Branching[])[] {
  if (leaves.length === 1) return [leaves];
  const most = Math.max(2, Math.round(Math.sqrt(leaves.length)));
  const columns = Math.ceil(leaves.length / most);
  const start = (column: number) => Math.ceil((column * leaves.length) / columns);
  return Array.from({ length: columns }, (_, column) => leaves.slice(start(column), start(column + 1)));
}

function canStack({ premises, elsewhere }: Branching, request: LayoutRequest): boolean {
  const [only] = premises;
  if (!request.stackLeaves || only === undefined || premises.length + elsewhere.length > 1) return false;
  return request.folded.has(only) || request.forest.nodes.get(only)?.children.length === 0;
}
