import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap, claimId } from "./notation.ts";

const many = Array.from({ length: 10_000 }, (_, at) => at);
const letters = "Twenty thousand letters stand on a single card. ".repeat(420).slice(0, 20_000);

/** Maps that are large in one way only, as no debate is, with how many claims they have. */
export const largeShapes: readonly (readonly [what: string, claims: number, make: () => ArgumentMap])[] = [
  ["a chain of 10,000", 10_000, () => mapOf(many.slice(1).map((at) => `+${at} > ${at - 1}`))],
  [
    "a star of 10,000",
    10_000,
    () => mapOf(many.slice(1).map((at) => `${at % 3 === 0 ? "-" : "+"}${at} > 0`)),
  ],
  ["1,000 theses", 1000, () => mapOf(many.slice(0, 1000).map(String))],
  ["one cycle of 10,000", 10_000, () => mapOf(many.map((at) => `+${at} > ${(at + 1) % many.length}`))],
  [
    "a claim of 20,000 letters among others",
    4,
    () => withLetters(mapOf(["0", "+1 > 0", "-2 > 0", "+3 > 1"])),
  ],
];

/** A map whose claims say their numbers. */
function mapOf(steps: readonly string[]): ArgumentMap {
  const map = argumentMap(steps.join(";"));
  const claims = [...map.claims].map(
    ([id, claim]) => [id, { ...claim, text: `Claim number ${id}.` }] as const,
  );
  return { ...map, claims: new Map(claims) };
}

function withLetters(map: ArgumentMap): ArgumentMap {
  const long: ClaimId = claimId("1");
  return { ...map, claims: new Map(map.claims).set(long, { ...map.claims.get(long)!, text: letters }) };
}
