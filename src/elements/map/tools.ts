import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { shownKey } from "#actions/keys.ts";
import type { MenuItem } from "#elements/dialogs/app-menu.ts";
import type { IconName } from "#elements/shared/icon.ts";
import type { Workspace } from "#session/workspace.ts";
import { mapWords } from "#words/map.ts";

/** One button among a claim's tools. */
export interface Tool {
  /** Of an action. */
  readonly id: string;
  readonly name: string;
  /** As it is shown ("Enter"), `null` for none. */
  readonly key: string | null;
  /** Words on the button; without them it shows `icon`. Part of the name, so that speech input finds it. */
  readonly word: string | null;
  readonly icon: IconName;
  readonly tone: "quiet" | "supports" | "opposes";
}

const inMenu = [
  "claim.add-co-premise",
  "claim.link",
  "claim.move",
  "claim.turn",
  "claim.reorder-before",
  "claim.reorder-after",
  "branch.focus",
  "go.neighbourhood",
  "branch.fold-others",
  "claim.details",
  "claim.copy",
  "claim.cut",
  "claim.paste",
  "claim.delete",
];

/** The buttons for the claim in hand, as things stand. */
export function toolsFor(workspace: Workspace, isFolded: boolean): readonly Tool[] {
  const all: readonly Omit<Tool, "name" | "key">[] = [
    { id: "claim.edit", word: null, icon: "edit", tone: "quiet" },
    { id: "claim.add-reason", word: mapWords.shortReason, icon: "add", tone: "supports" },
    { id: "claim.add-objection", word: mapWords.shortObjection, icon: "minus", tone: "opposes" },
    { id: "claim.object-to-step", word: null, icon: "step", tone: "quiet" },
    { id: "branch.fold", word: null, icon: isFolded ? "unfold" : "fold", tone: "quiet" },
  ];
  const context = contextOf(workspace);
  return all.flatMap((tool) => {
    const action = actionById(tool.id);
    return action.when(context) ? [{ ...tool, name: action.name(context), key: shownKey(action) }] : [];
  });
}

/** What is under More, as things stand. */
export function menuFor(workspace: Workspace): readonly MenuItem[] {
  const context = contextOf(workspace);
  return inMenu.map((id) => {
    const action = actionById(id);
    return { id, name: action.name(context), keys: shownKey(action), enabled: action.when(context) };
  });
}
