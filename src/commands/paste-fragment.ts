import type { Command } from "#commands/command.ts";
import { refuseImages } from "#commands/image-room.ts";
import { type After, orderAmongClaims, orderOnto, placeAfter, thesesOf } from "#commands/placing.ts";
import { refuseTarget, revise, type Revision } from "#commands/revising.ts";
import { forestOf } from "#model/forest.ts";
import type { Fragment } from "#model/fragment.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { RelationKind, Target } from "#model/relation.ts";
import { commandWords as words } from "#words/commands.ts";

export interface PasteFragmentInput {
  /** Branches with ids that the map does not have: see `withFreshIds`. */
  readonly fragment: Fragment;
  /** What the branches answer; `null` makes them theses. */
  readonly onto: Target | null;
  /** How a branch bears on that when the fragment does not say; reasons when this is left out. */
  readonly kind?: RelationKind;
  /** The step that they come after, or for theses the thesis. */
  readonly after?: After<RelationId | ClaimId>;
}

/**
 * Adds branches from elsewhere, in their order. Each takes a step whose id follows from the claim's; sources, holders and
 * schools that the map has already stay as they are here.
 */
export const pasteFragment: Command<PasteFragmentInput> = {
  name: "paste-fragment",

  label: () => words.paste,

  run(map, input) {
    const { fragment, onto } = input;
    if (fragment.roots.length === 0) return { refused: words.nothingToPaste };
    if (isInMap(map, fragment)) return { refused: words.taken };
    const refusal = (onto === null ? null : refuseTarget(map, onto)) ?? refuseImages(map, fragment.claims);
    return (
      refusal ??
      revise(map, (revision) => {
        addRecords(revision, fragment);
        if (onto === null) pasteTheses(revision, map, input);
        else pasteAnswers(revision, onto, input);
      })
    );
  },
};

function isInMap(map: ArgumentMap, { claims, relations, roots }: Fragment): boolean {
  return (
    claims.some(({ id }) => map.claims.has(id)) ||
    relations.some(({ id }) => map.relations.has(id)) ||
    roots.some(({ claim }) => map.relations.has(stepOf(claim)))
  );
}

/** The id of the step that a pasted branch takes: as fresh as the claim's, and the same on every replica. */
function stepOf(claim: ClaimId): RelationId {
  return `${claim}-step` as RelationId;
}

function addRecords({ claims, relations, sources, holders, schools }: Revision, fragment: Fragment): void {
  for (const claim of fragment.claims) claims.set(claim.id, claim);
  for (const relation of fragment.relations) relations.set(relation.id, relation);
  for (const source of fragment.sources) if (!sources.has(source.id)) sources.set(source.id, source);
  for (const holder of fragment.holders) if (!holders.has(holder.id)) holders.set(holder.id, holder);
  for (const school of fragment.schools) if (!schools.has(school.id)) schools.set(school.id, school);
}

function pasteAnswers(
  revision: Revision,
  target: Target,
  { fragment, kind = "supports", after }: PasteFragmentInput,
): void {
  let last = after as After<RelationId>;
  for (const root of fragment.roots) {
    const claim = revision.claims.get(root.claim);
    if (claim === undefined) continue;
    const id = stepOf(claim.id);
    const order = orderOnto(revision, target, last);
    const step = { id, kind: root.kind ?? kind, premises: [claim.id], target, order, mutual: null };
    revision.relations.set(id, step);
    revision.claims.set(claim.id, { ...claim, home: id });
    last = id;
  }
}

function pasteTheses(revision: Revision, map: ArgumentMap, { fragment, after }: PasteFragmentInput): void {
  const theses = thesesOf(map, forestOf(map)).map(({ id }) => id);
  let last = after as After<ClaimId>;
  for (const { claim: id } of fragment.roots) {
    const claim = revision.claims.get(id);
    if (claim === undefined) continue;
    const siblings = theses.map((thesis) => revision.claims.get(thesis)!);
    const order = orderAmongClaims(revision, siblings, last);
    revision.claims.set(id, { ...claim, home: null, order });
    theses.splice(placeAfter(siblings, last), 0, id);
    last = id;
  }
}
