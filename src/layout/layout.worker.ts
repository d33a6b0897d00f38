/** The layout worker: takes a `LayoutOrder`, answers with its `LayoutReply`. An error ends the order, and the page hears of it. */
import { cornersOf } from "#layout/boxes.ts";
import { centresByKernel } from "#layout/kernel.ts";
import { buffersOf, type LayoutOrder, type LayoutReply } from "#layout/worker.ts";

addEventListener("message", ({ data: { number, boxes } }: MessageEvent<LayoutOrder>) => {
  const reply: LayoutReply = { number, places: cornersOf(boxes, centresByKernel(boxes)) };
  postMessage(reply, { transfer: buffersOf(reply.places) });
});
