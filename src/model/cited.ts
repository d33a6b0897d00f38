import type { Claim } from "#model/claim.ts";
import type { SourceId } from "#model/ids.ts";

/** The sources that claims cite, themselves, for what someone has argued or for where an image is from, in no order. They may be missing from the map. */
export function citedBy(claims: Iterable<Claim>): ReadonlySet<SourceId> {
  const cited = new Set<SourceId>();
  for (const { citations, attributions, images } of claims) {
    for (const { source } of citations) cited.add(source);
    for (const { citation } of attributions) if (citation !== null) cited.add(citation.source);
    for (const { citation } of images) if (citation !== null) cited.add(citation.source);
  }
  return cited;
}
