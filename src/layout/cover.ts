import type { RectTable } from "#layout/rects.ts";

/** Knows which points lie on one of some rects. */
export interface Cover {
  isCovered(x: number, y: number): boolean;
}

export type CoverOf = (rects: RectTable) => Cover;

/** Looks at one rect after the other: good for some hundred. */
export function coverOfFew(rects: RectTable): Cover {
  return {
    isCovered: (x, y) => {
      for (let at = 0; at < rects.length; at += 4) {
        const [left, top] = [rects[at]!, rects[at + 1]!];
        if (x >= left && x <= left + rects[at + 2]! && y >= top && y <= top + rects[at + 3]!) return true;
      }
      return false;
    },
  };
}
