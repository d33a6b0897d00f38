import { html } from "lit";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/about/about-panel.ts";
import type { AttributionId, HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newAttribution, newHolder, newSchool } from "#model/people.ts";
import { newCitation } from "#model/source.ts";
import type { MapSession } from "#session/map-session.ts";
import { type MapPart, mapParts, type Workspace } from "#session/workspace.ts";
import { works } from "../../citing/works.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults, focused, openApp, openSession, show } from "../dialogs/workspace.ts";

const taubman = { id: "taubman" as SourceId, item: works.taubman, role: "secondary" as const };
const revisionists = newSchool("revisionists" as SchoolId, {
  name: "Revisionists",
  when: "1959/1972",
  colour: "teal",
  pattern: "solid",
});
const cohen = newHolder("cohen" as HolderId, {
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

let workspace: Workspace;
let session: MapSession;

beforeEach(async () => {
  await page.viewport(900, 900);
  const map = debate();
  ({ workspace } = await openApp([map]));
  session = await openSession(workspace, map.id);
});

async function open(part: MapPart): Promise<void> {
  workspace.about.value = part;
  show(
    html`<main .style=${"position: relative; height: 100%"}>
      <h1>A map</h1>
      <about-panel .workspace=${workspace} .session=${session} .shown=${part}></about-panel>
    </main>`,
  );
  await document.querySelector("about-panel")!.updateComplete;
}

const map = () => session.open.map.value;
const schoolNamed = (wanted: string) => [...map().schools.values()].find(({ name }) => name === wanted);
const undone = () => session.open.history.value.undo;
const saving = () => session.saving.value.state;
const button = (name: string | RegExp) => page.getByRole("button", { name });
const textbox = (name: string) => page.getByRole("textbox", { name, exact: true });
const notice = () => workspace.notices.notice.value;

/** What each record of the list says at a glance. */
function records(): readonly string[] {
  const list = document.querySelector("about-panel")!.shadowRoot!.querySelector('[role="tabpanel"] > *')!;
  return [...list.shadowRoot!.querySelectorAll("record-item")].map((item) => {
    const facts = item.shadowRoot!.querySelector(".facts")?.textContent ?? "";
    return `${item.name}: ${facts}`.replaceAll(/\s+/g, " ").trim();
  });
}

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

describe("sources", () => {
  const title = "Gorbachev";

  test("are told as the bibliography has them, with what they are and who cites them", async () => {
    await open("sources");
    expect(records()).toEqual([
      "Taubman, William. Khrushchev: The Man and His Era. W. W. Norton, 2003.: Secondary · Cited by 2 claims",
    ]);
  });

  test("one is added field by field, as its kind needs them, seen as Chicago has it", async () => {
    await open("sources");
    await button("Add a source").click();
    const form = page.getByRole("form", { name: "Add a source" });
    await form.getByRole("combobox", { name: "Kind" }).selectOptions("Archival document");
    for (const [name, text] of [
      ["Author", "Shelepin, Aleksandr; Serov, Ivan"],
      ["Title", "Note to the Presidium"],
      ["Year or date", "7 June 1956"],
      ["Fond", "17"],
      ["Opis", "165"],
      ["Delo", "12"],
      ["List", "3"],
      ["Archive", "RGANI"],
    ] as const)
      await userEvent.fill(form.getByRole("textbox", { name, exact: true }), text);
    await userEvent.fill(form.getByRole("combobox", { name: "Language" }), "Russian");
    await form.getByRole("combobox", { name: "Its role in the debate" }).selectOptions("primary");
    await expect
      .element(
        form.getByText(
          "Shelepin, Aleksandr, and Ivan Serov. “Note to the Presidium.” June 7, 1956. F. 17, op. 165, d. 12, l. 3. RGANI.",
        ),
      )
      .toBeVisible();
    await form.getByRole("textbox", { name: "List" }).click();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => map().sources.size).toBe(2);
    expect([...map().sources.values()][1]).toMatchObject({
      role: "primary",
      item: {
        type: "manuscript",
        language: "ru",
        archive_location: "f. 17, op. 165, d. 12, l. 3",
        author: [
          { family: "Shelepin", given: "Aleksandr" },
          { family: "Serov", given: "Ivan" },
        ],
      },
    });
  });

  test("one that is here already is noticed, and can be taken instead", async () => {
    await open("sources");
    await button("Add a source").click();
    const form = page.getByRole("form", { name: "Add a source" });
    await userEvent.fill(form.getByRole("textbox", { name: "Author" }), "Taubman, William");
    await userEvent.fill(form.getByRole("textbox", { name: "Title" }), works.taubman.title);
    await userEvent.fill(form.getByRole("textbox", { name: "Year or date" }), "2003");
    await form.getByRole("button", { name: "Take that one" }).click();
    await expect.element(form).not.toBeInTheDocument();
    expect(map().sources.size).toBe(1);
    await expect.element(button(/^Done with Taubman/)).toBeVisible();
  });

  test("what was written under one kind comes back with it", async () => {
    await open("sources");
    await button("Add a source").click();
    const form = page.getByRole("form", { name: "Add a source" });
    const kind = form.getByRole("combobox", { name: "Kind" });
    await userEvent.fill(form.getByRole("textbox", { name: "Publisher" }), "W. W. Norton");
    await userEvent.fill(form.getByRole("textbox", { name: "Author" }), "Taubman, William");
    await kind.selectOptions("Edited book");
    await expect.element(form.getByRole("textbox", { name: "Editor" })).toHaveValue("Taubman, William");
    await kind.selectOptions("Journal article");
    await expect.element(form.getByRole("textbox", { name: "Publisher" })).not.toBeInTheDocument();
    await kind.selectOptions("book");
    await expect.element(form.getByRole("textbox", { name: "Publisher" })).toHaveValue("W. W. Norton");
  });

  test("one is edited in the same form", async () => {
    await open("sources");
    await button(/^Edit Taubman/).click();
    await userEvent.fill(textbox("Title"), title);
    await expect.poll(() => map().sources.get(taubman.id)!.item.title).toBe(title);
    expect(undone()).toBe("edit source");
    expect(map().sources.get(taubman.id)).toEqual({ ...taubman, item: { ...taubman.item, title } });
  });

  test("one that claims cite is deleted, which is said, with Undo", async () => {
    await open("sources");
    await button(/^Delete Taubman/).click();
    expect(notice()?.sentence).toBe("Deleted the source, and what 2 claims cited of it.");
    expect(map().claims.get(claimId("A"))!.citations).toEqual([]);
    notice()?.offer?.run();
    expect(map().claims.get(claimId("A"))!.citations).toHaveLength(1);
  });
});
