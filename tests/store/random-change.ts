import { type Change, type Edit, noChange } from "#model/change.ts";
import type { Claim } from "#model/claim.ts";
import { asDismissals, type Dismissal } from "#model/dismissals.ts";
import { isSame } from "#model/equality.ts";
import { compareIds } from "#model/ids.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import {
  asAttributions,
  asMemberships,
  type Attribution,
  type Holder,
  type School,
  stances,
} from "#model/people.ts";
import type { Relation } from "#model/relation.ts";
import type { Source } from "#model/source.ts";
import { asImages, type ClaimImage } from "#model/image.ts";
import { below, chance, laterRandom, pick, type Random, randomMap, randomText } from "../random-map.ts";

/** Records that were in a map once: some of them come back. */
export interface Graveyard {
  readonly claims: Claim[];
  readonly relations: Relation[];
  readonly sources: Source[];
  readonly holders: Holder[];
  readonly schools: School[];
}

export function graveyard(): Graveyard {
  return { claims: [], relations: [], sources: [], holders: [], schools: [] };
}

/** A change of some records of a map: some are added, some changed in a field, some deleted, some brought back. */
export function randomChange(random: Random, map: ArgumentMap, graves: Graveyard): Change {
  const other = randomMap(random, 3);
  const change: Change = {
    ...noChange,
    about: chance(random, 0.1)
      ? { before: map.about, after: { ...map.about, title: randomText(random) } }
      : null,
    claims: edits(random, map.claims, [...other.claims.values()], graves.claims, changedClaim),
    relations: edits(random, map.relations, [...other.relations.values()], graves.relations, changedRelation),
    sources: edits(random, map.sources, [...other.sources.values()], graves.sources, changedSource),
  };
  return withPeople(laterRandom(other), map, change, other, graves);
}

/** Besides, some of what maps have since: it is drawn after all else, so that the seeds that once failed still mean the same changes. */
function withPeople(
  random: Random,
  map: ArgumentMap,
  change: Change,
  other: ArgumentMap,
  graves: Graveyard,
): Change {
  const { leavesOut } = other.about;
  const { about } = change;
  const peopled = {
    ...change,
    about:
      chance(random, 0.9) || (about === null && leavesOut === map.about.leavesOut)
        ? about
        : { before: map.about, after: { ...(about?.after ?? map.about), leavesOut } },
    claims: withAttributions(random, map, change.claims, [...other.claims.values()]),
    holders: edits(random, map.holders, [...other.holders.values()], graves.holders, changedHolder),
    schools: edits(random, map.schools, [...other.schools.values()], graves.schools, changedSchool),
  };
  return { ...peopled, about: withDismissals(random, map, peopled.about, other.about.dismissed) };
}

/** What the map says of itself, with some dismissals more, fewer, or with another reason. */
function withDismissals(
  random: Random,
  map: ArgumentMap,
  made: Edit<About> | null,
  more: readonly Dismissal[],
): Edit<About> | null {
  if (chance(random, 0.7)) return made;
  const after = made?.after ?? map.about;
  const kept = after.dismissed.slice(below(random, 2)).map((each) => otherReason(random, each));
  const about = { ...after, dismissed: asDismissals([...kept, ...more]) };
  return isSame(map.about, about) ? null : { before: map.about, after: about };
}

function otherReason(random: Random, dismissal: Dismissal): Dismissal {
  return chance(random, 0.3) ? { ...dismissal, reason: randomText(random) } : dismissal;
}

/** The edits of claims, and one of a claim more, with other attributions and periods. */
function withAttributions(
  random: Random,
  map: ArgumentMap,
  made: readonly Edit<Claim>[],
  others: readonly Claim[],
): readonly Edit<Claim>[] {
  const one = pick(random, [...map.claims.values()]);
  const isMade = made.some(({ before, after }) => (after ?? before)?.id === one?.id);
  const all = one === undefined || isMade ? made : [...made, { before: one, after: one }];
  return all
    .map(({ before, after }) => {
      const like = pick(random, others);
      const isKept = before === null || after === null || like === undefined || chance(random, 0.4);
      return { before, after: isKept ? after : otherwiseHeld(random, after, like) };
    })
    .filter(({ before, after }) => !isSame(before, after));
}

function otherwiseHeld(random: Random, claim: Claim, like: Claim): Claim {
  const { attributions, images } = claim;
  return pick(random, [
    { ...claim, period: like.period },
    { ...claim, attributions: like.attributions },
    { ...claim, attributions: asAttributions([...attributions, ...like.attributions]) },
    { ...claim, attributions: attributions.slice(1) },
    { ...claim, images: asImages([...images.slice(1), ...like.images]) },
    { ...claim, images: images.map((each) => captioned(each, like.text)) },
    { ...claim, attributions: attributions.map((each) => otherStance(random, each)) },
  ] as const);
}

function captioned(image: ClaimImage, caption: string): ClaimImage {
  return { ...image, caption };
}

function otherStance(random: Random, attribution: Attribution): Attribution {
  return { ...attribution, stance: pick(random, stances) };
}

function changedHolder(random: Random, holder: Holder, like: Holder): Holder {
  const memberships = [...holder.memberships.slice(below(random, 2)), ...like.memberships];
  return pick(random, [
    { ...holder, name: like.name, lived: like.lived },
    { ...holder, note: retyped(random, holder.note) },
    { ...holder, memberships: asMemberships(memberships) },
  ] as const);
}

function changedSchool(random: Random, school: School, like: School): School {
  return pick(random, [
    { ...school, colour: like.colour, pattern: like.pattern },
    { ...school, name: like.name, when: like.when },
    { ...school, note: retyped(random, school.note) },
  ] as const);
}

function edits<Id extends string, Value extends { readonly id: Id }>(
  random: Random,
  records: ReadonlyMap<Id, Value>,
  fresh: readonly Value[],
  graves: Value[],
  changed: (random: Random, value: Value, like: Value) => Value,
): readonly Edit<Value>[] {
  const made = new Map<Id, Edit<Value>>();
  for (let left = below(random, 3); left > 0; left--) {
    const edit = oneEdit(random, [...records.values()], fresh, graves, changed);
    const id = (edit?.after ?? edit?.before)?.id;
    if (edit === undefined || id === undefined) continue;
    made.set(id, { before: records.get(id) ?? null, after: edit.after });
    if (edit.after === null && edit.before !== null) graves.push(edit.before);
  }
  return [...made.values()].filter(({ before, after }) => before !== null || after !== null);
}

function oneEdit<Value>(
  random: Random,
  records: readonly Value[],
  fresh: readonly Value[],
  graves: readonly Value[],
  changed: (random: Random, value: Value, like: Value) => Value,
): Edit<Value> | undefined {
  const one = pick(random, records);
  const like = pick(random, fresh);
  const way = random();
  if (way < 0.3 || one === undefined) return like && { before: null, after: like };
  if (way < 0.4) return { before: one, after: null };
  if (way < 0.5) return { before: null, after: pick(random, graves) ?? one };
  return like && { before: one, after: changed(random, one, like) };
}

function changedClaim(random: Random, claim: Claim, like: Claim): Claim {
  return pick(random, [
    { ...claim, text: retyped(random, claim.text) },
    { ...claim, text: retyped(random, claim.text), note: retyped(random, claim.note) },
    { ...claim, label: like.label, order: like.order },
    { ...claim, home: like.home },
    { ...claim, citations: like.citations },
    { ...claim, citations: [...claim.citations, ...like.citations] },
    { ...claim, citations: claim.citations.slice(1) },
  ] as const);
}

function changedRelation(random: Random, relation: Relation, like: Relation): Relation {
  const premises = [...new Set([...relation.premises.slice(below(random, 2)), ...like.premises])];
  return pick(random, [
    { ...relation, kind: like.kind },
    { ...relation, target: like.target, order: like.order },
    { ...relation, mutual: like.mutual },
    { ...relation, premises: premises.toSorted(compareIds) },
  ] as const);
}

function changedSource(random: Random, source: Source, like: Source): Source {
  return chance(random, 0.5)
    ? { ...source, item: { ...source.item, title: randomText(random) } }
    : { ...source, item: like.item };
}

/** The text with a piece of it taken out and something else put there, between whole characters. */
export function retyped(random: Random, text: string): string {
  const letters = Array.from(text);
  const from = below(random, letters.length + 1);
  const to = from + below(random, 6);
  const typed = chance(random, 0.7) ? Array.from(randomText(random)).slice(0, 8) : [];
  return [...letters.slice(0, from), ...typed, ...letters.slice(to)].join("");
}
