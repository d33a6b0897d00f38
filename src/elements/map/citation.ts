import { shortCitation } from "#citing/short-citation.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** What a card says of its first source, in a few words; empty when it cites none. */
export function citationOn(map: ArgumentMap, claim: ClaimId): string {
  const citation = map.claims.get(claim)?.citations[0];
  const source = citation && map.sources.get(citation.source);
  return source && citation ? shortCitation(source, citation) : "";
}
