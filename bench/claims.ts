import { readFileSync } from "node:fs";
import { readArgdown } from "#interchange/argdown-read.ts";
import { writeNative } from "#interchange/native-write.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { below, pick, type Random, seeded } from "../tests/random-map.ts";

/** A claim with all that is drawn below it: what every measured library can show. */
export interface Branch {
  readonly id: string;
  readonly text: string;
  readonly children: readonly Branch[];
}

/** One map in the forms that the measured programs read. */
export interface Sample {
  readonly claims: number;
  readonly branch: Branch;
  /** The native file of the same map. */
  readonly file: string;
}

const words: readonly [string, ...string[]] = [
  ..."archive reform council frontier harvest letter treaty census parish guild merchant famine charter".split(
    " ",
  ),
  ..."testimony after before changed kept held against within the of and a its their because".split(" "),
] as [string, ...string[]];

/** The map that ships with the app. */
export function firstMap(): Sample {
  return sampleOf(readFileSync("arguments/de-stalinization.argdown", "utf8"));
}

/** A tree of random claims, 12 to 30 words each, the same for the same seed. */
export function seededMap(claims: number, seed: number): Sample {
  const random = seeded(seed);
  const parents = Array.from({ length: claims }, (_, index) => (index === 0 ? -1 : parentOf(random, index)));
  return sampleOf(`===\ntitle: A random debate\n===\n\n${linesBelow(random, parents, 0, "").join("\n")}\n`);
}

/** Claims answer claims near them, so that the tree is some levels deep and no claim has too many answers. */
function parentOf(random: Random, index: number): number {
  return below(random, Math.max(1, Math.min(index, Math.ceil(index / 4))));
}

function linesBelow(
  random: Random,
  parents: readonly number[],
  claim: number,
  indent: string,
): readonly string[] {
  const kind = claim === 0 ? "" : random() < 0.6 ? "+ " : "- ";
  const text = Array.from({ length: 12 + below(random, 19) }, () => pick(random, words)).join(" ");
  const answers = parents.flatMap((parent, index) => (parent === claim ? [index] : []));
  const beneath = answers.flatMap((answer) => linesBelow(random, parents, answer, `${indent}  `));
  return [`${indent}${kind}[Claim ${claim + 1}]: ${text}.`, ...beneath];
}

function sampleOf(argdown: string): Sample {
  const outcome = readArgdown(argdown);
  if ("refused" in outcome) throw new Error(outcome.refused);
  const { map } = outcome;
  return { claims: map.claims.size, branch: branchOf(map), file: writeNative(map) };
}

/** The map as a tree of texts. The other libraries know one root; several theses hang below the map's title. */
function branchOf(map: ArgumentMap): Branch {
  const forest = forestOf(map);
  const branch = (id: ClaimId): Branch => ({
    id,
    text: map.claims.get(id)?.text ?? "",
    children: (forest.nodes.get(id)?.children ?? []).map(branch),
  });
  const roots = forest.roots.map(branch);
  const [only] = roots;
  return only !== undefined && roots.length === 1
    ? only
    : { id: "map", text: map.about.title, children: roots };
}
