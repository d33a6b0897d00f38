import { html } from "lit";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { addThesis } from "#commands/add-thesis.ts";
import { attribute } from "#commands/attribute.ts";
import { deleteBranch } from "#commands/delete-branch.ts";
import { editAbout } from "#commands/edit-about.ts";
import { editText } from "#commands/edit-text.ts";
import { setPeriod } from "#commands/set-period.ts";
import { turnRelation } from "#commands/turn-relation.ts";
import "#elements/dialogs/dialog-host.ts";
import "#elements/dialogs/notice-bar.ts";
import "#elements/history/comparison-bar.ts";
import "#elements/history/history-dialog.ts";
import "#elements/map/map-screen.ts";
import type { AttributionId, HolderId, MapId } from "#model/ids.ts";
import { newAttribution, newHolder } from "#model/people.ts";
import type { MapSession } from "#session/map-session.ts";
import { argumentMap, claimId, notationOf, relationId } from "../../notation.ts";
import { ships } from "../../store/shipping.ts";
import {
  everyElement,
  faults,
  focused,
  openApp,
  type OpenApp,
  openSession,
  show,
} from "../dialogs/workspace.ts";

let app: OpenApp;
let session: MapSession;

/** A map with a version "Before the seminar", and since then a claim reworded, one removed, one turned and one added. */
beforeEach(async () => {
  await page.viewport(1280, 720);
  app = await openApp(
    [argumentMap("A; +B > A; -C > A; +D > B")],
    [ships({ ...argumentMap("X; +Y > X"), id: "shipped" as MapId })],
  );
  await app.workspace.settings.choose("name", "E. H. Carr");
  session = await openSession(app.workspace, "map" as MapId);
  session.run(editText, { claim: claimId("A"), text: "The thaw began in 1953" });
  await session.open.nameVersion("Before the seminar");
  session.run(editText, { claim: claimId("A"), text: "The thaw began in early 1953" });
  session.run(deleteBranch, { claim: claimId("D") });
  session.run(turnRelation, { relation: relationId("B > A") });
  session.run(addThesis, { id: claimId("E"), text: "A second thesis" });
});

const dialog = page.getByRole("dialog", { name: "History" });
const version = (name: string | RegExp) => page.getByRole("radio", { name });
const lines = () =>
  page
    .getByRole("listitem")
    .elements()
    .map((each) => each.textContent?.replaceAll(/\s+/g, " ").trim());

const names = () =>
  page
    .getByRole("treeitem")
    .elements()
    .map((each) => each.getAttribute("aria-label"));

async function openHistory(): Promise<void> {
  show(
    html`<main style="position: relative; height: 100%">
        <h1 class="visually-hidden" style="position: absolute; opacity: 0">A map</h1>
        <map-screen .workspace=${app.workspace} .session=${session}></map-screen>
        <comparison-bar .workspace=${app.workspace} .session=${session}></comparison-bar>
      </main>
      <dialog-host .workspace=${app.workspace}></dialog-host>
      <notice-bar .notices=${app.workspace.notices}></notice-bar>`,
  );
  app.workspace.dialog.value = { type: "history" };
  await expect.element(dialog).toBeVisible();
}

describe.each(["light", "dark"] as const)("%s", (theme) => {
  test("axe finds nothing in the list, in naming, and in a comparison on the map", async () => {
    await openHistory();
    expect(await faults(theme)).toEqual([]);
    await page.getByRole("button", { name: "Name this version…" }).click();
    expect(await faults(theme)).toEqual([]);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Show on the map" }).click();
    await expect.element(page.getByRole("treeitem", { name: /reworded/ })).toBeVisible();
    expect(await faults(theme)).toEqual([]);
  });

  test("axe finds nothing on a phone, and nothing sticks out", async () => {
    await page.viewport(360, 640);
    await openHistory();
    expect(await faults(theme)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});

describe("the list", () => {
  test("says when, who and what changed, and compares the last version with the present", async () => {
    await openHistory();
    await expect
      .element(
        version(/^The map as it is now.* by E\. H\. Carr 1 claim added, 1 reworded, 1 turned, 1 deleted$/),
      )
      .toBeVisible();
    await expect.element(version(/^Before the seminar.* 1 claim reworded$/)).toBeChecked();
    await expect.element(version("The beginning before the first edit that is kept")).toBeVisible();
    expect(lines()).toEqual([
      "Reworded The thaw began in added: early end of change 1953",
      "Stance turned B now an objection, before a reason",
      "Deleted D under “B”",
      "Added A second thesis a thesis of its own",
    ]);
    expect(marksOf("ins")).toEqual(["underline"]);
  });

  test("says who holds a claim, which time it is about, and who argues, in words", async () => {
    const holder = newHolder("fischer" as HolderId, { name: "Fritz Fischer" });
    const held = newAttribution("1" as AttributionId, holder.id, { stance: "denies", when: "c. 1961" });
    session.run(attribute, { claim: claimId("C"), attribution: held, holder });
    session.run(setPeriod, { claim: claimId("C"), period: "1914" });
    session.run(editAbout, { leavesOut: "The east" });
    await openHistory();
    await expect.element(page.getByText("Holder added")).toBeVisible();
    expect(lines().filter((line) => /Fischer|east/.test(line ?? ""))).toEqual([
      "What the map leaves out added: The east end of change",
      "Who holds it changed, period changed C Held by: added: Fritz Fischer denies it, c. 1961 end of change Period: added: 1914 end of change",
      "Holder added Fritz Fischer",
    ]);
  });

  test("compares any two, the earlier one first", async () => {
    await openHistory();
    await version(/^The beginning/).click();
    await page.getByRole("combobox", { name: "Compared with" }).selectOptions("Before the seminar");
    await expect.element(page.getByText("From the beginning to “Before the seminar”")).toBeVisible();
    expect(lines()).toEqual([
      "Reworded removed: A end of change added: The thaw began in 1953 end of change",
    ]);
    await version(/^Before/).click();
    await page.getByRole("combobox").selectOptions("The beginning");
    await expect.element(page.getByText("From the beginning to “Before the seminar”")).toBeVisible();
  });

  test("names the present, which is in the list at once", async () => {
    await openHistory();
    await page.getByRole("button", { name: "Name this version…" }).click();
    await userEvent.keyboard("After it");
    expect(session.saving.value).toEqual({ state: "unfinished" });
    await userEvent.keyboard("{Enter}");
    await expect.element(version(/^After it/)).toBeChecked();
    expect(session.open.versions.value.map(({ name, person }) => [name, person]).at(-1)).toEqual([
      "After it",
      "E. H. Carr",
    ]);
    await expect.element(page.getByRole("button", { name: "Restore this version" })).toBeDisabled();
    expect(session.saving.value).toEqual({ state: "saved" });
  });

  test("is used by keyboard alone", async () => {
    await openHistory();
    await expect.poll(() => focused()?.getAttribute("type")).toBe("radio");
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(version(/^The beginning/)).toBeChecked();
    await userEvent.keyboard("{Escape}");
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test("says kindly that a shipped map that no one edited has no history", async () => {
    session = await openSession(app.workspace, "shipped" as MapId);
    await openHistory();
    await expect.element(page.getByText("This map has no history yet.")).toBeVisible();
    expect(page.getByRole("button", { name: "Name this version…" }).elements()).toHaveLength(0);
  });
});

test("a version is restored as an edit that can be undone and stands in the history itself", async () => {
  const before = notationOf(session.open.map.value);
  await openHistory();
  await page.getByRole("button", { name: "Restore this version" }).click();
  expect(notationOf(session.open.map.value)).toMatch(/\+D > B/);
  await page.getByRole("button", { name: "Undo" }).click();
  expect(notationOf(session.open.map.value)).toBe(before);
  app.workspace.dialog.value = { type: "history" };
  await expect.element(version(/^Restored: Before the seminar/)).toBeVisible();
});

describe("on the map", () => {
  const bar = page.getByRole("region", { name: "Comparison" });
  test("every claim that differs says how, and removed ones stand where they stood", async () => {
    await openHistory();
    await page.getByRole("button", { name: "Show on the map" }).click();
    await expect.poll(() => names().length).toBe(5);
    expect(names()).toEqual([
      "Thesis: The thaw began in early 1953 (reworded)",
      "Objection: B (turned)",
      "Reason: D (deleted)",
      "Objection: C",
      "Thesis: A second thesis (added)",
    ]);
    await expect.element(bar).toHaveTextContent(/From “Before the seminar” to now\s*1 of 4/);
    await bar.getByRole("button", { name: "Next difference" }).click();
    await expect.element(bar).toHaveTextContent(/Stance turned\s*now an objection, before a reason/);
    expect(session.inHand.value).toBe("B");
  });

  test("a line of the list leads to its claim", async () => {
    await openHistory();
    await page.getByRole("button", { name: /^Deleted/ }).click();
    await expect.poll(() => focused()?.getAttribute("aria-label")).toBe("Reason: D (deleted)");
  });

  test("nothing can be edited, which is said; leaving gives the map back as it was", async () => {
    const folding = session.folding.value;
    await openHistory();
    await page.getByRole("button", { name: "Show on the map" }).click();
    await expect.element(bar).toBeVisible();
    session.edit(claimId("B"));
    expect(session.editing.value).toBeNull();
    session.run(deleteBranch, { claim: claimId("B") });
    await expect.element(page.getByText("This is a comparison. Leave it to edit the map.")).toBeVisible();
    expect(session.open.undo()).toBeNull();
    await bar.getByRole("button", { name: "Leave the comparison" }).click();
    await expect.element(bar).not.toBeInTheDocument();
    await expect.poll(() => names().length).toBe(4);
    expect(session.folding.value).toEqual(folding);
    session.run(deleteBranch, { claim: claimId("B") });
    expect(session.open.map.value.claims.has(claimId("B"))).toBe(false);
  });
});

/** How the words of an element of this name are drawn apart from their colour. */
function marksOf(name: string): readonly string[] {
  return everyElement(document)
    .filter((each) => each.localName === name)
    .map((each) => getComputedStyle(each).textDecorationLine);
}
