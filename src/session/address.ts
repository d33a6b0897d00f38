import type { ClaimId, MapId } from "#model/ids.ts";

/** How a map is looked at: as a tree, as nested text, a claim with what it answers and what answers it, or by date. */
export type MapView = "map" | "outline" | "neighbourhood" | "timeline";

const besidesMap: readonly string[] = ["outline", "neighbourhood", "timeline"] satisfies MapView[];

/** Where a person is. The library is `#/maps`; no address at all is `home`. */
export type Address =
  | { readonly screen: "home" }
  | { readonly screen: "maps" }
  | { readonly screen: MapView; readonly map: MapId; readonly claim: ClaimId | null }
  | { readonly screen: "nowhere"; readonly found: string };

/**
 * Reads a location's hash: `#/m/<map>`, `#/m/<map>/c/<claim>`, `#/m/<map>/outline`, `#/m/<map>/outline/c/<claim>`, `#/m/<map>/neighbourhood/c/<claim>`,
 * `#/m/<map>/timeline`, `#/m/<map>/timeline/c/<claim>`, `#/maps`.
 * Total: whatever it cannot read is `nowhere`, with the text that was found.
 */
export function readAddress(hash: string): Address {
  const parts = hash
    .replace(/^#?\/?/, "")
    .split("/")
    .map(decoded);
  const [head, map, ...rest] = parts;
  if (head === "" || head === undefined) return { screen: "home" };
  if (head === "maps" && map === undefined) return { screen: "maps" };
  if (head !== "m" || !map) return { screen: "nowhere", found: hash };
  const [first] = rest;
  const screen = besidesMap.includes(first ?? "") ? (first as MapView) : "map";
  const tail = screen === "map" ? rest : rest.slice(1);
  if (tail.length === 0) return { screen, map: map as MapId, claim: null };
  if (tail.length === 2 && tail[0] === "c" && tail[1]) {
    return { screen, map: map as MapId, claim: tail[1] as ClaimId };
  }
  return { screen: "nowhere", found: hash };
}

export function writeAddress(address: Address): string {
  switch (address.screen) {
    case "home":
      return "#/";
    case "maps":
      return "#/maps";
    case "nowhere":
      return address.found;
    case "map":
    case "neighbourhood":
    case "outline":
    case "timeline": {
      const screen = address.screen === "map" ? "" : `/${address.screen}`;
      const claim = address.claim === null ? "" : `/c/${encodeURIComponent(address.claim)}`;
      return `#/m/${encodeURIComponent(address.map)}${screen}${claim}`;
    }
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
