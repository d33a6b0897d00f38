import type { Refusal } from "#commands/command.ts";
import { keptDate } from "#commands/dated.ts";
import { isSame } from "#model/equality.ts";
import type { Claim } from "#model/claim.ts";
import type { ArgumentMap } from "#model/map.ts";
import { asAttributions, type Attribution } from "#model/people.ts";
import type { Citation } from "#model/source.ts";
import { sourceEditWords } from "#words/source-edits.ts";
import { peopleWords as words } from "#words/people.ts";

/**
 * An attribution as a claim of the map keeps it, its date in EDTF; or why it cannot be. `before` is what the claim has
 * under its id: what stands there already may stay, be its holder or its source gone or its date unreadable.
 */
export function keptAttribution(
  map: Pick<ArgumentMap, "holders" | "sources">,
  claim: Claim,
  attribution: Attribution,
  before: Attribution | null,
): Attribution | Refusal {
  const { holder, citation } = attribution;
  if (!map.holders.has(holder) && holder !== before?.holder) return { refused: words.holderGone };
  const isKnown = citation === null || citation.source === before?.citation?.source;
  if (!isKnown && !map.sources.has(citation.source)) return { refused: sourceEditWords.sourceGone };
  const when = keptDate(attribution.when, before?.when);
  if (typeof when !== "string") return when;
  const kept = { ...attribution, when, citation: citation && withoutEmptyTranslation(citation) };
  const isThere = claim.attributions.some(
    (other) => other.id !== kept.id && isSame({ ...other, id: kept.id }, kept),
  );
  return isThere ? { refused: words.alreadyAttributed } : kept;
}

/** The claim's attributions with another one, or with one of them as it is from now on. */
export function withAttribution({ attributions }: Claim, kept: Attribution): readonly Attribution[] {
  const others = attributions.filter(({ id }) => id !== kept.id);
  return asAttributions([...others, kept]);
}

function withoutEmptyTranslation({ translation = "", ...others }: Citation): Citation {
  return { ...others, ...(translation !== "" && { translation }) };
}
