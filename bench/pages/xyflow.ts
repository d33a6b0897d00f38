import { graphlib, layout } from "@dagrejs/dagre";
import { type Edge, type Node, Position, ReactFlow, type ReactFlowInstance } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { branch, links } from "virtual:branch";
import type { Branch } from "../claims.ts";

const size = { width: 260, height: 90 };

/** The claims in the places that dagre gives them, as the library's own example has it. */
function laidOut(): { readonly nodes: Node[]; readonly edges: Edge[] } {
  const graph = new graphlib.Graph().setDefaultEdgeLabel(() => ({}));
  graph.setGraph({ rankdir: "TB" });
  const edges: Edge[] = links.map(([source, target]) => ({
    id: `${source}>${target}`,
    source: target,
    target: source,
  }));
  const all: Branch[] = [];
  const waiting = [branch];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    all.push(next);
    graph.setNode(next.id, { ...size });
    for (const { id } of next.children) edges.push({ id, source: next.id, target: id });
    waiting.push(...next.children);
  }
  for (const { source, target } of edges) graph.setEdge(source, target);
  layout(graph);
  const nodes = all.map(({ id, text }) => {
    const { x, y } = graph.node(id) as { x: number; y: number };
    return {
      id,
      data: { label: text },
      position: { x: x - size.width / 2, y: y - size.height / 2 },
      style: { width: size.width },
      sourcePosition: Position.Bottom,
      targetPosition: Position.Top,
    };
  });
  return { nodes, edges };
}

const { nodes, edges } = laidOut();
const [first] = nodes;
const start = { x: 510 - (first?.position.x ?? 0), y: 40 - (first?.position.y ?? 0), zoom: 1 };
const flow = createElement(ReactFlow, {
  defaultNodes: nodes,
  defaultEdges: edges,
  defaultViewport: start,
  onlyRenderVisibleElements: true,
  panOnScroll: true,
  minZoom: 0.001,
  onInit: (instance: ReactFlowInstance) => Object.assign(globalThis, { fit: () => instance.fitView() }),
});
createRoot(document.querySelector("#map")!).render(flow);
