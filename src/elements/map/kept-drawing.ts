import { FaceKeeper } from "#elements/map/face-keeper.ts";
import { KnownSizes } from "#elements/map/known-size.ts";
import type { Picture, Size } from "#layout/picture.ts";
import type { LayoutRequest } from "#layout/request.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";

/** What a picture was made from. */
export interface Laid {
  readonly forest: LayoutRequest["forest"];
  readonly folded: LayoutRequest["folded"];
  readonly stackLeaves: boolean;
  readonly sizes: ReadonlyMap<ClaimId, Size>;
}

/** What drawing a session has brought, for the next time that the map comes on screen. */
export class KeptDrawing {
  readonly faces = new FaceKeeper();
  readonly sizes = new KnownSizes();
  /** The newest picture. */
  shown: readonly [Picture, Laid] | null = null;
  /** The text size, and how many fonts were there: what sizes hold for. */
  setting = "";
}

const kept = new WeakMap<MapSession, KeptDrawing>();

/** The same as long as the session is open, whatever other screens come between. */
export function keptFor(session: MapSession): KeptDrawing {
  const found = kept.get(session) ?? new KeptDrawing();
  kept.set(session, found);
  return found;
}
