import { html } from "lit";
import "#elements/map/claim-tools.ts";
import type { ToolChosen } from "#elements/map/tool-chosen.ts";
import { menuFor, toolsFor } from "#elements/map/tools.ts";
import type { Workspace } from "#session/workspace.ts";

/** What can be done with the claim in hand: fetched when there is one, for a first visit does without it. */
export function toolbar(
  workspace: Workspace,
  isFolded: boolean,
  chosen: (event: ToolChosen) => void,
  left: () => void,
) {
  return html`<claim-tools
    .tools=${toolsFor(workspace, isFolded)}
    .more=${menuFor(workspace)}
    @tool-chosen=${chosen}
    @tools-left=${left}
  ></claim-tools>`;
}
