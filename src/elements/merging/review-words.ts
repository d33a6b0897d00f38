import { shortCitation } from "#citing/short-citation.ts";
import { shortTitle } from "#citing/titles.ts";
import type { Claim } from "#model/claim.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { MergeLine } from "#model/merge-lines.ts";
import type { Version } from "#model/merge-review.ts";
import type { Relation } from "#model/relation.ts";
import { mergingWords as words } from "#words/merging.ts";

/** What something was before and after, in words; `null` where there is nothing to be said. */
export interface BeforeAfter {
  readonly before: string | null;
  readonly after: string | null;
}

const nothing: BeforeAfter = { before: null, after: null };

/** A line of the review in words: what its claim said, or where it stood, before and after. */
export function detailsOf({ deed, claim, part }: MergeLine, was: ArgumentMap, is: ArgumentMap): BeforeAfter {
  const edit = part.claims[0];
  switch (deed) {
    case "reworded":
      return ofField(edit, ({ text }) => text);
    case "named":
      return ofField(edit, ({ label }) => label);
    case "noted":
      return ofField(edit, ({ note }) => note);
    case "cited":
      return { before: citationsOf(was, edit?.before), after: citationsOf(is, edit?.after) };
    case "title":
    case "question":
    case "language":
      return { before: part.about?.before?.[deed] ?? "", after: part.about?.after?.[deed] ?? "" };
    case "added":
      return { before: null, after: placeOf(is, claim) };
    case "moved":
    case "turned":
      return { before: placeOf(was, claim), after: placeOf(is, claim) };
    case "deleted":
      return { before: placeOf(was, claim), after: null };
    case "linked":
      return {
        before: null,
        after: stepsIn(
          part.relations.map(({ after }) => after),
          is,
        ),
      };
    case "unlinked":
      return {
        before: stepsIn(
          part.relations.map(({ before }) => before),
          was,
        ),
        after: null,
      };
    case "source added":
    case "source edited":
    case "source deleted":
      return { before: titleIn(part.sources[0]?.before), after: titleIn(part.sources[0]?.after) };
    case "reordered":
      return nothing;
  }
}

/** A version of what both edited. */
export function versionInWords(version: Version, map: ArgumentMap): string {
  if (version.field === "place") return version.step === null ? words.thesis : stepInWords(version.step, map);
  return version.text || words.nothingWritten;
}

function ofField(
  edit: MergeLine["part"]["claims"][number] | undefined,
  field: (claim: Claim) => string,
): BeforeAfter {
  const said = (claim: Claim | null | undefined) => (claim ? field(claim) || words.nothingWritten : null);
  return { before: said(edit?.before), after: said(edit?.after) };
}

function citationsOf(map: ArgumentMap, claim: Claim | null | undefined): string {
  const cited = (claim?.citations ?? []).flatMap((citation) => {
    const source = map.sources.get(citation.source);
    return source === undefined ? [] : [shortCitation(source, citation)];
  });
  return cited.join("; ") || words.nothingWritten;
}

function titleIn(
  source: { readonly item: Parameters<typeof shortTitle>[0] } | null | undefined,
): string | null {
  return source ? shortTitle(source.item) || words.untitledSource : null;
}

function placeOf(map: ArgumentMap, claim: ClaimId | null): string | null {
  const node = claim === null ? undefined : forestOf(map).nodes.get(claim);
  if (node === undefined) return null;
  const step = node.relation === null ? undefined : map.relations.get(node.relation);
  return step === undefined ? words.thesis : stepInWords(step, map);
}

function stepsIn(steps: readonly (Relation | null)[], map: ArgumentMap): string {
  return steps.flatMap((step) => (step === null ? [] : [stepInWords(step, map)])).join("; ");
}

function stepInWords({ kind, target }: Relation, map: ArgumentMap): string {
  if (target.type === "claim") return words.as(kind, map.claims.get(target.id)?.text || words.emptyClaim);
  const attacked = map.relations.get(target.id)?.premises[0];
  return words.asStep(kind, (attacked && map.claims.get(attacked)?.text) || words.emptyClaim);
}
