import { layoutOnPage } from "#layout/layout.ts";
import type { Picture, Point, Rect, Size } from "#layout/picture.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { cardWidth, thesisWidth } from "#layout/sizes.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap, claimId } from "../notation.ts";

export interface Wishes {
  readonly folded?: readonly string[];
  readonly stackLeaves?: boolean;
  readonly sizeOf?: (claim: ClaimId) => Size;
}

/** What a map's picture is asked with: cards 100 high, nothing folded, leaves side by side, unless wished otherwise. */
export function requestFor(map: ArgumentMap, wishes: Wishes = {}): LayoutRequest {
  const forest = forestOf(map);
  const isRoot = (claim: ClaimId) => forest.nodes.get(claim)?.relation === null;
  return {
    map,
    forest,
    folded: new Set(wishes.folded?.map(claimId)),
    stackLeaves: wishes.stackLeaves ?? false,
    sizeOf: wishes.sizeOf ?? ((claim) => ({ width: isRoot(claim) ? thesisWidth : cardWidth, height: 100 })),
  };
}

export function draw(notation: string, wishes: Wishes = {}): Picture {
  return layoutOnPage(requestFor(argumentMap(notation), wishes));
}

/** The card of the claim with this name. */
export function cardOf(picture: Picture, name: string): Rect {
  const rect = picture.cards.get(claimId(name));
  if (rect === undefined) throw new Error(`There is no card for ${name}.`);
  return rect;
}

export type Segment = readonly [Point, Point];

/** The straight parts of a path of absolute M, L and A, corners as their chords. */
export function segmentsOf(path: string): readonly Segment[] {
  const segments: [Point, Point][] = [];
  let last: Point = { x: 0, y: 0 };
  for (const [, command, numbers = ""] of path.matchAll(/([MLA])([^MLA]*)/g)) {
    const [x = Number.NaN, y = Number.NaN] = numbers.trim().split(/ +/).map(Number).slice(-2);
    if (command !== "M") segments.push([last, { x, y }]);
    last = { x, y };
  }
  return segments;
}

/** Whether a segment goes through the inside of a rect; along its edge is not through. */
export function crosses([a, b]: Segment, rect: Rect): boolean {
  const slack = 0.5;
  return (
    Math.max(a.x, b.x) > rect.x + slack &&
    Math.min(a.x, b.x) < rect.x + rect.width - slack &&
    Math.max(a.y, b.y) > rect.y + slack &&
    Math.min(a.y, b.y) < rect.y + rect.height - slack
  );
}

/** Whether two upright or level segments have a point in common. */
export function meet([a, b]: Segment, [c, d]: Segment): boolean {
  return (
    Math.max(a.x, b.x) >= Math.min(c.x, d.x) &&
    Math.min(a.x, b.x) <= Math.max(c.x, d.x) &&
    Math.max(a.y, b.y) >= Math.min(c.y, d.y) &&
    Math.min(a.y, b.y) <= Math.max(c.y, d.y)
  );
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
