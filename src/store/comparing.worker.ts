/** The comparing worker: learns a map piece by piece, takes `ComparingOrder`s and answers each. An error ends it, and the page hears of it. */
import { Comparing, type ComparingOrder, type PresentPiece } from "#store/comparing.ts";

const comparing = new Comparing();

addEventListener("message", ({ data }: MessageEvent<ComparingOrder | PresentPiece>) => {
  if ("piece" in data) comparing.learn(data);
  else postMessage(comparing.take(data));
});
