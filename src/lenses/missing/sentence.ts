import { shortCitation } from "#citing/short-citation.ts";
import { holderName } from "#lenses/by-holder.ts";
import { schoolName } from "#lenses/by-school.ts";
import type { Finding } from "#lenses/missing/finding.ts";
import type { ClaimId, HolderId, RelationId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newCitation } from "#model/source.ts";
import { missingWords as words } from "#words/lenses.ts";

/** What stands in for names that are not to be seen; `null` for one that may. */
export interface Masking {
  holder(holder: HolderId): string | null;
  school(school: SchoolId): string | null;
}

/** A finding in a sentence. `map` is the one that it was found in; `masks` hide names of holders and schools. */
export function sentenceOf(map: ArgumentMap, finding: Finding, masks: Masking | null = null): string {
  const claim = claimOf(map, finding.claims[0]);
  const [one, other] = finding.schools.map((school) => schoolOf(map, school, masks));
  switch (finding.kind) {
    case "unsourced":
      return words.unsourced(claim);
    case "unanswered":
      return words.unanswered(
        finding.claims.map((each) => claimOf(map, each)),
        targetOf(map, finding.relation),
      );
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
    case "undescribed":
      return words.undescribed(finding.detail, claim);
    case "undated":
      return words.undated(holderOf(map, finding.holder, masks), claim);
    case "impossible":
      return words.impossible(placeOf(map, finding, masks), finding.detail);
  }
}

/** What a step is put onto. */
function targetOf(map: ArgumentMap, id: RelationId | undefined): string {
  const target = id === undefined ? undefined : map.relations.get(id)?.target;
  if (target?.type !== "relation") return claimOf(map, target?.id);
  return words.step(claimOf(map, map.relations.get(target.id)?.premises[0]));
}

/** Whose date it is that cannot be. */
function placeOf(map: ArgumentMap, finding: Finding, masks: Masking | null): string {
  const { claims, attribution, holder, schools, source } = finding;
  const [claim] = claims;
  const [school] = schools;
  if (claim !== undefined && attribution !== undefined)
    return words.dateOfStance(holderOf(map, holder, masks), claimOf(map, claim));
  if (claim !== undefined) return words.dateOfPeriod(claimOf(map, claim));
  if (source !== undefined) return words.dateOfSource(sourceOf(map, source));
  if (holder === undefined) return words.dateOfSchool(schoolOf(map, school, masks));
  if (school === undefined) return words.dateOfLife(holderOf(map, holder, masks));
  return words.dateOfMembership(holderOf(map, holder, masks), schoolOf(map, school, masks));
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

function holderOf({ holders }: ArgumentMap, id: HolderId | undefined, masks: Masking | null): string {
  const holder = id === undefined ? undefined : holders.get(id);
  return holder === undefined ? words.unknownHolder : (masks?.holder(holder.id) ?? holderName(holder));
}

function schoolOf({ schools }: ArgumentMap, id: SchoolId | undefined, masks: Masking | null): string {
  const school = id === undefined ? undefined : schools.get(id);
  return school === undefined ? words.unknownSchool : (masks?.school(school.id) ?? schoolName(school));
}

function sourceOf({ sources }: ArgumentMap, id: SourceId | undefined): string {
  const source = id === undefined ? undefined : sources.get(id);
  return source === undefined ? words.unknownSource : shortCitation(source, newCitation(source.id));
}
