import {
  linkEnds,
  type LinkTable,
  type NamedLink,
  type PlanNames,
  type PlanTable,
} from "#layout/plan-table.ts";
import type { LayoutRequest } from "#layout/request.ts";
import type { CrossLink, Forest } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation, Target } from "#model/relation.ts";

/** Where a cross-link may end: one of `linkEnds`, and the number of what is there. */
type End = readonly [end: number, endsOn: number];

/** What is drawn, by name. */
interface Drawn {
  readonly cards: ReadonlyMap<ClaimId, number>;
  readonly steps: ReadonlyMap<RelationId, number>;
  /** "See" chips, by relation and premise. */
  readonly chips: ReadonlyMap<RelationId, ReadonlyMap<ClaimId, number>>;
  /** Relations that are drawn as links alone. */
  readonly links: ReadonlyMap<RelationId, number>;
}

/**
 * The cross-links whose premise is shown. Where the relation's bracket is drawn, its "see" chip is the end; else the
 * target claim's card, or the line of the target relation, which may be a link itself.
 */
export function linksOf(
  { map, forest }: LayoutRequest,
  table: Omit<PlanTable, "links">,
  names: Omit<PlanNames, "links">,
): { readonly links: LinkTable; readonly named: readonly NamedLink[] } {
  const shown = shownLinks(forest, names);
  const drawn = shown.length === 0 ? nothing : drawnBy(map, shown, table, names);
  const columns = { premise: [], end: [], endsOn: [], relation: [] } as Record<
    Exclude<keyof LinkTable, "relations">,
    number[]
  >;
  const named: NamedLink[] = [];
  for (const link of shown) {
    const premise = drawn.cards.get(link.premise);
    if (premise === undefined) continue;
    const relation = map.relations.get(link.relation);
    const end = relation && endOf(link, relation, drawn);
    if (relation === undefined || end === undefined) continue;
    columns.premise.push(premise);
    columns.end.push(end[0]);
    columns.endsOn.push(end[1]);
    columns.relation.push(drawn.links.get(link.relation) ?? -1);
    named.push({ premise: link.premise, relation: relation.id, kind: relation.kind });
  }
  const links = {
    premise: new Int32Array(columns.premise),
    end: new Uint8Array(columns.end),
    endsOn: new Int32Array(columns.endsOn),
    relation: new Int32Array(columns.relation),
    relations: drawn.links.size,
  };
  return { links, named };
}

const nothing: Drawn = { cards: new Map(), steps: new Map(), chips: new Map(), links: new Map() };

/** Of the others nothing is asked: a map that is there in part need not be read for them. */
function shownLinks({ crossLinks }: Forest, { cards }: Pick<PlanNames, "cards">): readonly CrossLink[] {
  const premises = new Set(crossLinks.map(({ premise }) => premise));
  const shown = new Set(cards.filter((claim) => premises.has(claim)));
  return crossLinks.filter(({ premise }) => shown.has(premise));
}

function drawnBy(
  map: ArgumentMap,
  shown: readonly CrossLink[],
  { boxes, firstChip, firstStep }: Omit<PlanTable, "links">,
  names: Omit<PlanNames, "links">,
): Drawn {
  const relations = shown.map(({ relation }) => relation);
  const targets = relations.flatMap((relation) => map.relations.get(relation)?.target.id ?? []);
  const wanted = new Set<string>([...relations, ...shown.map(({ premise }) => premise), ...targets]);
  const steps = new Map<RelationId, number>();
  names.steps.forEach(({ relation }, at) => wanted.has(relation) && steps.set(relation, at));
  const cards = new Map<ClaimId, number>();
  names.cards.forEach((claim, at) => wanted.has(claim) && cards.set(claim, at));
  const chips = new Map<RelationId, Map<ClaimId, number>>();
  for (let box = 0; box < boxes.parent.length; box++) {
    if (firstChip[box] === firstChip[box + 1]) continue;
    const own = new Map<ClaimId, number>();
    for (let chip = firstChip[box]!; chip < firstChip[box + 1]!; chip++) own.set(names.chips[chip]!, chip);
    chips.set(names.steps[firstStep[box]!]!.relation, own);
  }
  const alone = new Set(relations.filter((relation) => !steps.has(relation)));
  return { cards, steps, chips, links: new Map([...alone].map((relation, at) => [relation, at])) };
}

function endOf({ relation, premise }: CrossLink, { target }: Relation, drawn: Drawn): End | undefined {
  const chip = drawn.chips.get(relation)?.get(premise);
  return chip === undefined ? endOn(target, drawn) : [linkEnds.chip, chip];
}

function endOn(target: Target, { cards, steps, links }: Drawn): End | undefined {
  if (target.type === "claim") return ended(linkEnds.card, cards.get(target.id));
  return ended(linkEnds.step, steps.get(target.id)) ?? ended(linkEnds.relation, links.get(target.id));
}

function ended(end: number, endsOn: number | undefined): End | undefined {
  return endsOn === undefined ? undefined : [end, endsOn];
}
