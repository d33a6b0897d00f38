/** Lays neighbourhoods out beside the page: takes a `GraphOrder`, answers with its `GraphReply`. */
import { layoutGraph } from "#layout/graph-layout.ts";
import type { GraphOrder, GraphReply } from "#layout/graph-client.ts";

addEventListener("message", ({ data: { number, graph } }: MessageEvent<GraphOrder>) => {
  const reply: GraphReply = { number, layout: layoutGraph(graph) };
  postMessage(reply);
});
