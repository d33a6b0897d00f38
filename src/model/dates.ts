import type { ArgumentMap } from "#model/map.ts";

const known = new WeakMap<ArgumentMap, boolean>();

/** Whether anything in a map says when: a source when it came out, or an attribution. Nothing is read: what is said may be no date. */
export function hasDates(map: ArgumentMap): boolean {
  const found = known.get(map) ?? saysWhen(map);
  known.set(map, found);
  return found;
}

function saysWhen({ sources, claims }: ArgumentMap): boolean {
  for (const { item } of sources.values()) if (item["issued"] || item["original-date"]) return true;
  for (const { attributions } of claims.values())
    if (attributions.some(({ when }) => when !== "")) return true;
  return false;
}
