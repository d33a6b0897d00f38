import type { CardMeasure } from "#elements/map/card-measure.ts";
import { Drawing, type LayOut } from "#elements/map/drawing.ts";
import { MapScene, type SceneParts } from "#elements/map/map-scene.ts";
import type { Picture, Size } from "#layout/picture.ts";
import type { MapSession } from "#session/map-session.ts";
import { opened, type Viewport } from "#session/viewport.ts";

/** A map on screen as a tree. */
export type TreeScene = MapScene<Drawing>;

/** Of the bar with the way to a branch, in CSS pixels. */
const trailHeight = 48;

/** Sets the scene for the forest that a session shows. */
export function treeScene(
  parts: Omit<SceneParts, "opened"> & { readonly measure: CardMeasure },
  layOut: LayOut,
): TreeScene {
  const { session } = parts;
  const open = (picture: Picture, screen: Size) => openedTree(session, picture, screen);
  return new MapScene({ ...parts, opened: open }, (drawn) => new Drawing({ ...parts, layOut, drawn }));
}

/** The first thesis, or the head of a branch that is shown alone, with room at the top for the way to that. */
function openedTree({ focus }: MapSession, { bounds, cards }: Picture, screen: Size): Viewport | null {
  const first = focus.forest.peek().roots[0];
  // A picture of what was shown before is not what is to be opened.
  if (first !== undefined && cards.keys().next().value !== first) return null;
  const root = (first === undefined ? undefined : cards.get(first)) ?? bounds;
  const view = opened(bounds, root, screen);
  return focus.head.peek() === null ? view : { ...view, y: view.y - trailHeight / view.scale };
}
