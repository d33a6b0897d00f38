import { shortCitation } from "#citing/short-citation.ts";
import { shortTitle } from "#citing/titles.ts";
import type { Claim } from "#model/claim.ts";
import { attributionsInWords, dateSaid } from "#elements/shared/attribution-words.ts";
import { imageInWords } from "#elements/shared/image-words.ts";
import type { Edit } from "#model/change.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import type { Deed, MergeLine } from "#model/merge-lines.ts";
import type { Version } from "#model/merge-review.ts";
import type { Relation } from "#model/relation.ts";
import { mergingWords as words } from "#words/merging.ts";

/** What something was before and after, in words; `null` where there is nothing to be said. */
export interface BeforeAfter {
  readonly before: string | null;
  readonly after: string | null;
}

/** A line of the review in words: what its claim said, or where it stood, before and after. */
export function detailsOf(line: MergeLine, was: ArgumentMap, is: ArgumentMap): BeforeAfter {
  return details[line.deed](line, was, is);
}

type Details = (line: MergeLine, was: ArgumentMap, is: ArgumentMap) => BeforeAfter;

const places: Details = ({ claim }, was, is) => ({ before: placeOf(was, claim), after: placeOf(is, claim) });
const sources: Details = ({ part }) => ({
  before: titleIn(part.sources[0]?.before),
  after: titleIn(part.sources[0]?.after),
});

const holders: Details = ({ part }) => named(part.holders[0]);
const schools: Details = ({ part }) => named(part.schools[0]);

const details: Readonly<Record<Deed, Details>> = {
  reworded: ofClaim((claim) => claim.text),
  named: ofClaim((claim) => claim.label),
  noted: ofClaim((claim) => claim.note),
  cited: ofClaim((claim, map) => citationsIn(map, claim)),
  attributed: ofClaim((claim, map) => attributionsInWords(map, claim).join("; ")),
  dated: ofClaim((claim) => dateSaid(claim.period)),
  illustrated: ofClaim(({ images }) => images.map(imageInWords).join("; ")),
  title: ofMap((about) => about.title),
  question: ofMap((about) => about.question),
  language: ofMap((about) => about.language),
  leavesOut: ofMap((about) => about.leavesOut),
  dismissed: ofMap(({ dismissed }) => dismissed.map(({ reason }) => reason).join("; ")),
  added: (line, was, is) => ({ ...places(line, was, is), before: null }),
  deleted: (line, was, is) => ({ ...places(line, was, is), after: null }),
  moved: places,
  turned: places,
  linked: ({ part }, _, is) => ({
    before: null,
    after: stepsIn(
      part.relations.map(({ after }) => after),
      is,
    ),
  }),
  unlinked: ({ part }, was) => ({
    before: stepsIn(
      part.relations.map(({ before }) => before),
      was,
    ),
    after: null,
  }),
  reordered: () => ({ before: null, after: null }),
  "source added": sources,
  "source edited": sources,
  "source deleted": sources,
  "holder added": holders,
  "holder edited": holders,
  "holder deleted": holders,
  "school added": schools,
  "school edited": schools,
  "school deleted": schools,
};

/** A version of what both edited. */
export function versionInWords(version: Version, map: ArgumentMap): string {
  if (version.field === "place") return version.step === null ? words.thesis : stepInWords(version.step, map);
  return version.text || words.nothingWritten;
}

function named(edit: Edit<{ readonly name: string }> | undefined): BeforeAfter {
  return { before: nameIn(edit?.before), after: nameIn(edit?.after) };
}

function nameIn(record: { readonly name: string } | null | undefined): string | null {
  return record ? record.name || words.nameless : null;
}

function ofClaim(field: (claim: Claim, map: ArgumentMap) => string): Details {
  const said = (claim: Claim | null | undefined, map: ArgumentMap) =>
    claim ? field(claim, map) || words.nothingWritten : null;
  return ({ part }, was, is) => {
    const edit = part.claims[0];
    return { before: said(edit?.before, was), after: said(edit?.after, is) };
  };
}

function ofMap(field: (about: About) => string): Details {
  const said = (about: About | null | undefined) => (about ? field(about) : "");
  return ({ part }) => ({ before: said(part.about?.before), after: said(part.about?.after) });
}

function citationsIn({ sources }: ArgumentMap, { citations }: Claim): string {
  const cited = citations.flatMap((citation) => {
    const source = sources.get(citation.source);
    return source === undefined ? [] : [shortCitation(source, citation)];
  });
  return cited.join("; ");
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
