import type { AttributionId, HolderId } from "#model/ids.ts";

/** Whose path through the map is followed, and the step that was taken last. */
export interface Following {
  /** `null` until somebody is chosen: whoever changed his or her mind most often is followed. */
  readonly holder: HolderId | null;
  readonly attribution: AttributionId | null;
}
