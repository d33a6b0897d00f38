import MindElixir, { type NodeObj, RIGHT } from "mind-elixir";
import "mind-elixir/style.css";
import { branch } from "virtual:branch";
import type { Branch } from "../claims.ts";

function nodeOf({ id, text, children }: Branch): NodeObj {
  return { id, topic: text, children: children.map(nodeOf) };
}

const map = new MindElixir({ el: "#map", direction: RIGHT });
map.init({ nodeData: nodeOf(branch) });
Object.assign(globalThis, { fit: () => map.scaleFit() });
