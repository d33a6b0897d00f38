import type { Change } from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Steps } from "#model/steps.ts";

/** A state of a map that its document remembers. */
export interface Version {
  readonly id: string;
  /** Empty for one that was written by itself, when a person began to edit. */
  readonly name: string;
  /** Who wrote it; empty where they have given no name. */
  readonly person: string;
  /** Milliseconds since 1970, for showing only: versions are ordered by what they hold. */
  readonly time: number;
  /** The number under which it was written. */
  readonly client: number;
  /** What came in, where this is the version after a merge; `null` for any other. */
  readonly merge: MergeNote | null;
}

/** What a map remembers of a merge beside the versions before and after it. */
export interface MergeNote {
  /** Whose copy came in: empty where that was not said, `null` for a newer version of a shipped map. */
  readonly by: string | null;
}

/** How a merge is called: in the history by name, among what was done by label. */
export interface Merging extends MergeNote {
  readonly label: string;
  readonly name: string;
}

/** What a map said at one time, to be compared with what it said at another. */
export interface State {
  /** What leads from here to another state of the same map, read piece by piece. */
  changeTo(other: State): Steps<Change>;
}

/** What a map says now. */
export interface Present {
  readonly map: ArgumentMap;
  readonly state: State;
  /** The same as bytes: equal for equal documents, in whatever order their own bytes are. */
  readonly stateBytes: () => Uint8Array<ArrayBuffer>;
}

/** Two states that follow each other. The same object as long as they are the same, so that what was found out about it can be kept under it. */
export interface Stretch {
  readonly from: State;
  readonly to: State;
}

/** One line of a map's history. */
export interface Moment {
  /** The version's; `null` for the present. */
  readonly id: string | null;
  readonly name: string;
  /** Whether nothing is known of what was before. */
  readonly isFirst: boolean;
  /** When it was named or, without a name, when the edits began that led to it. */
  readonly time: number;
  /** Who made the edits; empty strings for people without a name. */
  readonly people: readonly string[];
  /** Whether nothing at all was written on the way to it. */
  readonly isUnchanged: boolean;
  /** Of the version after a merge, what came in. */
  readonly merge: MergeNote | null;
  /** What the map said then. */
  readonly state: State;
  /** What led to it; `null` for the first line. */
  readonly stretch: Stretch | null;
}
