import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

export type Direction = "into" | "out" | "before" | "after";

/** The claim that a step leads to, or `null` where the map ends. Steps into a branch go to its first child, folded or not. */
export function neighbour(forest: Forest, claim: ClaimId, direction: Direction): ClaimId | null {
  const node = forest.nodes.get(claim);
  if (node === undefined) return null;
  if (direction === "into") return node.children[0] ?? null;
  if (direction === "out") return node.parent;
  const siblings = siblingsOf(forest, claim);
  return siblings[siblings.indexOf(claim) + (direction === "before" ? -1 : 1)] ?? null;
}

/** The claims that stand beside a claim under the same parent, itself among them, in reading order. */
export function siblingsOf(forest: Forest, claim: ClaimId): readonly ClaimId[] {
  const parent = forest.nodes.get(claim)?.parent ?? null;
  return parent === null ? forest.roots : (forest.nodes.get(parent)?.children ?? []);
}

/** What is in hand when a claim goes: the next beside it, or the one before, or else what it answers. */
export function closest(forest: Forest, claim: ClaimId): ClaimId | null {
  const siblings = siblingsOf(forest, claim);
  const at = siblings.indexOf(claim);
  return siblings[at + 1] ?? siblings[at - 1] ?? forest.nodes.get(claim)?.parent ?? null;
}

/** The next shown claim after `from` whose text begins with what was typed; wraps around. */
export function typedAhead(
  shown: readonly ClaimId[],
  textOf: (claim: ClaimId) => string,
  from: ClaimId | null,
  typed: string,
): ClaimId | null {
  const start = from === null ? -1 : shown.indexOf(from);
  const wanted = typed.toLocaleLowerCase();
  const offset = typed.length > 1 ? 0 : 1;
  for (let step = offset; step <= shown.length; step++) {
    const claim = shown[(start + step + shown.length) % shown.length];
    if (claim !== undefined && textOf(claim).toLocaleLowerCase().startsWith(wanted)) return claim;
  }
  return null;
}
