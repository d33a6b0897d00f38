import type { Change } from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Merger } from "#model/merge-review.ts";
import type { History } from "#store/ports.ts";
import type { Moment, Present, Version } from "#store/states.ts";

/** A step that undo took back, or redo made again. */
export interface Step {
  readonly label: string;
  readonly change: Change;
}

/** What an open map stands on: a document, or for a shipped map before its first edit is written, a draft. */
export interface Body {
  readonly map: ArgumentMap;
  readonly history: History;
  /** The states that are remembered, earliest first. */
  readonly versions: readonly Version[];
  /** Makes a change and returns what it changed; `null` when the map says all of it already. A `milestone` names the state after it. */
  run(change: Change, label: string, gesture: string | null, milestone?: string | null): Change | null;
  /** Takes back the last step that has an effect; `null` when there is none. */
  undo(): Step | null;
  redo(): Step | null;
  /** The map's history up to now, latest first; at most so many lines. */
  moments(most: number): readonly Moment[];
  /** What the map says now, to compare others with; `null` where nothing is remembered. */
  readonly present: Present | null;
  /** The copies that met in a merge; `null` where no version with that id is the one after a merge. */
  mergerOf(version: string): Merger | null;
}
