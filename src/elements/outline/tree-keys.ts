import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Folding } from "#model/first-folding.ts";
import { siblingsOf } from "#session/navigation.ts";

/** What a key of the ARIA tree pattern does. */
export type TreeStep =
  | { readonly type: "take"; readonly claim: ClaimId }
  | { readonly type: "fold"; readonly claim: ClaimId }
  | { readonly type: "unfold"; readonly claims: readonly ClaimId[] };

/** What the tree looks like to the keys. */
export interface TreeView {
  readonly forest: Forest;
  readonly folding: Folding;
  readonly shown: readonly ClaimId[];
  /** Where the text runs from right to left, so do the branches: ← leads in and → leads out. */
  readonly rightToLeft: boolean;
}

/**
 * The step of a key (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/): → unfolds, then goes in; ← folds, then goes
 * out; ↑ ↓ go to the shown row before and after; Home and End to the first and the last; * unfolds all siblings.
 * `null` where the key does nothing.
 */
export function treeStep(view: TreeView, claim: ClaimId, key: string): TreeStep | null {
  const at = view.shown.indexOf(claim);
  switch (key) {
    case "ArrowRight":
      return view.rightToLeft ? out(view, claim) : into(view, claim);
    case "ArrowLeft":
      return view.rightToLeft ? into(view, claim) : out(view, claim);
    case "ArrowDown":
      return take(view.shown[at + 1]);
    case "ArrowUp":
      return take(view.shown[at - 1]);
    case "Home":
      return take(view.shown[0]);
    case "End":
      return take(view.shown.at(-1));
    case "*":
      return unfold(view, siblingsOf(view.forest, claim));
    default:
      return null;
  }
}

function into({ forest, folding }: TreeView, claim: ClaimId): TreeStep | null {
  const children = forest.nodes.get(claim)?.children ?? [];
  if (children.length === 0) return null;
  return folding.has(claim) ? { type: "unfold", claims: [claim] } : take(children[0]);
}

function out({ forest, folding }: TreeView, claim: ClaimId): TreeStep | null {
  const node = forest.nodes.get(claim);
  if (node === undefined) return null;
  if (node.children.length > 0 && !folding.has(claim)) return { type: "fold", claim };
  return take(node.parent ?? undefined);
}

function unfold({ folding }: TreeView, siblings: readonly ClaimId[]): TreeStep | null {
  const claims = siblings.filter((claim) => folding.has(claim));
  return claims.length === 0 ? null : { type: "unfold", claims };
}

function take(claim: ClaimId | undefined): TreeStep | null {
  return claim === undefined ? null : { type: "take", claim };
}
