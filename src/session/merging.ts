import type { MapId } from "#model/ids.ts";
import type { ImageBytes } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { MergeReview } from "#model/merge-review.ts";
import type { Copy } from "#store/reading.ts";
import type { Version } from "#store/states.ts";

/** A file of a map that this person has already, before they said what is to become of it. */
export interface Arrival {
  readonly map: ArgumentMap;
  /** Whose copy it is; empty when that is not said. */
  readonly by: string;
  /** What would be merged; `null` where it cannot be, and then `trouble` says why. */
  readonly document: Uint8Array<ArrayBuffer> | null;
  readonly trouble: string | null;
  /** How much each side has that the other has not. */
  readonly theirs: number;
  readonly mine: number;
  /** The images that came along. */
  readonly images: ImageBytes;
  /** The version after the last merge of the map that is here, or `null`. */
  readonly last: Version | null;
  /** The file, where the map is in the bin: what of it is new can be told only when the map is back. */
  readonly binned?: Copy;
}

/** What came in with a merge, to be looked through. */
export interface Reviewing {
  readonly map: MapId;
  /** The version after it. */
  readonly version: string;
  /** When it was, in milliseconds since 1970. */
  readonly time: number;
  /** Into whose map it came; `null` for the one who looks. */
  readonly into: string | null;
  /** Whose it is; empty when that is not known, `null` for the app's own newer version. */
  readonly by: string | null;
  /** The map before the merge. */
  readonly before: ArgumentMap;
  /** The map after it. */
  readonly after: ArgumentMap;
  readonly review: MergeReview;
}

/** A newer version of a shipped map that this person has edited. */
export interface Newer {
  readonly map: MapId;
  /** Tells this release from any other. */
  readonly release: string;
  readonly edits: number;
  readonly seed: Uint8Array<ArrayBuffer>;
}

/** The version after the last merge of a map, or `null`. */
export function lastMerge(versions: readonly Version[]): Version | null {
  return versions.findLast(({ merge }) => merge !== null) ?? null;
}
