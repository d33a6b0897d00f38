import { pictureIndex, type PictureIndex } from "#layout/cull.ts";
import type { Picture, Point, Rect, Size } from "#layout/picture.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import { neighbour } from "#session/navigation.ts";
import type { Viewport } from "#session/viewport.ts";

/** Up to this many cards, all are in the page. */
const fewCards = 100;
/** At most so many cards are in the page with those around the screen. */
const comfortable = 140;
/** At most so many cards are in the page for the eye. */
const mostCards = 180;
/** And so many for the keys: the claim in hand and where they lead from it. */
const cardsForKeys = 5;
/** How much around the screen is drawn as well, in parts of it: the first that leaves few enough cards. */
const margins = [0.5, 0.25, 0.125] as const;

/** Which part of a large picture is worth having in the page. */
export class Culling {
  #index: PictureIndex | null = null;
  #of: Picture | null = null;
  #part: Picture | null = null;
  #window: Rect | null = null;

  /**
   * The part of the picture that is on the screen and around it, in steps: it is the same object through most of a
   * pan or zoom. The whole picture where that is small.
   */
  part(picture: Picture, view: Viewport, screen: Size): Picture {
    if (picture.cards.size <= fewCards) return picture;
    const index = this.#indexOf(picture);
    const windows = margins.map((margin) => windowAround(view, screen, margin));
    if (this.#part !== null && windows.some((window) => isSame(window, this.#window))) return this.#part;
    const window = windows.find((each) => index.countIn(each) <= comfortable) ?? windows.at(-1)!;
    this.#window = window;
    this.#part = index.partIn(window);
    return this.#part;
  }

  /** Whether more cards touch the screen than the page can have. */
  isCrowded(picture: Picture, view: Viewport, screen: Size): boolean {
    if (picture.cards.size <= mostCards) return false;
    return this.#indexOf(picture).countIn(seenPart(view, screen)) > mostCards;
  }

  /** The cards that touch the screen. */
  cardsOn(picture: Picture, view: Viewport, screen: Size): Picture["cards"] {
    return this.#indexOf(picture).cardsIn(seenPart(view, screen));
  }

  /** The claims of the part of the picture, those on the screen first: where they are too many, the others have no card. */
  claimsNear(picture: Picture, at: Pick<MapSession, "viewport" | "screen">): Iterable<ClaimId> {
    const [view, screen] = [at.viewport.value, at.screen.value];
    const part = this.part(picture, view, screen);
    if (part.cards.size <= mostCards) return part.cards.keys();
    return [...this.cardsOn(picture, view, screen).keys(), ...part.cards.keys()];
  }

  claimAt(picture: Picture, point: Point): ClaimId | null {
    return this.#indexOf(picture).cardAt(point);
  }

  #indexOf(picture: Picture): PictureIndex {
    if (this.#index !== null && this.#of === picture) return this.#index;
    this.#index = pictureIndex(picture);
    this.#of = picture;
    this.#part = null;
    return this.#index;
  }
}

/**
 * The claims to have in the page, in reading order: those `near`, the claim in hand and those that a key leads to
 * from it, as far as they are drawn.
 */
export function claimsInPage(
  near: Iterable<ClaimId>,
  { picture, shown, forest, inHand }: ClaimsShown,
): readonly ClaimId[] {
  const claims = new Set<ClaimId>();
  if (inHand !== null) {
    claims.add(inHand);
    for (const direction of ["into", "out", "before", "after"] as const) {
      const next = neighbour(forest, inHand, direction);
      if (next !== null) claims.add(next);
    }
  }
  for (const claim of near) if (claims.size < mostCards + cardsForKeys) claims.add(claim);
  const places = placesIn(shown);
  const drawn = [...claims].filter((claim) => picture.cards.has(claim) && places.has(claim));
  return drawn.toSorted((a, b) => places.get(a)! - places.get(b)!);
}

interface ClaimsShown {
  readonly picture: Picture;
  /** All claims that folding leaves on screen, depth first. */
  readonly shown: readonly ClaimId[];
  readonly forest: Forest;
  readonly inHand: ClaimId | null;
}

const known = new WeakMap<readonly ClaimId[], ReadonlyMap<ClaimId, number>>();

function placesIn(shown: readonly ClaimId[]): ReadonlyMap<ClaimId, number> {
  const places = known.get(shown) ?? new Map(shown.map((claim, at) => [claim, at]));
  known.set(shown, places);
  return places;
}

/** What is on screen, in map coordinates. */
export function seenPart({ x, y, scale }: Viewport, { width, height }: Size): Rect {
  return { x, y, width: width / scale, height: height / scale };
}

/** The screen and a part of one around it, both in steps of that part at the nearest smaller of few scales. */
function windowAround({ x, y, scale }: Viewport, screen: Size, margin: number): Rect {
  const coarse = 2 ** (Math.floor(2 * Math.log2(scale)) / 2);
  const [width, height] = [(screen.width / coarse) * margin, (screen.height / coarse) * margin];
  const left = Math.floor(x / width - 0.5) * width;
  const top = Math.floor(y / height - 0.5) * height;
  const right = Math.ceil((x + screen.width / scale) / width + 0.5) * width;
  const bottom = Math.ceil((y + screen.height / scale) / height + 0.5) * height;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function isSame(a: Rect, b: Rect | null): boolean {
  return b !== null && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
