/** The fold worker: takes one `FoldOrder`, answers with its `FoldReply`. An error ends it, and the page hears of it. */
import type { FoldOrder, FoldReply } from "#store/fold-order.ts";
import { areSameDocument, foldUpdates } from "#store/folding.ts";

addEventListener("message", ({ data }: MessageEvent<FoldOrder>) => {
  const reply: FoldReply =
    "fold" in data ? { folded: foldUpdates(data.fold) } : { areSame: areSameDocument(data.compare) };
  postMessage(reply);
});
