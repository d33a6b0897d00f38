/** The fold worker: takes one `FoldOrder`, answers with its `FoldReply`. An error ends it, and the page hears of it. */
import type { FoldOrder, FoldReply } from "#store/fold-order.ts";
import { areSameDocument, foldUpdates } from "#store/folding.ts";
import { takeOrders } from "#store/sign-of-life.ts";

takeOrders((order: FoldOrder) => {
  const reply: FoldReply =
    "fold" in order ? { folded: foldUpdates(order.fold) } : { areSame: areSameDocument(order.compare) };
  postMessage(reply);
});
