import { shortCitation } from "#citing/short-citation.ts";
import { holderName } from "#lenses/by-holder.ts";
import { schoolName } from "#lenses/by-school.ts";
import type { Finding } from "#lenses/missing/finding.ts";
import type { ClaimId, HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newCitation } from "#model/source.ts";
import { missingWords as words } from "#words/lenses.ts";

/** A finding in a sentence. `map` is the one that it was found in. */
export function sentenceOf(map: ArgumentMap, finding: Finding): string {
  const claim = claimOf(map, finding.claims[0]);
  const [one, other] = finding.schools.map((school) => schoolOf(map, school));
  switch (finding.kind) {
    case "unsourced":
      return words.unsourced(claim);
    case "unanswered":
      return words.unanswered(finding.claims.map((each) => claimOf(map, each)));
    case "oneSided":
      return finding.detail === "supports" ? words.onlyReasons(claim) : words.onlyObjections(claim);
    case "oneSchool":
      return words.oneSchool(claim, one ?? "");
    case "apart":
      return words.apart(one ?? "", other ?? "");
    case "noPrimary":
      return words.noPrimary(claim);
    case "noPage":
      return words.noPage(claim, sourceOf(map, finding.source));
    case "undated":
      return words.undated(holderOf(map, finding.holder), claim);
    case "impossible":
      return words.impossible(placeOf(map, finding), finding.detail);
  }
}

/** Whose date it is that cannot be. */
function placeOf(map: ArgumentMap, { claims, attribution, holder, schools, source }: Finding): string {
  const [claim] = claims;
  const [school] = schools;
  if (claim !== undefined && attribution !== undefined)
    return words.dateOfStance(holderOf(map, holder), claimOf(map, claim));
  if (claim !== undefined) return words.dateOfPeriod(claimOf(map, claim));
  if (source !== undefined) return words.dateOfSource(sourceOf(map, source));
  if (holder === undefined) return words.dateOfSchool(schoolOf(map, school));
  if (school === undefined) return words.dateOfLife(holderOf(map, holder));
  return words.dateOfMembership(holderOf(map, holder), schoolOf(map, school));
}

const longestQuote = 60;

function claimOf({ claims }: ArgumentMap, id: ClaimId | undefined): string {
  const claim = id === undefined ? undefined : claims.get(id);
  const line = (claim?.label.trim() || claim?.text.trim() || words.noText).replaceAll(/\s+/gu, " ");
  const letters = [...line];
  if (letters.length <= longestQuote) return words.quoted(line);
  const start = letters.slice(0, longestQuote - 1).join("");
  return words.quoted(`${start.trimEnd()}…`);
}

function holderOf({ holders }: ArgumentMap, id: HolderId | undefined): string {
  const holder = id === undefined ? undefined : holders.get(id);
  return holder === undefined ? words.unknownHolder : holderName(holder);
}

function schoolOf({ schools }: ArgumentMap, id: SchoolId | undefined): string {
  const school = id === undefined ? undefined : schools.get(id);
  return school === undefined ? words.unknownSchool : schoolName(school);
}

function sourceOf({ sources }: ArgumentMap, id: SourceId | undefined): string {
  const source = id === undefined ? undefined : sources.get(id);
  return source === undefined ? words.unknownSource : shortCitation(source, newCitation(source.id));
}
