import { yearsInBrief } from "#dating/brief.ts";
import { compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution, Holder } from "#model/people.ts";
import type { ClaimId } from "#model/ids.ts";
import { mapWords as words } from "#words/map.ts";

/** So many letters stand in one line of a card, and of a thesis. */
const room = 40;
const thesisRoom = 66;

/** What a holder is called where there is little room. */
export type Naming = (holder: Holder) => string;

/**
 * Who argued a claim and when, in the one line that a card has for it, the earliest first: "Fischer 1961 · Ritter
 * denies, 1962 · +2". Empty where the map names nobody.
 */
export function arguersOn(
  { claims, holders }: ArgumentMap,
  claim: ClaimId,
  isThesis = false,
  naming: Naming = surnameOf,
): string {
  const attributions = claims.get(claim)?.attributions ?? [];
  const said = attributions.toSorted(byTime).flatMap((attribution) => {
    const holder = holders.get(attribution.holder);
    return holder === undefined ? [] : [partOf(naming(holder), attribution)];
  });
  return fitted(said, isThesis ? thesisRoom : room);
}

/** "Fischer" of Fritz Fischer, "Li" of Li Bozhong, where that is the id. A body, and anyone whose years are not said as a life's, keeps the whole name. */
export function surnameOf({ id, name, lived }: Holder): string {
  if (!lived.includes("/") || / of /u.test(name)) return name || words.unnamed;
  const own = name.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/u, "");
  const called = id.replaceAll("-", " ");
  const named = [own.slice(-id.length), own.slice(0, id.length)];
  return named.find((part) => part.toLowerCase() === called) ?? own.slice(own.lastIndexOf(" ") + 1);
}

function partOf(name: string, { stance, when }: Attribution): string {
  const years = yearsInBrief(when);
  const verb = words.stances[stance];
  return verb === "" ? `${name} ${years}`.trim() : `${name} ${verb}${years && `, ${years}`}`;
}

/** As EDTF sorts; what is not dated comes last. */
function byTime(a: Attribution, b: Attribution): number {
  return compareIds(a.when || "~", b.when || "~");
}

/** As many as there is room for, one at least, and how many are left. */
function fitted(parts: readonly string[], most: number): string {
  for (let count = parts.length; count > 1; count--) {
    const left = parts.length - count;
    const line = [...parts.slice(0, count), ...(left > 0 ? [`+${left}`] : [])].join(" · ");
    if (line.length <= most) return line;
  }
  return [...parts.slice(0, 1), ...(parts.length > 1 ? [`+${parts.length - 1}`] : [])].join(" · ");
}
