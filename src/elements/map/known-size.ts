import type { CardFace } from "#elements/map/face.ts";
import type { Size } from "#layout/picture.ts";

/** What is known of all cards that say the same. */
export interface KnownSize {
  size: Size;
  /** Whether it was measured, not reckoned. */
  isMeasured: boolean;
}

/** A card whose height is to be reckoned, and where to write it. */
export type Reckoned = readonly [face: CardFace, known: KnownSize];
