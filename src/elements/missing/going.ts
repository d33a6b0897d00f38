import { batch } from "@preact/signals-core";
import type { Finding } from "#lenses/missing/finding.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { attributionsOf, claimsCiting, membersOf } from "#model/uses.ts";
import { writeAddress } from "#session/address.ts";
import type { MapSession } from "#session/map-session.ts";
import type { MapEntry, Workspace } from "#session/workspace.ts";

/**
 * The claims to which a finding leads. One that is about a source, a holder or a school alone leads to the first claim
 * that cites it, or is theirs; to none where there is none.
 */
export function placesOf(map: ArgumentMap, { claims, source, holder, schools }: Finding): readonly ClaimId[] {
  if (claims.length > 0) return claims;
  if (source !== undefined) return claimsCiting(map, source).map(idOf).slice(0, 1);
  const [school] = schools;
  const holders = holder === undefined && school !== undefined ? membersOf(map, school).map(idOf) : [holder];
  const named = holders.filter((each) => each !== undefined);
  return named.flatMap((each) => attributionsOf(map, each).map(({ claim }) => claim.id)).slice(0, 1);
}

function idOf<Id>({ id }: { readonly id: Id }): Id {
  return id;
}

/** The entry of the panel about the map to which a finding leads: where it is about a source, a holder or a school alone. */
export function entryOf(
  map: ArgumentMap,
  { claims, source, holder, schools }: Finding,
): Pick<MapEntry, "part" | "id"> | null {
  if (claims.length > 0) return null;
  const [school] = schools;
  if (source !== undefined && map.sources.has(source)) return { part: "sources", id: source };
  if (holder !== undefined && map.holders.has(holder)) return { part: "people", id: holder };
  if (school !== undefined && map.schools.has(school)) return { part: "schools", id: school };
  return null;
}

/** Opens the panel about the map at an entry, for as long as it takes to mend it: from there one comes back. */
export function goToEntry({ about, entry }: Workspace, to: MapEntry): void {
  batch(() => {
    entry.value = to;
    about.value ??= to.part;
  });
}

/**
 * Takes a finding's claim in hand, in the middle of the screen; of several the one after that which is in hand. While
 * names are hidden, what is about a source, a holder or a school is shown in the details of its claim. From a
 * neighbourhood it leads to the map.
 */
export function goTo({ address }: Workspace, session: MapSession, finding: Finding): void {
  const places = placesOf(session.open.map.peek(), finding);
  const inHand = session.inHand.peek();
  const at = places.findIndex((place) => place === inHand);
  const claim = places[(at + 1) % places.length];
  if (claim === undefined) return;
  if (finding.claims.length === 0) session.detail.value = true;
  if (address.peek().screen === "neighbourhood")
    location.hash = writeAddress({ screen: "map", map: session.open.id, claim });
  else session.take(claim, "centre");
}
