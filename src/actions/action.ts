import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";

/** Where actions are listed together: in the palette, the help sheet and the menus. */
export type ActionGroup = "claim" | "branch" | "map" | "view" | "go" | "app";

/** What an action acts on, as things stand when it is asked. */
export interface Context {
  readonly workspace: Workspace;
  readonly session: MapSession | null;
  /** The claim in hand. */
  readonly claim: ClaimId | null;
}

/** One thing that a person can do. The palette, menus, keys and help sheet all read these. */
export interface Action {
  readonly id: string;
  readonly group: ActionGroup;
  /** What it is called on screen ("Add reason"). It may depend on things as they are ("Undo add reason"). */
  name(context: Context): string;
  /** Key presses in tinykeys' notation ("$mod+z", "Shift++"); the first is the one that is shown. */
  readonly keys: readonly string[];
  /** Where the keys hold: on the map and the outline only, or anywhere. */
  readonly scope: "claims" | "anywhere";
  /** Whether the keys hold while a person is writing. */
  readonly whileWriting?: true;
  when(context: Context): boolean;
  run(context: Context): void | Promise<void>;
}

/** Whether a key press has no modifier that a letter would not have (WCAG 2.1.4 lets a person turn these off). */
export function isSingleKey(press: string): boolean {
  return (
    !/\$mod|Control|Alt|Meta/.test(press) &&
    /(^|\+)(.|Equal|Digit1|NumpadAdd|NumpadSubtract|Minus)$/.test(press)
  );
}

/** Whether the screen draws a neighbourhood or a timeline, in which there is no tree to walk, nothing to fold and no editor. */
export function isOffTree({ address }: Workspace): boolean {
  return ["neighbourhood", "timeline"].includes(address.value.screen);
}

export function contextOf(workspace: Workspace): Context {
  const session = workspace.current.value;
  return { workspace, session, claim: session?.inHand.value ?? null };
}
