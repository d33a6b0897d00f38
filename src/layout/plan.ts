import { bracketBox, cardBox, stackBox, type Box } from "#layout/box.ts";
import type { Size } from "#layout/picture.ts";
import type { LayoutRequest } from "#layout/request.ts";
import type { Branching } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

/** A box and where it hangs. Numbers are places in the plan; -1 says none. */
export interface PlannedBox extends Box {
  /** The box that it is laid out under. */
  readonly parent: number;
  /** The claim whose trunk leads to it; `null` for a thesis and for an undercutter. */
  readonly under: ClaimId | null;
  /** The box whose step it attacks. */
  readonly attacks: number;
}

/** What is waiting for its place: one thesis, or relations that share a box. */
interface Waiting {
  readonly content: ClaimId | readonly Branching[];
  readonly parent: number;
  readonly under: ClaimId | null;
  readonly attacks: number;
}

/**
 * The boxes of what is shown, depth first: a box stands before all below it, siblings in the author's order,
 * an undercutter right after the box that it attacks and what stands between them in its shade.
 */
export function planOf(request: LayoutRequest): readonly PlannedBox[] {
  const boxes: PlannedBox[] = [];
  const waiting = request.forest.roots
    .map((content): Waiting => ({ content, parent: -1, under: null, attacks: -1 }))
    .toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const box = boxFor(next.content, request);
    const index = boxes.push({ ...box, parent: next.parent, under: next.under, attacks: next.attacks }) - 1;
    const open = box.cards.map(({ claim }) => claim).filter((claim) => !request.folded.has(claim));
    for (const undercutter of undercuttersOf(open, request).toReversed()) {
      waiting.push({ content: [undercutter], parent: next.parent, under: null, attacks: index });
    }
    for (const claim of open.toReversed()) {
      for (const group of answersOf(claim, request).toReversed()) {
        waiting.push({ content: group, parent: index, under: claim, attacks: -1 });
      }
    }
  }
  return boxes;
}

function undercuttersOf(claims: readonly ClaimId[], { forest }: LayoutRequest): readonly Branching[] {
  return claims.flatMap((claim) => forest.nodes.get(claim)?.undercutters ?? []);
}

/** The claim's answers, those that share a column put together. */
function answersOf(claim: ClaimId, request: LayoutRequest): readonly (readonly Branching[])[] {
  const groups: Branching[][] = [];
  for (const answer of request.forest.nodes.get(claim)?.answers ?? []) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before?.kind === answer.kind && canStack(before, request) && canStack(answer, request)) {
      last.push(answer);
    } else {
      groups.push([answer]);
    }
  }
  return groups.flatMap(columnsOf);
}

/**
 * A run of leaves as columns of even length, about as many as each is high: one column of all would leave a
 * landscape screen and push the next rank far down.
 */
function columnsOf(leaves: readonly Branching[]): readonly (readonly Branching[])[] {
  const most = Math.max(2, Math.round(Math.sqrt(leaves.length)));
  const columns = Math.ceil(leaves.length / most);
  const start = (column: number) => Math.ceil((column * leaves.length) / columns);
  return Array.from({ length: columns }, (_, column) => leaves.slice(start(column), start(column + 1)));
}

function canStack({ premises, elsewhere }: Branching, request: LayoutRequest): boolean {
  const [only] = premises;
  if (!request.stackLeaves || only === undefined || premises.length + elsewhere.length > 1) return false;
  return request.folded.has(only) || (request.forest.nodes.get(only)?.children ?? []).length === 0;
}

function boxFor(content: ClaimId | readonly Branching[], request: LayoutRequest): Box {
  const sizeOf = (claim: ClaimId) => soundSize(request.sizeOf(claim));
  if (typeof content === "string") return cardBox(content, null, sizeOf);
  const [first, ...others] = content;
  if (first === undefined) throw new Error("A box was planned for no relation; expected at least one.");
  if (others.length > 0) {
    return stackBox(
      content.flatMap(({ premises }) => premises),
      content,
      sizeOf,
    );
  }
  const [premise, ...more] = first.premises;
  if (premise !== undefined && more.length + first.elsewhere.length === 0)
    return cardBox(premise, first, sizeOf);
  return bracketBox(first, first.premises, first.elsewhere, sizeOf);
}

/** A card that could not be measured takes no room, instead of moving all others to nowhere. */
function soundSize({ width, height }: Size): Size {
  return { width: soundLength(width), height: soundLength(height) };
}

function soundLength(length: number): number {
  return Number.isFinite(length) && length > 0 ? length : 0;
}
