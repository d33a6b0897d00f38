import { html } from "lit";
import { expect } from "vitest";
import { page } from "vitest/browser";
import "#elements/outline/outline-screen.ts";
import { WindowGestures } from "#elements/shell/gestures.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { MapSession } from "#session/map-session.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { focused, type OpenApp, openApp, openSession, show } from "../dialogs/workspace.ts";

/** An undercutter, co-premises, and a claim that answers two others. */
export const small = argumentMap("A; +B > A; -C > A; +D > B; -E > (B>A); +F & G > C; +D > C");

/** The outline of a map, all unfolded, with the window's keys. */
export interface OutlinePage extends OpenApp {
  readonly session: MapSession;
}

let keys = new AbortController();

export async function openOutline(map: ArgumentMap): Promise<OutlinePage> {
  const app = await openApp([map]);
  const session = await openSession(app.workspace, map.id, "outline");
  session.refold(new Set());
  keys.abort();
  keys = new AbortController();
  new WindowGestures(app.workspace, () => undefined).listen(document, keys.signal);
  show(
    html`<main style="height: 100%">
      <h1>${map.about.title}</h1>
      <outline-screen style="height: 600px" .workspace=${app.workspace} .session=${session}></outline-screen>
    </main>`,
  );
  await expect.element(page.getByRole("button").first()).toBeInTheDocument();
  return { ...app, session };
}

export const row = (name: string | RegExp) => page.getByRole("treeitem", { name });
export const rows = () => page.getByRole("treeitem").elements();
export const names = () => rows().map((each) => each.getAttribute("aria-label"));
export const focusedName = () => focused()?.getAttribute("aria-label") ?? "nothing";

/** Takes a claim in hand and gives its row the focus. */
export async function takeRow(session: MapSession, claim: string): Promise<void> {
  session.take(claimId(claim));
  const item = row(new RegExp(`: ${claim}`)).first();
  await expect.element(item).toHaveAttribute("aria-selected", "true");
  (item.element() as HTMLElement).focus();
}
