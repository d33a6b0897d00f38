import type { Size } from "#layout/picture.ts";
import type { Folding } from "#model/first-folding.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** What a picture is drawn from. */
export interface LayoutRequest {
  readonly map: ArgumentMap;
  readonly forest: Forest;
  /** Claims whose children are not shown. */
  readonly folded: Folding;
  /** Measured size of every claim that is shown. */
  sizeOf(claim: ClaimId): Size;
  /** What `sizeOf` says, where a plan is to follow from the one before. */
  readonly sizes?: ReadonlyMap<ClaimId, Size>;
  /** Leaf siblings of one kind stand in a column below their parent instead of a row. */
  readonly stackLeaves: boolean;
}
