/** The comparing worker: learns a map piece by piece, takes `ComparingOrder`s and answers each. An error ends it, and the page hears of it. */
import { Comparing, type ComparingOrder, type PresentPiece } from "#store/comparing.ts";
import { takeOrders } from "#store/sign-of-life.ts";

const comparing = new Comparing();

takeOrders((order: ComparingOrder | PresentPiece) => {
  if ("piece" in order) comparing.learn(order);
  else postMessage(comparing.take(order));
});
