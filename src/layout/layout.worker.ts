/** The layout worker: takes a `LayoutOrder`, answers with its `LayoutReply`. An error ends the order, and the page hears of it. */
import { cornersOf } from "#layout/boxes.ts";
import { coverOfMany } from "#layout/cover-grid.ts";
import { centresByKernel } from "#layout/kernel.ts";
import { routed } from "#layout/route.ts";
import { buffersOf, type LayoutOrder, type LayoutReply } from "#layout/worker.ts";

addEventListener("message", ({ data: { number, plan } }: MessageEvent<LayoutOrder>) => {
  const places = cornersOf(plan.boxes, centresByKernel(plan.boxes));
  const reply: LayoutReply = { number, routes: routed(plan, places, coverOfMany) };
  postMessage(reply, { transfer: [...buffersOf(reply.routes)] });
});
