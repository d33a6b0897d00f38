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
export function largeFile(claims: number, word = (random: Random) => pick(random, words)): string {
  const random = seeded(11);
  const { map } = requestFor({ claims, links: 0.03 });
  const worded = [...map.claims].map(
    ([id, claim], at) => [id, { ...claim, text: sentence(random, at + 1, word) }] as const,
  );
  const large: ArgumentMap = { ...map, claims: new Map(worded) };
  return writeNative({ ...large, about: { ...large.about, title: `A debate of ${claims} claims` } });
}

/** As `largeFile`, in many different words, a few of them often and most of them once or twice. */
export function variedFile(claims: number): string {
  return largeFile(claims, (random) => invented(below(random, 1 + below(random, 1 + below(random, 60_000)))));
}

const syllables = [
  "ba",
  "cor",
  "di",
  "fen",
  "gul",
  "ha",
  "jo",
  "kri",
  "lem",
  "mo",
  "nar",
  "pi",
  "ster",
  "tu",
  "vel",
];

/** A word for a number. */
function invented(number: number): string {
  const digit = syllables[number % syllables.length]!;
  return number < syllables.length ? digit : invented(Math.floor(number / syllables.length)) + digit;
}

/** 6 to 17 words. */
function sentence(random: Random, number: number, word: (random: Random) => string): string {
  const said = Array.from({ length: 6 + below(random, 12) }, () => word(random));
  return `Claim ${number}: ${said.join(" ")}.`;
}
