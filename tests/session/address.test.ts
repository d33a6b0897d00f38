import { describe, expect, test } from "vitest";
import type { ClaimId, MapId } from "#model/ids.ts";
import { type Address, readAddress, writeAddress } from "#session/address.ts";

const map = "de-stalinization" as MapId;
const claim = "c1" as ClaimId;

describe("an address is read", () => {
  test.each<[string, Address]>([
    ["", { screen: "home" }],
    ["#", { screen: "home" }],
    ["#/", { screen: "home" }],
    ["#/maps", { screen: "maps" }],
    ["#/m/de-stalinization", { screen: "map", map, claim: null }],
    ["#/m/de-stalinization/c/c1", { screen: "map", map, claim }],
    ["#/m/de-stalinization/outline", { screen: "outline", map, claim: null }],
    ["#/m/de-stalinization/outline/c/c1", { screen: "outline", map, claim }],
    ["#/m/de-stalinization/neighbourhood", { screen: "neighbourhood", map, claim: null }],
    ["#/m/de-stalinization/neighbourhood/c/c1", { screen: "neighbourhood", map, claim }],
    ["#/m/de-stalinization/timeline", { screen: "timeline", map, claim: null }],
    ["#/m/de-stalinization/timeline/c/c1", { screen: "timeline", map, claim }],
    ["#/m/de-stalinization/timeline/x", { screen: "nowhere", found: "#/m/de-stalinization/timeline/x" }],
    ["#/m/", { screen: "nowhere", found: "#/m/" }],
    ["#/m/de-stalinization/c/", { screen: "nowhere", found: "#/m/de-stalinization/c/" }],
    ["#/elsewhere/x", { screen: "nowhere", found: "#/elsewhere/x" }],
    ["#/m/100%", { screen: "map", map: "100%" as MapId, claim: null }],
  ])("%s", (hash, address) => expect(readAddress(hash)).toEqual(address));
});

test("what is written is read back, whatever the ids hold", () => {
  for (const odd of ["a/b", "ü ?#", "c", "outline", "neighbourhood", "timeline", "__proto__", "🙂"]) {
    for (const screen of ["map", "outline", "neighbourhood", "timeline"] as const) {
      const address: Address = { screen, map: odd as MapId, claim: odd as ClaimId };
      expect(readAddress(writeAddress(address))).toEqual(address);
    }
  }
});
