import { arguersOn } from "#elements/map/arguers.ts";
import { citationOn } from "#elements/map/citation.ts";
import { type Covered, coveredOn, nameOf, sightsOf } from "#elements/looking/seen-map.ts";
import type { Look } from "#export/look.ts";
import type { LegendEntry, Seen as SeenPicture, SeenClaim } from "#export/seen.ts";
import { type Group, noGroup } from "#lenses/view.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Looking, Seen } from "#session/looking.ts";
import { lookingWords as words } from "#words/looking.ts";

/** What of an exported picture depends on how the map is looked at. */
type SeenLook = Pick<Look, "citationOf" | "arguersOf" | "seen">;

/** How a map is drawn on paper as it is looked at on screen. `isThesis` tells how much room its card has. */
export function seenLook(looking: Looking, seen: Seen, isThesis: (claim: ClaimId) => boolean): SeenLook {
  const { map } = seen;
  const covered = (claim: ClaimId): Covered => {
    const face = {
      isThesis: isThesis(claim),
      arguers: arguersOn(map, claim, isThesis(claim)),
      citation: citationOn(map, claim),
    };
    return { ...face, ...coveredOn(seen, claim, face) };
  };
  return {
    citationOf: ({ id }) => covered(id).citation,
    arguersOf: ({ id }) => covered(id).arguers,
    seen: picture(looking, seen),
  };
}

function picture(looking: Looking, seen: Seen): SeenPicture {
  const sights = sightsOf(looking, seen);
  const { view, inYear } = seen;
  const groups = new Map(view?.groups.map((group) => [group.key, group]));
  const of = (claim: ClaimId): SeenClaim => {
    const own = (view?.groupsOf.get(claim) ?? []).flatMap((key) => groups.get(key) ?? []);
    return {
      fade: sights.fadeOf(claim),
      paint: sights.paintOf?.(claim) ?? [],
      name: nameOn(own, seen),
      standing: words.shown[inYear?.standing.get(claim) ?? "argued"],
    };
  };
  return { of, fades: sights.fades, legend: legendOf(looking, seen), said: saidOf(looking, seen) };
}

/** As on a card: the first group, and how many there are besides. */
function nameOn(groups: readonly Group[], seen: Seen): string {
  const lens = seen.view?.lens;
  const [first, ...more] = groups;
  if (first === undefined || lens === "stance" || first.key === noGroup) return "";
  const name = words.brief[first.key] ?? nameOf(first, seen);
  return more.length === 0 ? name : `${name} +${more.length}`;
}

/** The groups that are shown; reasons and objections are told by their own colours. */
function legendOf({ hidden }: Looking, seen: Seen): readonly LegendEntry[] {
  if (seen.view === null || seen.view.lens === "stance") return [];
  return seen.view.groups
    .filter(({ key, claims }) => claims > 0 && !hidden.peek().has(key))
    .map((group) => ({
      paint: paintOf(group),
      name: `${nameOf(group, seen)} (${words.claims(group.claims)})`,
    }));
}

function paintOf({ key, look: { colour, pattern } }: Group): LegendEntry["paint"] {
  const isToken = colour === "support" || colour === "oppose" || colour === "ink" || colour === "line";
  return key === noGroup || isToken ? null : { colour, pattern };
}

/** "Looked at by school, without orthodox; as the debate stood in 1961; names are hidden." */
export function saidOf({ hidden }: Looking, { view, inYear, masks }: Seen): string {
  const left = view === null ? [] : view.groups.filter(({ key }) => hidden.peek().has(key));
  const names = left.map((group) => nameOf(group, { masks }));
  return words.seen({
    lens: view === null ? null : words.lenses[view.lens],
    without: names,
    year: inYear?.year ?? null,
    isBlind: masks !== null,
  });
}
