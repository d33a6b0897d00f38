import jsMind from "jsmind";
import "jsmind/style/jsmind.css";
import { branch } from "virtual:branch";
import type { Branch } from "../claims.ts";

interface Topic {
  readonly id: string;
  readonly topic: string;
  readonly children: readonly Topic[];
}

function topicOf({ id, text, children }: Branch): Topic {
  return { id, topic: text, children: children.map(topicOf) };
}

const map = new jsMind({ container: "map", editable: true, theme: "primary" });
map.show({ meta: { name: "bench", author: "", version: "1" }, format: "node_tree", data: topicOf(branch) });
