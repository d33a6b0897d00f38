import { isAssertion } from "#lenses/affiliation.ts";
import { type Look, restOf, sorted, type View } from "#lenses/view.ts";
import { compareIds, type HolderId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Holder, schoolColours, schoolPatterns } from "#model/people.ts";
import { lensWords as words } from "#words/lenses.ts";

/** By those who assert each claim. Whoever only denies, qualifies, reports or abandons it does not hold it as it stands. */
export function viewByHolder(map: ArgumentMap): View {
  const holders = [...map.holders.values()].toSorted(byName);
  const looks = new Map([...map.holders.keys()].toSorted(compareIds).map((id, place) => [id, lookAt(place)]));
  const places = new Map(holders.map(({ id }, place) => [id, place]));
  const legend = holders.map((holder) => ({
    key: holderKey(holder.id),
    name: holderName(holder),
    look: looks.get(holder.id)!,
    holder: holder.id,
  }));
  const keys = legend.map(({ key }) => key);
  return sorted("holder", map, [...legend, restOf(words.noHolder)], ({ attributions }) => {
    const found: number[] = [];
    for (const each of attributions) {
      const place = isAssertion(each) ? places.get(each.holder) : undefined;
      if (place !== undefined && !found.includes(place)) found.push(place);
    }
    return found.toSorted((a, b) => a - b).map((place) => keys[place]!);
  });
}

/** Colour and pattern of a holder, by the place among all ids: each of the 64 pairs comes once before one comes again. */
function lookAt(place: number): Look {
  const round = Math.floor(place / schoolColours.length);
  return {
    colour: schoolColours[place % schoolColours.length]!,
    pattern: schoolPatterns[(place + round) % schoolPatterns.length]!,
    icon: null,
  };
}

function holderName({ name }: Holder): string {
  return name.trim() || words.unnamedHolder;
}

function holderKey(holder: HolderId): string {
  return `holder:${holder}`;
}

function byName(a: Holder, b: Holder): number {
  return compareIds(holderName(a), holderName(b)) || compareIds(a.id, b.id);
}
