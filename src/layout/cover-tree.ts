import Flatbush from "flatbush";
import type { Cover } from "#layout/cover.ts";
import type { RectTable } from "#layout/rects.ts";

/** Puts the rects, one or more, into a tree: a question takes no longer for many. */
export function coverOfMany(rects: RectTable): Cover {
  const tree = new Flatbush(rects.length / 4);
  for (let at = 0; at < rects.length; at += 4) {
    const [left, top] = [rects[at]!, rects[at + 1]!];
    tree.add(left, top, left + rects[at + 2]!, top + rects[at + 3]!);
  }
  tree.finish();
  return { isCovered: (x, y) => tree.collides(x, y, x, y) };
}
