import type { ArgumentMap } from "#model/map.ts";

/** Whether anything in a map says when: a source when it came out, or an attribution. Nothing is read: what is said may be no date. */
export function hasDates({ sources, claims }: ArgumentMap): boolean {
  for (const { item } of sources.values()) if (item["issued"]) return true;
  for (const { attributions } of claims.values()) if (attributions.some(({ when }) => when)) return true;
  return false;
}
