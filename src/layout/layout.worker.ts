/** The layout worker: takes a `LayoutOrder`, answers with its `LayoutReply`. An error ends the order, and the page hears of it. */
import { placeBoxes } from "#layout/dagre.ts";
import { buffersOf, type LayoutOrder, type LayoutReply } from "#layout/worker.ts";

addEventListener("message", ({ data }: MessageEvent<LayoutOrder>) => {
  const reply: LayoutReply = { number: data.number, places: placeBoxes(data.boxes) };
  postMessage(reply, { transfer: buffersOf(reply.places) });
});
