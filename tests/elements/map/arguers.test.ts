import { expect, test } from "vitest";
import { arguersOn } from "#elements/map/arguers.ts";
import type { AttributionId, HolderId } from "#model/ids.ts";
import { newAttribution, newHolder, type Attribution } from "#model/people.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap, claimId } from "../../notation.ts";

const holders = [
  newHolder("fischer" as HolderId, { name: "Fritz Fischer", lived: "1908/1999" }),
  newHolder("ritter" as HolderId, { name: "Gerhard Ritter", lived: "1888/1967" }),
  newHolder("lloyd-george" as HolderId, { name: "David Lloyd George", lived: "1863/1945" }),
  newHolder("ams" as HolderId, { name: "Arthur M. Schlesinger, Jr.", lived: "1917/2007" }),
  newHolder("li" as HolderId, { name: "Li Bozhong", lived: "1949/.." }),
  newHolder("x7" as HolderId, {
    name: "Commission on the Responsibility of the Authors",
    lived: "1919/1920",
  }),
  newHolder("party" as HolderId, { name: "The Party" }),
  newHolder("nameless" as HolderId),
];

/** A claim that is attributed thus, each "holder stance when". */
function attributed(...written: readonly string[]): ArgumentMap {
  const map = argumentMap("A");
  const attributions = written.map((each, at): Attribution => {
    const [holder = "", stance = "asserts", when = ""] = each.split(" ");
    const said = { stance: stance as Attribution["stance"], when };
    return newAttribution(String(at) as AttributionId, holder as HolderId, said);
  });
  const claim = { ...map.claims.get(claimId("A"))!, attributions };
  return {
    ...map,
    claims: new Map([[claim.id, claim]]),
    holders: new Map(holders.map((each) => [each.id, each])),
  };
}

test.each([
  [["fischer asserts 1961"], "Fischer 1961"],
  [["ritter denies 1962", "fischer asserts 1961"], "Fischer 1961 · Ritter denies, 1962"],
  [["fischer asserts"], "Fischer"],
  [["fischer denies"], "Fischer denies"],
  [["party reports 1979~"], "The Party reports, c. 1979"],
  [["ritter asserts", "fischer abandons 1969-03"], "Fischer abandons, 1969 · Ritter"],
  [["lloyd-george asserts 1933/1938"], "Lloyd George 1933–1938"],
  [["ams denies 1967"], "Schlesinger denies, 1967"],
  [["li asserts 1998"], "Li 1998"],
  [["x7 asserts 1919"], "Commission on the Responsibility of the Authors 1919"],
  [["nameless asserts 1919"], "someone 1919"],
  [["nobody asserts 1919"], ""],
  [[], ""],
  [
    ["fischer asserts 1961", "ritter denies 1962", "party qualifies 1970"],
    "Fischer 1961 · Ritter denies, 1962 · +1",
  ],
  [["x7 asserts 1919", "ritter denies 1962"], "Commission on the Responsibility of the Authors 1919 · +1"],
])("%j: %s", (written, line) => {
  expect(arguersOn(attributed(...written), claimId("A"))).toBe(line);
});

test("a thesis has room for more", () => {
  const map = attributed("fischer asserts 1961", "ritter denies 1962", "party qualifies 1970");
  expect(arguersOn(map, claimId("A"), true)).toBe(
    "Fischer 1961 · Ritter denies, 1962 · The Party qualifies, 1970",
  );
});
