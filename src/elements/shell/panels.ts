import { html, nothing } from "lit";
import { isOffTree } from "#actions/action.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";

/** Panels are loaded when they are first shown; these also in quiet moments before. */
export const panelLoaders = {
  detail: () => import("#elements/detail/detail-panel.ts"),
  find: () => import("#elements/find/find-panel.ts"),
  minds: () => import("#elements/timeline/timeline-screen.ts"),
  about: () => import("#elements/about/about-panel.ts"),
  comparison: () => import("#elements/history/comparison-bar.ts"),
  focus: () => import("#elements/map/focus-trail.ts"),
};

const beside = () => import("#elements/shell/beside-panels.ts");

/** What stands beside, above or below the screen of a map. */
export function panelsOf(workspace: Workspace, session: MapSession) {
  const dialog = workspace.dialog.value?.type;
  const finding = dialog === "find" || dialog === "replace";
  const about = workspace.about.value;
  if (session.detail.value) void panelLoaders.detail();
  if (finding) void panelLoaders.find();
  const following = session.following.value !== null;
  if (following) void panelLoaders.minds();
  if (about !== null) void panelLoaders.about();
  return html`
    ${barsOf(workspace, session)}
    ${
      session.detail.value
        ? html`<detail-panel .workspace=${workspace} .session=${session}></detail-panel>`
        : nothing
    }
    ${
      about === null
        ? nothing
        : html`<about-panel .workspace=${workspace} .session=${session} .shown=${about}></about-panel>`
    }
    ${following ? html`<minds-panel .workspace=${workspace} .session=${session}></minds-panel>` : nothing}
    ${finding ? html`<find-panel .workspace=${workspace} .session=${session}></find-panel>` : nothing}
    ${besideOf(workspace, session)}
  `;
}

function barsOf(workspace: Workspace, session: MapSession) {
  const comparing = session.comparing.value !== null;
  const focused = session.focus.head.value !== null && !isOffTree(workspace);
  if (comparing) void panelLoaders.comparison();
  if (focused) void panelLoaders.focus();
  return html`
    ${
      comparing
        ? html`<comparison-bar .workspace=${workspace} .session=${session}></comparison-bar>`
        : nothing
    }
    ${focused ? html`<focus-trail .session=${session}></focus-trail>` : nothing}
  `;
}

/** What stands beside a map now and then. */
function besideOf(workspace: Workspace, session: MapSession) {
  const { missing, reviewing, newer } = workspace;
  if (!missing.value && reviewing.value === null && newer.value === null) return nothing;
  void beside();
  return html`<beside-panels .workspace=${workspace} .session=${session}></beside-panels>`;
}
