import type { Claim } from "#model/claim.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution } from "#model/people.ts";
import type { Source } from "#model/source.ts";

/**
 * The sources of the map that a claim rests on: those that it cites, those in which its holders put it forward,
 * and those that its images are from. Where somebody only denies or abandons it, that is no evidence for it. Citations of sources that are not there are left out.
 */
export function sourcesOf({ sources }: Pick<ArgumentMap, "sources">, claim: Claim): readonly Source[] {
  const found: Source[] = [];
  for (const { source } of claim.citations) add(found, sources.get(source));
  for (const attribution of claim.attributions)
    if (attribution.citation !== null && putsForward(attribution))
      add(found, sources.get(attribution.citation.source));
  for (const { citation } of claim.images) if (citation !== null) add(found, sources.get(citation.source));
  return found;
}

/** Whether a claim rests on any source of the map. */
export function hasSource(
  { sources }: Pick<ArgumentMap, "sources">,
  { citations, attributions, images }: Claim,
): boolean {
  return (
    citations.some(({ source }) => sources.has(source)) ||
    attributions.some(
      (each) => each.citation !== null && putsForward(each) && sources.has(each.citation.source),
    ) ||
    images.some(({ citation }) => citation !== null && sources.has(citation.source))
  );
}

function putsForward({ stance }: Attribution): boolean {
  return stance !== "denies" && stance !== "abandons";
}

function add(found: Source[], source: Source | undefined): void {
  if (source !== undefined && !found.includes(source)) found.push(source);
}
