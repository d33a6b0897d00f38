import { type Kind, kindOf } from "#citing/kinds.ts";
import { type Finding, finding } from "#lenses/missing/finding.ts";
import type { Claim } from "#model/claim.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Citation } from "#model/source.ts";

/** Kinds of sources that are cited without pages. */
const pageless: ReadonlySet<Kind> = new Set(["webpage", "news"]);

/** Quotations without the place where they stand, of sources that have places to name. */
export function noPage(map: ArgumentMap): readonly Finding[] {
  return forestOf(map).order.flatMap((id) => {
    const claim = map.claims.get(id)!;
    return quotationsOf(claim).flatMap(({ source, locator }, place, all) => {
      const work = map.sources.get(source);
      if (work === undefined || locator.trim() !== "" || pageless.has(kindOf(work.item))) return [];
      const before = all.slice(0, place).filter((each) => each.source === source).length;
      return [finding("noPage", [id, source, String(before + 1)], { claims: [id], source })];
    });
  });
}

function quotationsOf({ citations, attributions }: Claim): readonly Citation[] {
  const all = [...citations];
  for (const { citation } of attributions) if (citation !== null) all.push(citation);
  return all.filter(({ quotation }) => quotation.trim() !== "");
}
