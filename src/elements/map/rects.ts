import type { Point, Rect } from "#layout/picture.ts";

export function touches(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

export function encloses(outer: Rect, inner: Rect): boolean {
  return holds(outer, inner) && holds(outer, { x: inner.x + inner.width, y: inner.y + inner.height });
}

/** Whether a point lies in a rectangle, or no further than `margin` outside of it. */
export function holds({ x, y, width, height }: Rect, at: Point, margin = 0): boolean {
  const across = at.x >= x - margin && at.x <= x + width + margin;
  return across && at.y >= y - margin && at.y <= y + height + margin;
}

/** The area that two rectangles share. */
export function sharedArea(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
