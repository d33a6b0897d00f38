import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

/** Addresses that a note may lead to. */
const followed = new Set(["http:", "https:", "mailto:"]);
/** Quotations and lists nested deeper than this are shown as they are written. */
const deepest = 12;

/** A line that opens very many quotations or lists at once; reading it would take the parser seconds. */
const opensMany = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){25}/mu;

/** The tree of a note; `null` where it cannot be read, and is to be shown as it is written. */
export function noteTree(markdown: string): Root | null {
  if (opensMany.test(markdown)) return null;
  try {
    const root = fromMarkdown(markdown);
    return isDeeperThan(root, deepest) ? null : root;
  } catch {
    return null;
  }
}

/** The address of a link, if it is one that a note may lead to; `null` for any other, such as `javascript:`. */
export function safeAddress(written: string): string | null {
  const url = URL.canParse(written) ? new URL(written) : null;
  return url !== null && followed.has(url.protocol) ? url.href : null;
}

/** What was written where a node stands. */
export function sourceOf(node: Nodes, markdown: string): string {
  const { start, end } = node.position ?? {};
  return markdown.slice(start?.offset ?? 0, end?.offset ?? 0);
}

function isDeeperThan(root: Root, depth: number): boolean {
  let row: readonly Nodes[] = [root];
  for (let at = 0; row.length > 0; at++) {
    if (at > depth * 2) return true;
    row = row.flatMap((node) => ("children" in node ? node.children : []));
  }
  return false;
}
