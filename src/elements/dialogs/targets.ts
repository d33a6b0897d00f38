import { folded, holdsWords } from "#elements/dialogs/matching.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { RelationKind } from "#model/relation.ts";
import { dialogWords as words } from "#words/dialogs.ts";

/** A claim that can be chosen as a target. */
export interface ClaimTarget {
  readonly claim: ClaimId;
  readonly text: string;
  /** What stands above it, from the thesis down, in short; "Thesis" for a thesis. */
  readonly path: string;
  readonly kind: RelationKind | null;
  /** The step by which it answers what it is drawn under; `null` for a thesis. */
  readonly step: RelationId | null;
  readonly searched: string;
}

const pathLength = 40;

/** Every claim of a map, depth first. */
export function targetsOf(map: ArgumentMap, forest: Forest): readonly ClaimTarget[] {
  return forest.order.map((claim) => {
    const record = map.claims.get(claim);
    const step = forest.nodes.get(claim)?.relation ?? null;
    const text = record?.text.trim() || words.emptyClaim;
    return {
      claim,
      text,
      path: pathTo(map, forest, claim),
      kind: (step === null ? undefined : map.relations.get(step)?.kind) ?? null,
      step,
      searched: folded(`${text} ${record?.label ?? ""}`),
    };
  });
}

/** The targets that hold every word that was typed, in the order of the map. */
export function targetsHolding(targets: readonly ClaimTarget[], typed: string): readonly ClaimTarget[] {
  return typed.trim() === "" ? targets : targets.filter(({ searched }) => holdsWords(searched, typed.trim()));
}

/** One line of at most `length` characters, cut between words where that loses little. */
export function inShort(text: string, length: number): string {
  const characters = [...text.replaceAll(/\s+/g, " ").trim()];
  if (characters.length <= length) return characters.join("");
  const cut = characters.slice(0, length - 1).join("");
  const words = cut.replace(/\s\S*$/, "");
  return `${(words.length > cut.length * 0.7 ? words : cut).trimEnd()}…`;
}

function pathTo(map: ArgumentMap, forest: Forest, claim: ClaimId): string {
  const names: string[] = [];
  let above = forest.nodes.get(claim)?.parent ?? null;
  while (above !== null && names.length < 8) {
    const record = map.claims.get(above);
    names.push(record?.label || inShort(record?.text || words.emptyClaim, pathLength));
    above = forest.nodes.get(above)?.parent ?? null;
  }
  if (above !== null) names.push("…");
  return names.length === 0 ? words.thesisPath : names.toReversed().join(" › ");
}
