import { html } from "lit";
import { page } from "vitest/browser";
import "#elements/about/about-panel.ts";
import type { AttributionId, HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newAttribution, newHolder, newSchool } from "#model/people.ts";
import { newCitation } from "#model/source.ts";
import type { MapSession } from "#session/map-session.ts";
import type { MapPart, Workspace } from "#session/workspace.ts";
import { works } from "../../citing/works.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { openApp, openSession, show } from "../dialogs/workspace.ts";

export const taubman = { id: "taubman" as SourceId, item: works.taubman, role: "secondary" as const };
const revisionists = newSchool("revisionists" as SchoolId, {
  name: "Revisionists",
  when: "1959/1972",
  colour: "teal",
  pattern: "solid",
});
export const cohen = newHolder("cohen" as HolderId, {
  name: "Stephen F. Cohen",
  lived: "1938/2020",
  affiliation: "Princeton University",
  memberships: [{ school: revisionists.id, when: "1973/" }],
});

/** B supports A; Cohen asserts both, B in Taubman's book, which A cites. */
function debate(): ArgumentMap {
  const map = argumentMap("A; +B > A");
  const [a, b] = [map.claims.get(claimId("A"))!, map.claims.get(claimId("B"))!];
  const place = newCitation(taubman.id, { locator: "274" });
  const claims = new Map(map.claims)
    .set(a.id, {
      ...a,
      citations: [place],
      attributions: [newAttribution("a1" as AttributionId, cohen.id)],
    })
    .set(b.id, {
      ...b,
      attributions: [newAttribution("a2" as AttributionId, cohen.id, { citation: place })],
    });
  return {
    ...map,
    about: { ...map.about, title: "A map", leavesOut: "It leaves out the *provinces*." },
    claims,
    sources: new Map([[taubman.id, taubman]]),
    holders: new Map([[cohen.id, cohen]]),
    schools: new Map([[revisionists.id, revisionists]]),
  };
}

/** The panel about that map, with one of its parts open. */
export async function openPanel(part: MapPart): Promise<{ workspace: Workspace; session: MapSession }> {
  const map = debate();
  const { workspace } = await openApp([map]);
  const session = await openSession(workspace, map.id);
  workspace.about.value = part;
  show(
    html`<main .style=${"position: relative; height: 100%"}>
      <h1>A map</h1>
      <about-panel .workspace=${workspace} .session=${session} .shown=${part}></about-panel>
    </main>`,
  );
  await document.querySelector("about-panel")!.updateComplete;
  return { workspace, session };
}

export function button(name: string | RegExp) {
  return page.getByRole("button", { name });
}

export function textbox(name: string) {
  return page.getByRole("textbox", { name, exact: true });
}

/** What each record of the list says at a glance. */
export function records(): readonly string[] {
  const list = document.querySelector("about-panel")!.shadowRoot!.querySelector('[role="tabpanel"] > *')!;
  return [...list.shadowRoot!.querySelectorAll("record-item")].map((item) => {
    const facts = item.shadowRoot!.querySelector(".facts")?.textContent ?? "";
    return `${item.name}: ${facts}`.replaceAll(/\s+/g, " ").trim();
  });
}
