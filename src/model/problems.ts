import { NONE, type Numbered, numbered } from "#model/anchors.ts";
import { bearingOn } from "#model/bearing.ts";
import type { Claim } from "#model/claim.ts";
import { componentsOf } from "#model/components.ts";
import { forestOf } from "#model/forest.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";
import { problemWords as words } from "#words/problems.ts";

/** Something odd in a map: legal, drawn, and worth a look. */
export interface Problem {
  readonly claim?: ClaimId;
  readonly relation?: RelationId;
  readonly sentence: string;
}

/**
 * What is odd about a map, in sentences: first about the map, then about claims as they are drawn, about steps by id,
 * and about circles. The same on every replica.
 */
export function problems(map: ArgumentMap): readonly Problem[] {
  const numbers = numbered(map);
  const relations = [...map.relations.keys()].toSorted(compareIds).map((id) => map.relations.get(id)!);
  const places = new Map(numbers.relations.map(({ id }, number) => [id, number]));
  return [
    ...mapProblems(map),
    ...claimProblems(map, numbers),
    ...relations.flatMap((relation) => relationProblems(map, numbers, relation, places.get(relation.id)!)),
    ...doubles(map, relations),
    ...circles(map, numbers),
  ];
}

function mapProblems({ claims, relations }: ArgumentMap): readonly Problem[] {
  if (claims.size === 0) return [{ sentence: words.noClaim }];
  const answering = new Set([...relations.values()].flatMap(({ premises }) => premises));
  const hasThesis = [...claims.keys()].some((claim) => !answering.has(claim));
  return hasThesis ? [] : [{ sentence: words.noThesis }];
}

function claimProblems(map: ArgumentMap, { claims, home }: Numbered): readonly Problem[] {
  const soundHome = new Set(claims.filter((_, number) => home[number] !== NONE).map(({ id }) => id));
  return forestOf(map).order.flatMap((id) => {
    const claim = map.claims.get(id)!;
    const found: string[] = [];
    if (claim.text.trim() === "") found.push(words.emptyClaim);
    if (claim.home !== null && !soundHome.has(id)) found.push(words.unknownHome(quoted(claim)));
    const isUncited = claim.citations.some(({ source }) => !map.sources.has(source));
    if (isUncited) found.push(words.sourceGone(quoted(claim)));
    return found.map((sentence) => ({ claim: id, sentence }));
  });
}

function relationProblems(
  map: ArgumentMap,
  { anchor, targetClaim, targetRelation }: Numbered,
  relation: Relation,
  number: number,
): readonly Problem[] {
  const { id, premises, target, mutual } = relation;
  const found: string[] = [];
  const present = premises.filter((premise) => map.claims.has(premise));
  const who = () => [...new Set(present)].map((premise) => quoted(map.claims.get(premise)));
  if (present.length < premises.length) found.push(words.premiseGone);
  if (present.length === 0) found.push(noPremise(map, relation));
  else if (targetClaim[number] === NONE && targetRelation[number] === NONE) {
    found.push(target.type === "claim" ? words.targetGone(who()) : words.targetStepGone(who()));
  } else if (anchor[number] === NONE) found.push(words.leadsNowhere(who()));
  if (mutual !== null && map.relations.get(mutual)?.mutual !== id) found.push(words.halfContradiction);
  return [...found.map((sentence) => ({ relation: id, sentence })), ...premiseProblems(map, relation)];
}

function noPremise(map: ArgumentMap, { target }: Relation): string {
  const claim = target.type === "claim" ? map.claims.get(target.id) : undefined;
  return claim === undefined ? words.noPremise : words.noPremiseOnto(quoted(claim));
}

/** Premises that stand twice, and claims that answer themselves or their own step. */
function premiseProblems(map: ArgumentMap, { id, premises, target }: Relation): readonly Problem[] {
  const seen = new Set<ClaimId>();
  const own = target.type === "relation" ? (map.relations.get(target.id)?.premises ?? []) : [];
  return premises.flatMap((premise) => {
    const claim = map.claims.get(premise);
    if (claim === undefined) return [];
    const found: string[] = [];
    if (seen.has(premise)) found.push(words.premiseTwice(quoted(claim)));
    else if (target.id === premise && target.type === "claim") found.push(words.answersItself(quoted(claim)));
    else if (own.includes(premise)) found.push(words.answersOwnStep(quoted(claim)));
    seen.add(premise);
    return found.map((sentence) => ({ claim: premise, relation: id, sentence }));
  });
}

/** Steps of the same claims onto the same target; the later one by id is named. */
function doubles(map: ArgumentMap, relations: readonly Relation[]): readonly Problem[] {
  const onto = bearingOn(map);
  const first = new Map<string, Relation>();
  const found: Problem[] = [];
  for (const relation of relations) {
    if (onto(relation.target).length < 2) continue;
    const present = [...new Set(relation.premises)].filter((premise) => map.claims.has(premise));
    if (present.length === 0) continue;
    const key = JSON.stringify([relation.target.type, relation.target.id, present.toSorted(compareIds)]);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, relation);
    else found.push({ relation: relation.id, sentence: doubleSentence(map, earlier, relation, present) });
  }
  return found;
}

function doubleSentence(
  { claims }: ArgumentMap,
  earlier: Relation,
  { kind, target }: Relation,
  premises: readonly ClaimId[],
): string {
  const who = premises.map((premise) => quoted(claims.get(premise)));
  const what = target.type === "claim" ? quoted(claims.get(target.id)) : words.aStep;
  return earlier.kind === kind ? words.double(who, what) : words.bothWays(who, what);
}

const MOST_NAMED = 3;

/** Claims that answer each other in a circle. Two that contradict each other, declared as mutual, are none. */
function circles(map: ArgumentMap, numbers: Numbered): readonly Problem[] {
  const { claims, relations, premises, anchor } = numbers;
  const ways = claims.map((): number[] => []);
  for (const [number, relation] of relations.entries()) {
    if (isMutual(map, relation)) continue;
    for (const claim of premises[number]!) {
      if (anchor[number] !== NONE && anchor[number] !== claim) ways[claim]!.push(anchor[number]!);
    }
  }
  const component = componentsOf(claims.length, (claim) => ways[claim]!);
  return groupsOf(claims, component)
    .filter((circle) => circle.length > 1)
    .map((circle) => circle.toSorted((a, b) => compareIds(a.id, b.id)))
    .toSorted((a, b) => compareIds(a[0]!.id, b[0]!.id))
    .map(circleProblem);
}

function groupsOf(claims: readonly Claim[], component: Int32Array): readonly (readonly Claim[])[] {
  const groups: Claim[][] = [];
  for (const [number, claim] of claims.entries()) (groups[component[number]!] ??= []).push(claim);
  return groups;
}

function circleProblem(circle: readonly Claim[]): Problem {
  const named = circle.slice(0, MOST_NAMED).map(quoted);
  return { claim: circle[0]!.id, sentence: words.circle(named, circle.length - named.length) };
}

function isMutual({ relations }: ArgumentMap, { id, mutual }: Relation): boolean {
  return mutual !== null && relations.get(mutual)?.mutual === id;
}

const LONGEST_QUOTE = 60;

/** A claim as a sentence names it: its short name, or how its text begins. */
function quoted(claim: Claim | undefined): string {
  const line = (claim?.label.trim() || claim?.text.trim() || "").replaceAll(/\s+/g, " ");
  if (line === "") return words.unnamed;
  const letters = [...line];
  const short =
    letters.length <= LONGEST_QUOTE
      ? line
      : `${letters
          .slice(0, LONGEST_QUOTE - 1)
          .join("")
          .trimEnd()}…`;
  return words.quoted(short);
}
