import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { HolderId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import { type MapPart, mapParts, type Workspace } from "#session/workspace.ts";
import { claimId } from "../../notation.ts";
import { faults, focused } from "../dialogs/workspace.ts";
import { button, cohen, openPanel, records, textbox } from "./panel.ts";

let workspace: Workspace;
let session: MapSession;

beforeEach(() => page.viewport(900, 900));

async function open(part: MapPart): Promise<void> {
  ({ workspace, session } = await openPanel(part));
}

const map = () => session.open.map.value;
const schoolNamed = (wanted: string) => [...map().schools.values()].find(({ name }) => name === wanted);
const undone = () => session.open.history.value.undo;
const saving = () => session.saving.value.state;
const notice = () => workspace.notices.notice.value;

describe.each(["light", "dark"] as const)("axe finds nothing, %s", (theme) => {
  test.each(mapParts)("in %s, as it opens", async (part) => {
    await open(part);
    expect(await faults(theme)).toEqual([]);
  });

  test.each([
    ["people", "Stephen F. Cohen"],
    ["schools", "Revisionists"],
    ["sources", /^Edit Taubman/],
  ] as const)("while one of the %s is edited, on a narrow screen", async (part, name) => {
    await page.viewport(360, 700);
    await open(part);
    await button(typeof name === "string" ? `Edit ${name}` : name).click();
    await expect.element(button(/^Done with/)).toBeVisible();
    expect(await faults(theme)).toEqual([]);
  });

  test("while a source is added", async () => {
    await open("sources");
    await button("Add a source").click();
    await userEvent.fill(textbox("Title"), "A Work");
    expect(await faults(theme)).toEqual([]);
  });
});

test("its tabs are walked by arrow keys, and Escape closes it", async () => {
  await open("people");
  await expect.poll(focused).toBe(page.getByRole("tab", { name: "People" }).element());
  await userEvent.keyboard("{ArrowRight}");
  expect(workspace.about.value).toBe("schools");
  await userEvent.keyboard("{Escape}");
  expect(workspace.about.value).toBeNull();
});

test("what stands in a form and is not added yet is thrown away by nothing but Cancel", async () => {
  await open("people");
  await button("Add a person").click();
  await userEvent.keyboard("Moshe Lewin");
  await page.getByRole("tab", { name: "Schools" }).click();
  await button("Close the panel about the map").click();
  expect(workspace.about.value).toBe("people");
  expect(notice()?.sentence).toMatch(/^What you wrote in the form is not added yet\./);
  await expect.element(textbox("Name")).toHaveValue("Moshe Lewin");
  await button("Cancel").click();
  await page.getByRole("tab", { name: "Schools" }).click();
  expect(workspace.about.value).toBe("schools");
});

describe("the map", () => {
  test("says what it leaves out, in Markdown, and that is edited", async () => {
    await open("about");
    await expect.element(page.getByText("provinces")).toBeVisible();
    await button("Edit What this map leaves out").click();
    await userEvent.fill(textbox("What this map leaves out"), "The Caucasus.");
    await button("Done").click();
    expect(map().about.leavesOut).toBe("The Caucasus.");
    expect(undone()).toBe("edit what the map leaves out");
  });

  test("has its title and its question there too", async () => {
    await open("about");
    await userEvent.fill(textbox("Question"), "Reform or stability?");
    await expect.poll(() => map().about.question).toBe("Reform or stability?");
  });
});

describe("people", () => {
  test("are told at a glance", async () => {
    await open("people");
    expect(records()).toEqual([
      "Stephen F. Cohen: 1938–2020 · Princeton University · Revisionists · 2 claims",
    ]);
  });

  test("one is added by name alone, and its fields are open then", async () => {
    await open("people");
    await button("Add a person").click();
    await expect.poll(focused).toBe(textbox("Name").element());
    expect(saving()).toBe("saved");
    await userEvent.keyboard("Moshe Lewin");
    expect(saving()).toBe("unfinished");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => map().holders.size).toBe(2);
    expect(undone()).toBe("add holder");
    await expect.poll(() => focused()).toBe(textbox("Name").element());
    await userEvent.fill(textbox("Lived"), "1921–2010");
    await userEvent.tab();
    await page.getByRole("combobox", { name: "Belongs to" }).selectOptions("Revisionists");
    await userEvent.fill(textbox("When in Revisionists"), "since 1968");
    await userEvent.tab();
    await expect
      .poll(() => [...map().holders.values()].find(({ name }) => name === "Moshe Lewin"))
      .toMatchObject({
        lived: "1921/2010",
        memberships: [{ school: "revisionists", when: "1968/.." }],
      });
  });

  test("one without a name is refused in words", async () => {
    await open("people");
    await button("Add a person").click();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("alert")).toHaveTextContent(/^A holder needs a name\./);
  });

  test("an impossible date is refused beside its field, and stays", async () => {
    await open("people");
    await button("Edit Stephen F. Cohen").click();
    await userEvent.fill(textbox("Lived"), "2020/1938");
    await userEvent.tab();
    await expect.element(page.getByRole("alert")).toHaveTextContent(/ends before it begins/);
    await expect.element(textbox("Lived")).toHaveValue("2020/1938");
    expect(map().holders.get(cohen.id)!.lived).toBe("1938/2020");
  });

  test("one is taken out of a school", async () => {
    await open("people");
    await button("Edit Stephen F. Cohen").click();
    await button("Take out of Revisionists").click();
    expect(map().holders.get(cohen.id)!.memberships).toEqual([]);
  });

  test("one is deleted with all that is attributed to it, which is said, with Undo", async () => {
    await open("people");
    await button("Delete Stephen F. Cohen").click();
    expect(notice()?.sentence).toBe("Deleted Stephen F. Cohen, and who argued what on 2 claims with it.");
    expect([map().holders.size, map().claims.get(claimId("A"))!.attributions.length]).toEqual([0, 0]);
    notice()?.offer?.run();
    expect([map().holders.size, map().claims.get(claimId("A"))!.attributions.length]).toEqual([1, 1]);
  });
});

describe("schools", () => {
  test("are told at a glance", async () => {
    await open("schools");
    expect(records()).toEqual(["Revisionists: 1959–1972 · 1 member · 2 claims"]);
  });

  test("one is added in a look that none has, and its look is chosen by name", async () => {
    await open("schools");
    await button("Add a school").click();
    await userEvent.keyboard("Totalitarians{Enter}");
    await expect
      .poll(() => schoolNamed("Totalitarians"))
      .toMatchObject({ colour: "plum", pattern: "stripes" });
    await page.getByRole("radio", { name: "Gold" }).click();
    await page.getByRole("radio", { name: "Waves" }).click();
    await userEvent.fill(textbox("Years"), "1950s");
    await userEvent.tab();
    await expect
      .poll(() => schoolNamed("Totalitarians"))
      .toMatchObject({ colour: "gold", pattern: "waves", when: "195X" });
    await expect.element(page.getByText("Read as 1950s")).toBeVisible();
  });

  test("one is deleted, and its members stay", async () => {
    await open("schools");
    await button("Delete Revisionists").click();
    expect(notice()?.sentence).toBe("Deleted Revisionists. 1 person belongs to it no more.");
    expect(map().holders.get(cohen.id)!.memberships).toEqual([]);
    notice()?.offer?.run();
    expect(map().holders.get(cohen.id)!.memberships).toHaveLength(1);
  });
});

test.each([
  ["people", "cohen", "Name"],
  ["schools", "revisionists", "Name"],
  ["sources", "taubman", "Kind"],
] as const)(
  "what leads to one of the %s opens it, with the focus in it, and Escape leads back",
  async (part, id, field) => {
    await open(part);
    let isBack = false;
    const back = () => (isBack = true);
    workspace.entry.value = { part, id: id as HolderId, from: "Back to what is missing", back };
    await expect
      .poll(() => (focused() as HTMLInputElement | null)?.labels?.[0]?.textContent)
      .toContain(field);
    await expect.element(button("Back to what is missing")).toBeVisible();
    expect(await faults("light")).toEqual([]);
    await userEvent.keyboard("{Escape}");
    expect([isBack, workspace.about.value, workspace.entry.value]).toEqual([true, null, null]);
  },
);
