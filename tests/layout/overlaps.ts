import Flatbush from "flatbush";
import type { Picture } from "#layout/picture.ts";
import { overlap } from "./drawing.ts";

/** Pairs of cards that lie over each other. */
export function overlaps({ cards }: Picture): readonly (readonly string[])[] {
  const placed = [...cards];
  const tree = new Flatbush(placed.length);
  for (const [, { x, y, width, height }] of placed) tree.add(x, y, x + width, y + height);
  tree.finish();
  return placed.flatMap(([claim, rect]) =>
    tree.search(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height).flatMap((at) => {
      const [other, there] = placed[at]!;
      return other > claim && overlap(rect, there) ? [[claim, other]] : [];
    }),
  );
}
