import { citationsAsData, isSection } from "#interchange/argdown-fields.ts";
import { imagesAsData } from "#interchange/argdown-images.ts";
import { attributionsAsData, holdersAsData, schoolsAsData } from "#interchange/argdown-people.ts";
import { type Plan, planArgdown } from "#interchange/argdown-plan.ts";
import { renderArgdown } from "#interchange/argdown-render.ts";
import { settle, type Settled } from "#interchange/argdown-settle.ts";
import type { Drafts } from "#interchange/argdown-drafts.ts";
import type { Mention } from "#interchange/argdown-sketch.ts";
import { understand } from "#interchange/argdown-understand.ts";
import { relationRecord } from "#interchange/native-file.ts";
import { dismissalsAsData } from "#interchange/dismissals.ts";
import { type Data, isData, plainJson } from "#interchange/plain-json.ts";
import { isSame } from "#model/equality.ts";
import type { Claim } from "#model/claim.ts";
import { compareIds, type SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";
import type { Json, Source } from "#model/source.ts";

/**
 * The whole map as Argdown: each claim below what it answers, co-premises and disputed steps as arguments with
 * their premises. What Argdown has no words for (ids, order, notes, citations, sources) stands in its YAML data,
 * and only where the reader would not find it by itself. `readArgdown` gives the same map back.
 */
export function writeArgdown(map: ArgumentMap): string {
  const plan = planArgdown(map);
  const cites = mostCited(map);
  addData(plan, cites);
  return renderArgdown({ front: frontOf(map, plan, cites), headings: [], blocks: plan.blocks });
}

/** How the reader would understand the plan with the data that it has so far. */
interface ReadBack {
  readonly drafts: Drafts;
  readonly settled: Settled;
}

function readBack(plan: Plan, cites: SourceId | null): ReadBack {
  const drafts = understand({ front: {}, headings: [], blocks: plan.blocks });
  return { drafts, settled: settle(drafts, cites) };
}

/** Adds what is missing until the reader understands the plan as the map. Each round only adds, so it ends. */
function addData(plan: Plan, cites: SourceId | null): void {
  untilNothingIsAdded(() => addClaimIds(plan, readBack(plan, cites)));
  untilNothingIsAdded(() => addRelationIds(plan, readBack(plan, cites)));
  untilNothingIsAdded(() => addTheRest(plan, readBack(plan, cites), cites));
}

function untilNothingIsAdded(round: () => number): void {
  while (round() > 0);
}

function addClaimIds(plan: Plan, back: ReadBack): number {
  return total(plan.definitions, ([claim, mention]) => {
    const read = claimRead(back, mention);
    return read?.id === claim.id ? 0 : set(mention.data, "id", claim.id);
  });
}

function addRelationIds(plan: Plan, back: ReadBack): number {
  return total(stated(plan, back), ({ relation, read, data }) =>
    read?.id === relation.id ? 0 : set(data(), "id", relation.id),
  );
}

function addTheRest(plan: Plan, back: ReadBack, cites: SourceId | null): number {
  const onSteps = total(stated(plan, back), ({ relation, read, data }) => {
    const order = read?.order === relation.order ? 0 : set(data(), "order", relation.order);
    return order + (read?.mutual === relation.mutual ? 0 : set(data(), "mutual", relation.mutual));
  });
  const onClaims = total(plan.definitions, ([claim, mention]) =>
    addFields(claim, claimRead(back, mention), mention.data, cites),
  );
  return onSteps + onClaims;
}

function addFields(claim: Claim, read: Claim | undefined, data: Data, cites: SourceId | null): number {
  const fields = ["text", "label", "home", "order", "note", "period"] as const;
  const citations = citationsAsData(claim.citations, cites);
  const wereRead = citationsAsData(read?.citations ?? [], cites);
  const isCited = JSON.stringify(citations) === JSON.stringify(wereRead);
  const isHeld = isSame(claim.attributions, read?.attributions);
  const added = isCited ? 0 : set(data, "cite", citations);
  const isShown = isSame(claim.images, read?.images);
  const shown = isShown ? 0 : set(data, "images", imagesAsData(claim.images));
  const held = isHeld ? 0 : set(data, "held", attributionsAsData(claim.attributions));
  return (
    added +
    held +
    shown +
    total(fields, (field) => (read?.[field] === claim[field] ? 0 : set(data, field, claim[field])))
  );
}

/** Sets a value; 1 where that changed something. */
function set(data: Data, key: string, value: Json): number {
  if (data[key] !== undefined && JSON.stringify(data[key]) === JSON.stringify(value)) return 0;
  data[key] = value;
  return 1;
}

function total<Item>(items: Iterable<Item>, count: (item: Item) => number): number {
  let sum = 0;
  for (const item of items) sum += count(item);
  return sum;
}

function claimRead({ drafts, settled }: ReadBack, mention: Mention): Claim | undefined {
  const draft = drafts.claimAt.get(mention);
  return draft && settled.claims.get(draft);
}

interface Stated {
  readonly relation: Relation;
  /** As the reader understands it. */
  readonly read: Relation | undefined;
  /** The data on its line, made when it is asked for. */
  readonly data: () => Data;
}

function* stated(plan: Plan, { drafts, settled }: ReadBack): Generator<Stated> {
  const kinds = [
    ["via", plan.lines, drafts.relationAt],
    ["back", plan.backs, drafts.backAt],
  ] as const;
  for (const [key, lines, drafted] of kinds) {
    for (const [relation, link] of lines) {
      const draft = drafted.get(link);
      yield {
        relation,
        read: draft && settled.relations.get(draft),
        data: () => dataUnder(link.to.data, key),
      };
    }
  }
}

function dataUnder(data: Data, key: string): Data {
  const under = data[key];
  if (isData(under)) return under;
  const fresh: Data = {};
  data[key] = fresh;
  return fresh;
}

/** The source whose sections are cited most often: those citations need say no more than the section. */
function mostCited(map: ArgumentMap): SourceId | null {
  const counts = new Map<SourceId, number>();
  for (const { citations } of map.claims.values()) {
    for (const citation of citations) {
      const { source } = citation;
      if (isSection(citation, source)) counts.set(source, (counts.get(source) ?? 0) + 1);
    }
  }
  const [most] = [...counts].toSorted(([a, more], [b, fewer]) => fewer - more || compareIds(a, b));
  return most?.[0] ?? null;
}

function frontOf(map: ArgumentMap, plan: Plan, cites: SourceId | null): Data {
  const { title, question, language, leavesOut, dismissed } = map.about;
  const sources = [...map.sources.values()].toSorted((a, b) => compareIds(a.id, b.id));
  return {
    id: map.id,
    title,
    question,
    language,
    ...(cites !== null && { cites }),
    ...(leavesOut !== "" && { leavesOut }),
    ...(dismissed.length > 0 && { dismissed: dismissalsAsData(dismissed) }),
    ...(sources.length > 0 && { sources: Object.fromEntries(sources.map(sourceAsData)) }),
    ...(map.schools.size > 0 && { schools: schoolsAsData(map.schools.values()) }),
    ...(map.holders.size > 0 && { holders: holdersAsData(map.holders.values()) }),
    ...(plan.unstated.length > 0 && { relations: plan.unstated.map(relationRecord) }),
  };
}

/** With a role beside the CSL fields, or apart from them where these have such a field themselves. */
function sourceAsData({ id, item, role }: Source): readonly [string, Json] {
  const fields = plainJson(item);
  const isClear = isData(fields) && fields["role"] === undefined && fields["item"] === undefined;
  const said = { ...(role !== undefined && { role }) };
  return [id, isClear ? { ...said, ...fields } : { ...said, item: fields }];
}
