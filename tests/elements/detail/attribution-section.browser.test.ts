import { html } from "lit";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/detail/detail-panel.ts";
import type { AttributionId, HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newAttribution, newHolder, newSchool } from "#model/people.ts";
import { newCitation } from "#model/source.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { works } from "../../citing/works.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults, focused, openApp, openSession, show } from "../dialogs/workspace.ts";

const taubman = { id: "taubman" as SourceId, item: works.taubman };
const school = newSchool("revisionists" as SchoolId, {
  name: "Revisionists",
  colour: "plum",
  pattern: "dots",
});
const cohen = newHolder("cohen" as HolderId, {
  name: "Stephen F. Cohen",
  memberships: [{ school: school.id, when: "1973/" }],
});

/** B supports A; Cohen asserted it in 1979 in Taubman's book, and denied it before he was of a school. */
function debate(): ArgumentMap {
  const map = argumentMap("A; +B > A");
  const b = map.claims.get(claimId("B"))!;
  const attributions = [
    newAttribution("a1" as AttributionId, cohen.id, {
      when: "1979~",
      citation: newCitation(taubman.id, { locator: "274" }),
    }),
    newAttribution("a2" as AttributionId, cohen.id, { stance: "denies", when: "1965" }),
  ];
  return {
    ...map,
    claims: new Map(map.claims).set(b.id, { ...b, attributions }),
    sources: new Map([[taubman.id, taubman]]),
    holders: new Map([[cohen.id, cohen]]),
    schools: new Map([[school.id, school]]),
  };
}

let workspace: Workspace;
let session: MapSession;

beforeEach(async () => {
  await page.viewport(900, 900);
  const map = debate();
  ({ workspace } = await openApp([map]));
  session = await openSession(workspace, map.id);
  session.take(claimId("B"), "stay");
  session.detail.value = true;
  show(
    html`<main .style=${"position: relative; height: 100%"}>
      <h1>A map</h1>
      <detail-panel .workspace=${workspace} .session=${session}></detail-panel>
    </main>`,
  );
  await document.querySelector("detail-panel")!.updateComplete;
});

const claim = () => session.open.map.value.claims.get(claimId("B"))!;
const saving = () => session.saving.value.state;
const group = () => page.getByRole("group", { name: "Who has argued this" });
const form = (name = "Add who argued this") => page.getByRole("form", { name });
const period = () => page.getByRole("textbox", { name: "About the period" });
const button = (name: string | RegExp) => page.getByRole("button", { name });

function lines(): readonly string[] {
  return [...group().element().querySelectorAll("attribution-line")].map((line) =>
    [...line.shadowRoot!.querySelectorAll("p")]
      .map((part) => (part.textContent ?? "").replaceAll(/\s+/g, " ").trim())
      .join(" | "),
  );
}

test("each is a line in order of time: who, with which stance, when, where, of which school then", () => {
  expect(lines()).toEqual([
    "Stephen F. Cohen denies it | 1965",
    "Stephen F. Cohen asserts it | c. 1979 · Taubman, Khrushchev, 274 | Revisionists",
  ]);
});

describe.each(["light", "dark"] as const)("axe finds nothing, %s", (theme) => {
  test("in the lines", async () => {
    expect(await faults(theme)).toEqual([]);
  });

  test("in the form, with a new source and an impossible date, on a narrow screen", async () => {
    await page.viewport(360, 700);
    await button("Add who argued this").click();
    await userEvent.fill(form().getByRole("textbox", { name: "When" }), "1956-13");
    await userEvent.tab();
    await form().getByRole("combobox", { name: "Source" }).selectOptions("A new source…");
    await expect.element(form().getByRole("alert")).toBeInTheDocument();
    expect(await faults(theme)).toEqual([]);
  });
});

describe("a new one", () => {
  test("names a new holder, with a date as historians write it and a place, in one step", async () => {
    await button("Add who argued this").click();
    await expect.poll(focused).toBe(form().getByRole("combobox", { name: "Who" }).element());
    await userEvent.keyboard("Robert Conquest");
    await expect.element(form().getByText(/^Robert Conquest is new to this map/)).toBeVisible();
    await form().getByRole("combobox", { name: "Stance" }).selectOptions("Qualifies it");
    await userEvent.fill(form().getByRole("textbox", { name: "When" }), "spring 1968");
    await expect.element(form().getByText("Read as Spring 1968")).toBeVisible();
    await form().getByRole("combobox", { name: "Source" }).selectOptions("taubman");
    await userEvent.fill(form().getByRole("textbox", { name: "Place" }), "12");
    await userEvent.keyboard("{Enter}");
    await expect.element(button("Add who argued this")).toBeVisible();
    expect(lines()[1]).toBe("Robert Conquest qualifies it | Spring 1968 · Taubman, Khrushchev, 12");
    const added = claim().attributions.find(({ stance }) => stance === "qualifies");
    expect(added).toMatchObject({ when: "1968-21", citation: { source: "taubman", locator: "12" } });
    expect(session.open.map.value.holders.size).toBe(2);
    session.open.undo();
    expect([claim().attributions.length, session.open.map.value.holders.size]).toEqual([2, 1]);
  });

  test("of someone who is there already adds nobody", async () => {
    await button("Add who argued this").click();
    await userEvent.fill(form().getByRole("combobox", { name: "Who" }), "stephen f. cohen");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => claim().attributions.length).toBe(3);
    expect(session.open.map.value.holders.size).toBe(1);
  });

  test("with an impossible date is refused beside the field, and the text stays", async () => {
    await button("Add who argued this").click();
    await userEvent.keyboard("Robert Conquest");
    const when = form().getByRole("textbox", { name: "When" });
    await userEvent.fill(when, "1956-13");
    await expect.element(form().getByRole("alert")).not.toBeInTheDocument();
    await userEvent.keyboard("{Enter}");
    await expect
      .element(form().getByRole("alert"))
      .toHaveTextContent("“1956-13” has the month 13. Expected 01 to 12, or 21 to 24 for spring to winter.");
    await expect.element(when).toHaveValue("1956-13");
    await expect.element(when).toHaveAttribute("aria-invalid", "true");
    await expect.poll(focused).toBe(when.element());
    expect(claim().attributions).toHaveLength(2);
    await userEvent.fill(when, "1956-12");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => claim().attributions.length).toBe(3);
  });

  test("that stands in the form and not in the map is not called saved", async () => {
    await button("Add who argued this").click();
    await expect.element(form()).toBeVisible();
    expect(saving()).toBe("saved");
    await userEvent.fill(form().getByRole("combobox", { name: "Who" }), "R");
    expect(saving()).toBe("unfinished");
    await userEvent.fill(form().getByRole("combobox", { name: "Who" }), "");
    expect(saving()).toBe("saved");
    await userEvent.fill(form().getByRole("textbox", { name: "When" }), "the thaw");
    expect(saving()).toBe("unfinished");
    await userEvent.keyboard("{Escape}");
    await expect.poll(saving).toBe("saved");
    await expect.poll(focused).toBe(button("Add who argued this").element());
  });

  test("without a name is refused in words", async () => {
    await button("Add who argued this").click();
    await form().getByRole("button", { name: "Add", exact: true }).click();
    await expect.element(form().getByRole("alert")).toHaveTextContent(/^A holder needs a name\./);
  });
});

test("one is put right in its own form, and the focus comes back to it", async () => {
  await button("Edit: Stephen F. Cohen denies it").click();
  const edit = form("Edit who argued this");
  await expect.element(edit.getByRole("combobox", { name: "Who" })).toHaveValue("Stephen F. Cohen");
  expect(saving()).toBe("saved");
  await edit.getByRole("combobox", { name: "Stance" }).selectOptions("Abandons it");
  expect(saving()).toBe("unfinished");
  await userEvent.fill(edit.getByRole("combobox", { name: "Who" }), "Moshe Lewin");
  await edit.getByRole("button", { name: "Keep" }).click();
  await expect.poll(() => lines()[0]).toBe("Moshe Lewin abandons it | 1965");
  await expect.poll(focused).toBe(button("Edit: Moshe Lewin abandons it").element());
  session.open.undo();
  expect([claim().attributions.length, session.open.map.value.holders.size]).toEqual([2, 1]);
  expect(claim().attributions[1]).toMatchObject({ holder: "cohen", stance: "denies" });
});

test("one is removed, with Undo", async () => {
  await button("Remove: Stephen F. Cohen denies it").click();
  expect(claim().attributions).toHaveLength(1);
  expect(workspace.notices.notice.value?.sentence).toBe("Removed: Stephen F. Cohen denies it.");
  workspace.notices.notice.value?.offer?.run();
  expect(claim().attributions).toHaveLength(2);
});

describe("the period that a claim is about", () => {
  test("is read as historians write it when the field is left", async () => {
    await userEvent.fill(period(), "1953–1964");
    expect(claim().period).toBe("");
    expect(saving()).not.toBe("saved");
    await userEvent.tab();
    await expect.poll(() => claim().period).toBe("1953/1964");
    await expect.element(period()).toHaveValue("1953/1964");
    await expect.element(page.getByText("Read as 1953–1964")).toBeVisible();
    expect(session.open.history.value.undo).toBe("change period");
  });

  test("that is impossible is refused in words, and stays to be put right", async () => {
    await userEvent.fill(period(), "1964/1953");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("alert")).toHaveTextContent(/ends before it begins/);
    await expect.element(period()).toHaveValue("1964/1953");
    expect(claim().period).toBe("");
    await userEvent.fill(period(), "1953/1964");
    await userEvent.tab();
    await expect.poll(() => claim().period).toBe("1953/1964");
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  });

  test("that was not handed on yet is kept when another claim comes into hand", async () => {
    await userEvent.fill(period(), "1956");
    session.take(claimId("A"), "stay");
    await expect.poll(() => claim().period).toBe("1956");
  });
});
