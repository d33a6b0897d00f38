import { html, render } from "lit";
import { page } from "vitest/browser";
import "#elements/map/map-screen.ts";
import type { ClaimCard } from "#elements/map/claim-card.ts";
import type { MapScreen } from "#elements/map/map-screen.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { argumentMap } from "../../notation.ts";
import { openApp, openSession } from "../dialogs/workspace.ts";

/** A map on screen, with the session behind it. */
export interface Stage {
  readonly workspace: Workspace;
  readonly session: MapSession;
  readonly screen: MapScreen;
  /** What the map screen has in its own tree. */
  find(selector: string): HTMLElement;
  all(selector: string): readonly HTMLElement[];
  card(name: string): ClaimCard;
}

/** Shows a map in a box of 1000 × 700, without motion unless it is asked for; resolves when it is drawn and at rest. */
export async function stage(
  map: ArgumentMap | string,
  { motion = "reduced", width = 1000, height = 700 } = {},
): Promise<Stage> {
  Object.assign(document.documentElement.dataset, { motion, theme: "light", textSize: "normal" });
  await page.viewport(width, height);
  const shown = typeof map === "string" ? argumentMap(map) : map;
  const { workspace } = await openApp([shown]);
  const session = await openSession(workspace, shown.id);
  render(
    html`<main .style=${`width: ${width}px; height: ${height}px`}>
      <h1 .style=${"position: absolute; opacity: 0"}>A map</h1>
      <map-screen .workspace=${workspace} .session=${session}></map-screen>
    </main>`,
    document.body,
  );
  document.body.style.margin = "0";
  const screen = document.querySelector("map-screen")!;
  await painted();
  const root = screen.shadowRoot!;
  return {
    workspace,
    session,
    screen,
    find: (selector) => root.querySelector(selector)!,
    all: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
    card: (name) => root.querySelector<ClaimCard>(`[data-claim="${name}"]`)!,
  };
}

/** Resolves when what was changed is on screen: two frames on. */
export async function painted(): Promise<void> {
  await frame();
  await frame();
}

export function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

export function unstage(): void {
  render(html``, document.body);
}
