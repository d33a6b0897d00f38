import { compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { canonicalJson } from "#store/values.ts";

/** All that a map says, as one text: equal maps have equal text, whatever the order of their containers. */
export function written({ about, claims, relations, sources }: ArgumentMap): string {
  return canonicalJson({
    about,
    claims: listed(claims),
    relations: listed(relations),
    sources: listed(sources),
  });
}

function listed<Value>(records: ReadonlyMap<string, Value>): readonly Value[] {
  return [...records].toSorted(([a], [b]) => compareIds(a, b)).map(([, value]) => value);
}
