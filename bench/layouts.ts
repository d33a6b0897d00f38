import { Graph, layout } from "@dagrejs/dagre";
import { flextree } from "d3-flextree";
import type { BoxTable, PlaceTable } from "#layout/boxes.ts";
import { coverOfMany } from "#layout/cover-grid.ts";
import { centresByDagre } from "#layout/dagre.ts";
import { pictureOf } from "#layout/drawn.ts";
import { centresByKernel } from "#layout/kernel.ts";
import { placeBoxes } from "#layout/place.ts";
import { planOf } from "#layout/plan.ts";
import { routed } from "#layout/route.ts";
import { rankGap, siblingGap } from "#layout/sizes.ts";
import { type Debate, requestFor } from "./debate.ts";

/** What is timed, by name: each gets the same boxes in the form that it takes. */
export type Contest = Readonly<Record<string, () => unknown>>;

export function boxesOf(debate: Debate): BoxTable {
  return planOf(requestFor(debate)).table.boxes;
}

export function contestOver(boxes: BoxTable): Contest {
  const tree = treeOf(boxes);
  return {
    kernel: () => centresByKernel(boxes),
    flextree: () => placeByFlextree(tree),
    trimmed: () => centresByDagre(boxes),
    dagre: () => placeByDagreAsItComes(boxes),
  };
}

/** The steps from a request to its picture. */
export function wayOver(debate: Debate): Contest {
  const request = requestFor(debate);
  const plan = planOf(request);
  const places = placeBoxes(plan.table.boxes);
  const routes = routed(plan.table, places, coverOfMany);
  return {
    plan: () => planOf(request),
    places: () => placeBoxes(plan.table.boxes),
    routes: () => routed(plan.table, places, coverOfMany),
    picture: () => pictureOf(plan, routes),
  };
}

/** The largest difference between the kernel's and dagre's coordinates, and how many are not the same to the last bit. */
export function differenceOn(boxes: BoxTable): { readonly most: number; readonly unequal: number } {
  const [kernel, dagre] = [centresByKernel(boxes), centresByDagre(boxes)];
  let [most, unequal] = [0, 0];
  for (const axis of ["x", "y"] satisfies (keyof PlaceTable)[]) {
    for (const [at, value] of kernel[axis].entries()) {
      most = Math.max(most, Math.abs(value - dagre[axis][at]!));
      if (!Object.is(value, dagre[axis][at])) unequal++;
    }
  }
  return { most, unequal };
}

function placeByDagreAsItComes({ parent, width, height }: BoxTable): void {
  const graph = new Graph();
  graph.setGraph({ nodesep: siblingGap, ranksep: rankGap });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const [box, above] of parent.entries()) {
    graph.setNode(String(box), { width: width[box]!, height: height[box]! });
    if (above >= 0) graph.setEdge(String(above), String(box));
  }
  layout(graph);
}

interface Branch {
  readonly size: readonly [number, number];
  readonly children: Branch[];
}

/** d3-flextree wants one root, and gaps as part of the sizes. */
function treeOf({ parent, width, height }: BoxTable): Branch {
  const branches = Array.from(parent, (_, box): Branch => ({
    size: [width[box]! + siblingGap, height[box]! + rankGap],
    children: [],
  }));
  for (const [box, above] of parent.entries()) branches[above]?.children.push(branches[box]!);
  return branches[0]!;
}

function placeByFlextree(tree: Branch): void {
  const flex = flextree<Branch>({ nodeSize: ({ data }) => data.size });
  flex(flex.hierarchy(tree));
}
