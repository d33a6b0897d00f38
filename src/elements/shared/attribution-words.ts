import { shortCitation } from "#citing/short-citation.ts";
import { dateInWords } from "#dating/date-words.ts";
import { readDating } from "#dating/dating.ts";
import type { Claim } from "#model/claim.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution } from "#model/people.ts";
import { peopleWords as words } from "#words/people.ts";

/** Who holds a claim, a line an attribution: "Fritz Fischer asserts it, 1961 (Fischer, Griff, 12)". */
export function attributionsInWords(map: ArgumentMap, { attributions }: Claim): readonly string[] {
  return attributions.map((attribution) => attributionInWords(map, attribution));
}

function attributionInWords(
  { holders, sources }: ArgumentMap,
  { holder, stance, when, citation }: Attribution,
): string {
  const name = holders.get(holder)?.name || words.unknownHolder;
  const source = citation === null ? undefined : sources.get(citation.source);
  const where = source === undefined || citation === null ? "" : shortCitation(source, citation);
  return words.attribution(name, words.stances[stance], dateSaid(when), where);
}

/** A date as a person reads it; one that cannot be read as it is written. */
export function dateSaid(edtf: string): string {
  const dating = readDating(edtf);
  return "refused" in dating ? edtf : dateInWords(dating);
}
