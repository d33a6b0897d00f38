import type { Point, Rect, Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** What part of the map is on screen: `x`, `y` are the map coordinates of the screen's top left corner. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  /** Screen pixels a map pixel. */
  readonly scale: number;
}

/** What the camera is asked to do as soon as the picture holds what it is about. */
export type CameraWish =
  | { readonly type: "reveal" | "centre" | "approach"; readonly claim: ClaimId }
  | { readonly type: "fit" }
  | { readonly type: "open" }
  | { readonly type: "scale"; readonly scale: number };

/** How far a hand zooms out, unless the map is larger than the screen then. */
export const smallestScale = 0.1;
/** Of a map of 200,000 claims nothing could be seen below this. */
const farthestScale = 0.0001;
export const largestScale = 3;
/** Below this a first view would not be readable. */
const readableScale = 0.75;
const margin = 32;

function clampScale(scale: number, least: number): number {
  return Math.min(largestScale, Math.max(least, scale));
}

/** How far a hand zooms out of a map with these bounds: until all of it is on screen. */
export function leastScale(bounds: Rect | null, screen: Size): number {
  return bounds === null ? smallestScale : Math.min(smallestScale, fitted(bounds, screen).scale);
}

/** Moves the map by a distance in screen pixels. */
export function panned(view: Viewport, by: Point): Viewport {
  return { ...view, x: view.x - by.x / view.scale, y: view.y - by.y / view.scale };
}

/** Zooms so that the map point under `at` (screen pixels) stays under it, out to `least` at the most. */
export function zoomedAround(view: Viewport, at: Point, scale: number, least = smallestScale): Viewport {
  const next = clampScale(scale, least);
  return {
    scale: next,
    x: view.x + at.x / view.scale - at.x / next,
    y: view.y + at.y / view.scale - at.y / next,
  };
}

/** The whole of `rect` on screen, never larger than 100%; right of what covers so many pixels, where that leaves half of the screen. */
export function fitted(rect: Rect, { width, height }: Size, covered = 0): Viewport {
  const left = covered > width / 2 ? 0 : covered;
  const screen = { width: width - left, height };
  const scale = clampScale(
    Math.min(1, (screen.width - 2 * margin) / rect.width, (height - 2 * margin) / rect.height),
    farthestScale,
  );
  const middle = { x: rect.x + rect.width / 2 - left / scale, y: rect.y + rect.height / 2 };
  return centredOn(middle, screen, scale);
}

/** A first view: readable, with `root` near the top and as much below it as fits. */
export function opened(bounds: Rect, root: Rect, screen: Size): Viewport {
  const fit = fitted(bounds, screen).scale;
  const scale = Math.max(readableScale, Math.min(1, fit));
  const whole = bounds.width * scale <= screen.width - margin;
  const middle = whole ? bounds.x + bounds.width / 2 : root.x + root.width / 2;
  return { scale, x: middle - screen.width / scale / 2, y: bounds.y - margin / scale };
}

export function centredOn(point: Point, screen: Size, scale: number): Viewport {
  return { scale, x: point.x - screen.width / scale / 2, y: point.y - screen.height / scale / 2 };
}

/**
 * The smallest move that brings `rect` wholly on screen with a margin, or as much of one as there is room for; what is
 * larger than the screen shows its top left.
 */
export function revealing(view: Viewport, rect: Rect, screen: Size): Viewport {
  return {
    ...view,
    x: nearest(view.x, screen.width / view.scale, rect.x, rect.width, margin / view.scale),
    y: nearest(view.y, screen.height / view.scale, rect.y, rect.height, margin / view.scale),
  };
}

function nearest(start: number, length: number, from: number, extent: number, most: number): number {
  const gap = extent > length ? most : Math.min(most, (length - extent) / 2);
  if (extent > length || from - gap < start) return from - gap;
  return from + extent + gap > start + length ? from + extent + gap - length : start;
}

export function toScreen(view: Viewport, point: Point): Point {
  return { x: (point.x - view.x) * view.scale, y: (point.y - view.y) * view.scale };
}

export function toMap(view: Viewport, point: Point): Point {
  return { x: view.x + point.x / view.scale, y: view.y + point.y / view.scale };
}
