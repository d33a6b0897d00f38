import { writeNative } from "#interchange/native-write.ts";
import type { ArgumentMap } from "#model/map.ts";
import { below, pick, type Random, seeded } from "../tests/random-map.ts";
import { requestFor } from "./debate.ts";

const words: readonly [string, ...string[]] = [
  "archive",
  ..."reform council frontier harvest letter treaty census parish guild merchant famine charter".split(" "),
  ..."testimony after before changed kept held against within the of and a its their because".split(" "),
];

/** The native file of a random debate of one thesis, 3 in 100 claims with a cross-link; the same each time. */
export function largeFile(claims: number): string {
  const random = seeded(11);
  const { map } = requestFor({ claims, links: 0.03 });
  const worded = [...map.claims].map(
    ([id, claim], at) => [id, { ...claim, text: sentence(random, at + 1) }] as const,
  );
  const large: ArgumentMap = { ...map, claims: new Map(worded) };
  return writeNative({ ...large, about: { ...large.about, title: `A debate of ${claims} claims` } });
}

/** 6 to 17 words. */
function sentence(random: Random, number: number): string {
  const said = Array.from({ length: 6 + below(random, 12) }, () => pick(random, words));
  return `Claim ${number}: ${said.join(" ")}.`;
}
