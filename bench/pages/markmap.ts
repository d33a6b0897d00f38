import type { IPureNode } from "markmap-common";
import { Markmap } from "markmap-view";
import { branch } from "virtual:branch";
import type { Branch } from "../claims.ts";

function nodeOf({ text, children }: Branch): IPureNode {
  return { content: text, children: children.map(nodeOf) };
}

const map = Markmap.create("#map", { duration: 0, scrollForPan: true, maxWidth: 260 }, nodeOf(branch));
Object.assign(globalThis, { fit: () => map.fit() });
