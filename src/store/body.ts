import type { Change } from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { History, Moment, Version } from "#store/ports.ts";

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
}
