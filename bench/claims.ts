import { readFileSync } from "node:fs";
import { readArgdown } from "#interchange/argdown-read.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

/** A claim with all that is drawn below it: what every measured library can show. */
export interface Branch {
  readonly id: string;
  readonly text: string;
  readonly children: readonly Branch[];
}

/** The first map as a tree of texts. The other libraries know one root; several theses hang below the map's title. */
export function firstMap(): Branch {
  const outcome = readArgdown(readFileSync("arguments/de-stalinization.argdown", "utf8"));
  if ("refused" in outcome) throw new Error(outcome.refused);
  const { map } = outcome;
  const forest = forestOf(map);
  const branch = (id: ClaimId): Branch => ({
    id,
    text: map.claims.get(id)?.text ?? "",
    children: (forest.nodes.get(id)?.children ?? []).map(branch),
  });
  const [only, ...others] = forest.roots.map(branch);
  if (only !== undefined && others.length === 0) return only;
  return { id: "map", text: map.about.title, children: forest.roots.map(branch) };
}
