import type { Rect } from "#layout/picture.ts";
import type { RectTable } from "#layout/rects.ts";

/** The smallest rect around all; of no size at 0 where there are none. */
export function boundsOf(...tables: readonly RectTable[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rects of tables) {
    for (let at = 0; at < rects.length; at += 4) {
      left = Math.min(left, rects[at]!);
      top = Math.min(top, rects[at + 1]!);
      right = Math.max(right, rects[at]! + rects[at + 2]!);
      bottom = Math.max(bottom, rects[at + 1]! + rects[at + 3]!);
    }
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}
