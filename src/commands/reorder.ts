import type { Command, Refusal } from "#commands/command.ts";
import { drawnPremises, makeRoom, thesesOf } from "#commands/placing.ts";
import { revise } from "#commands/revising.ts";
import type { Shelf } from "#commands/shelf.ts";
import { type Change, noChange } from "#model/change.ts";
import type { Claim } from "#model/claim.ts";
import { type Branching, type Forest, type ForestNode, forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";
import { commandWords as words } from "#words/commands.ts";

/** One place back or forth among its siblings, or right before or after one of them. */
export type ReorderInput =
  | { readonly claim: ClaimId; readonly by: -1 | 1 }
  | { readonly claim: ClaimId; readonly before: ClaimId }
  | { readonly claim: ClaimId; readonly after: ClaimId };

/**
 * Puts a claim elsewhere among those it stands side by side with: theses, answers to one claim, undercutters of one
 * step, or the co-premises of one step. At the end of its bracket, one place further moves the whole bracket.
 */
export const reorder: Command<ReorderInput> = {
  name: "reorder",

  label: () => words.reorder,

  run(map, input) {
    const rows = rowsOf(map, forestOf(map), input.claim);
    if (rows.length === 0) return { refused: words.claimGone };
    if ("by" in input) return shift(map, rows, input.by);
    const isBefore = "before" in input;
    const sibling = isBefore ? input.before : input.after;
    for (const row of rows) {
      const place = row.members.findIndex((claims) => claims.includes(sibling));
      if (place !== -1 && place !== row.place)
        return put(map, row, restPlace(row, place) + (isBefore ? 0 : 1));
    }
    return sibling === input.claim ? noChange : { refused: words.notSiblings };
  },
};

/** Things that stand side by side in the author's order. */
interface Row {
  /** Which of them the claim is, or is in. */
  readonly place: number;
  /** The claims of each. */
  readonly members: readonly (readonly ClaimId[])[];
  readonly records:
    | { readonly shelf: "claims"; readonly items: readonly Claim[] }
    | { readonly shelf: "relations"; readonly items: readonly Relation[] };
}

/** The rows in which a claim stands, the nearest first: its bracket, then the bracket among the other steps. */
function rowsOf(map: ArgumentMap, forest: Forest, claim: ClaimId): readonly Row[] {
  const node = forest.nodes.get(claim);
  if (node === undefined) return [];
  const step = node.relation === null ? undefined : map.relations.get(node.relation);
  if (step === undefined) return [claimRow(thesesOf(map, forest), claim)];
  return [claimRow(drawnPremises(map, forest, step), claim), stepRow(map, forest, node)];
}

function claimRow(items: readonly Claim[], claim: ClaimId): Row {
  const members = items.map(({ id }) => [id]);
  return { place: items.findIndex(({ id }) => id === claim), members, records: { shelf: "claims", items } };
}

function stepRow(map: ArgumentMap, forest: Forest, { relation, parent }: ForestNode): Row {
  const host = parent === null ? undefined : forest.nodes.get(parent);
  const holds = (list: readonly Branching[]) => list.some((branching) => branching.relation === relation);
  const list = [host?.undercutters ?? [], host?.answers ?? []].find(holds) ?? [];
  const items = list.map((branching) => map.relations.get(branching.relation)!);
  return {
    place: list.findIndex((branching) => branching.relation === relation),
    members: list.map(({ premises }) => premises),
    records: { shelf: "relations", items },
  };
}

function shift(map: ArgumentMap, rows: readonly Row[], by: -1 | 1): Change | Refusal {
  const row = rows.find(({ place, members }) => members[place + by] !== undefined);
  if (row === undefined) return { refused: by === -1 ? words.alreadyFirst : words.alreadyLast };
  return put(map, row, row.place + by);
}

/** The place of a sibling once the claim has been taken out of the row. */
function restPlace(row: Row, place: number): number {
  return place > row.place ? place - 1 : place;
}

/** Puts a row's claim at a place, counted among the others. */
function put(map: ArgumentMap, { place, records }: Row, to: number): Change {
  if (to === place) return noChange;
  return revise(map, (revision) => {
    if (records.shelf === "claims") putAt(revision.claims, records.items, place, to);
    else putAt(revision.relations, records.items, place, to);
  });
}

function putAt<Id extends string, Item extends { readonly id: Id; readonly order: string }>(
  shelf: Shelf<Id, Item>,
  items: readonly Item[],
  from: number,
  to: number,
): void {
  const { order, moved } = makeRoom(items.toSpliced(from, 1), to);
  for (const item of moved) shelf.set(item.id, item);
  const item = items[from]!;
  shelf.set(item.id, { ...item, order });
}
