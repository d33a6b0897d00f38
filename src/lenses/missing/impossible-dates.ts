import { readDating } from "#dating/dating.ts";
import { type Finding, finding } from "#lenses/missing/finding.ts";
import { issuedFault, whenOf } from "#lenses/when.ts";
import { forestOf } from "#model/forest.ts";
import { compareIds, type HolderId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { missingWords as words } from "#words/lenses.ts";

/** Dates that cannot be read or cannot be: of claims, of holders, of schools, of sources. */
export function impossibleDates(map: ArgumentMap): readonly Finding[] {
  return [...ofClaims(map), ...ofHolders(map), ...ofSchools(map), ...ofSources(map)];
}

function ofClaims(map: ArgumentMap): readonly Finding[] {
  const found: Finding[] = [];
  for (const claim of forestOf(map).order) {
    const { attributions, period } = map.claims.get(claim)!;
    const about = faultOf(period);
    const claims = [claim];
    if (about !== null) found.push(finding("impossible", ["period", claim], { claims, detail: about }));
    for (const { id: attribution, holder, when } of attributions) {
      const detail = faultOf(when) ?? tooEarly(map, holder, when);
      const fields = { claims, attribution, holder };
      if (detail !== null)
        found.push(finding("impossible", ["claim", claim, attribution], { ...fields, detail }));
    }
  }
  return found;
}

/** Books come out after their author's death, and none before the birth. */
function tooEarly({ holders }: ArgumentMap, id: HolderId, when: string): string | null {
  const holder = holders.get(id);
  const [born, argued] = [whenOf(holder?.lived ?? "")?.first ?? null, whenOf(when)?.last ?? null];
  return born === null || argued === null || argued >= born ? null : words.beforeBirth(when);
}

function ofHolders(map: ArgumentMap): readonly Finding[] {
  const found = new Map<string, Finding>();
  const add = (each: Finding) => found.set(each.key, each);
  for (const { id: holder, lived, memberships } of inOrder(map.holders)) {
    const life = faultOf(lived);
    if (life !== null) add(finding("impossible", ["holder", holder], { holder, detail: life }));
    for (const { school, when } of memberships) {
      const detail = faultOf(when);
      const fields = { holder, schools: [school] };
      if (detail !== null)
        add(finding("impossible", ["member", holder, school, when], { ...fields, detail }));
    }
  }
  return [...found.values()];
}

function ofSchools(map: ArgumentMap): readonly Finding[] {
  return inOrder(map.schools).flatMap(({ id, when }) => {
    const detail = faultOf(when);
    return detail === null ? [] : [finding("impossible", ["school", id], { schools: [id], detail })];
  });
}

function ofSources(map: ArgumentMap): readonly Finding[] {
  return inOrder(map.sources).flatMap((source) => {
    const detail = issuedFault(source);
    return detail === null
      ? []
      : [finding("impossible", ["source", source.id], { source: source.id, detail })];
  });
}

function inOrder<Item extends { readonly id: string }>(items: ReadonlyMap<string, Item>): readonly Item[] {
  return [...items.values()].toSorted((a, b) => compareIds(a.id, b.id));
}

function faultOf(edtf: string): string | null {
  if (edtf.trim() === "" || whenOf(edtf) !== null) return null;
  const dating = readDating(edtf);
  return "refused" in dating ? dating.refused : null;
}
