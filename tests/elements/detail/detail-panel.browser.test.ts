import { html } from "lit";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import "#elements/detail/detail-panel.ts";
import type { SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newCitation } from "#model/source.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { works } from "../../citing/works.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults, focused, openApp, openSession, show } from "../dialogs/workspace.ts";

const taubman = { id: "taubman" as SourceId, item: works.taubman };

/** B supports A and C; D objects to B, and E to its step. B has a note and cites Taubman twice. */
function debate(): ArgumentMap {
  const map = argumentMap("A; +B > A; -C > A; +B > C; -D > B; -E > (B>A)");
  const b = map.claims.get(claimId("B"))!;
  const citations = [
    newCitation(taubman.id, { locator: "274", prefix: "see", quotation: "He had to speak." }),
    newCitation(taubman.id, { locator: "280-285" }),
  ];
  const written = { ...b, note: "A *note*.", label: "The speech", citations };
  return {
    ...map,
    claims: new Map(map.claims).set(b.id, written),
    sources: new Map([[taubman.id, taubman]]),
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

const claim = (name = "B") => session.open.map.value.claims.get(claimId(name))!;
/** The notes of what the claim cites. */
function notes(): readonly string[] {
  const items = page.getByRole("group", { name: "Sources" }).getByRole("listitem").elements();
  return items.map((item) => {
    const note = item.querySelector("citation-item")?.shadowRoot?.querySelector(".note");
    return (note?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
  });
}

const saving = () => session.saving.value.state;
const button = (name: string | RegExp) => page.getByRole("button", { name });

describe.each(["light", "dark"] as const)("axe finds nothing, %s", (theme) => {
  test("in a claim with everything", async () => {
    expect(await faults(theme)).toEqual([]);
  });

  test("while its note, a citation and a new source are written, on a narrow screen", async () => {
    await page.viewport(360, 700);
    await button("Edit the note").click();
    await button(/^Change the citation: See William/).click();
    await button(/^Edit the source/).click();
    await expect.element(page.getByRole("group", { name: "As it will be cited" })).toBeInTheDocument();
    expect(await faults(theme)).toEqual([]);
    await button("Done").last().click();
    await button("Add citation").click();
    await page.getByRole("combobox", { name: "Source" }).selectOptions("A new source…");
    await expect.element(page.getByRole("combobox", { name: "Kind" })).toBeInTheDocument();
    await page.getByText("Words around it, and a quotation").click();
    expect(await faults(theme)).toEqual([]);
  });

  test("in a claim with nothing", async () => {
    session.take(claimId("D"), "stay");
    await expect.element(page.getByText("No source yet.")).toBeVisible();
    expect(await faults(theme)).toEqual([]);
  });
});

test("it is a region named Details, which follows the claim in hand", async () => {
  await expect.element(page.getByRole("region", { name: "Details" })).toBeVisible();
  await expect.element(page.getByText("He had to speak.")).toBeVisible();
  session.take(claimId("A"), "stay");
  await expect.element(page.getByText("This is a thesis: it answers no other claim.")).toBeVisible();
});

test("Escape and the button close it", async () => {
  await button("Close details").click();
  expect(session.detail.value).toBe(false);
  session.detail.value = true;
  button("Close details").element().focus();
  await userEvent.keyboard("{Escape}");
  expect(session.detail.value).toBe(false);
});

test("Edit begins to write the sentence", async () => {
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  expect(session.editing.value?.claim).toBe("B");
});

describe("relations", () => {
  test("are in words, and lead there", async () => {
    const relations = page.getByRole("group", { name: "Relations" }).element();
    expect(relations.textContent?.replaceAll(/\s+/g, " ").trim()).toBe(
      "Relations Supports + A Also supports + C Unlink Objections − D On its step − E",
    );
    await page.getByRole("group", { name: "Relations" }).getByRole("button", { name: "D" }).click();
    expect(session.inHand.value).toBe("D");
  });

  test("a cross-link is taken away by Unlink", async () => {
    await button("Unlink from: C").click();
    expect(session.open.history.value.undo).toBe("unlink");
    await expect.element(button("Unlink from: C")).not.toBeInTheDocument();
  });
});

describe("the note", () => {
  test("is drawn, and edited as Markdown; one stay in the field is one step", async () => {
    await button("Edit the note").click();
    const field = page.getByRole("textbox", { name: "Note" });
    await expect.poll(() => focused()).toBe(field.element());
    await userEvent.fill(field, "Another");
    await expect.poll(() => claim().note).toBe("Another");
    await userEvent.type(field, " **note**");
    await button("Done").click();
    expect(claim().note).toBe("Another **note**");
    await expect.element(page.getByText("note", { exact: true }).last()).toBeVisible();
    session.open.undo();
    expect(claim().note).toBe("A *note*.");
    expect(session.open.history.value.undo).toBeNull();
  });

  test("that was not handed on yet is kept when another claim comes into hand", async () => {
    await button("Edit the note").click();
    await userEvent.fill(page.getByRole("textbox", { name: "Note" }), "In haste");
    session.take(claimId("A"), "stay");
    await expect.poll(() => claim().note).toBe("In haste");
    expect(claim("A").note).toBe("");
  });

  test("a space at its end stays while one writes", async () => {
    const field = page.getByRole("textbox", { name: "Short name" });
    await userEvent.fill(field, "Secret ");
    await expect.poll(() => claim().label).toBe("Secret");
    await expect.element(field).toHaveValue("Secret ");
    await userEvent.type(field, "speech");
    await expect.poll(() => claim().label).toBe("Secret speech");
  });

  test("what another person writes comes in", async () => {
    const field = page.getByRole("textbox", { name: "Short name" });
    session.open.undo();
    await userEvent.fill(field, "Mine");
    await expect.poll(() => claim().label).toBe("Mine");
    session.open.undo();
    await expect.element(field).toHaveValue("The speech");
  });
});

describe("sources", () => {
  test("are full notes, and short ones from the second on", () => {
    expect(notes()).toEqual([
      "See William Taubman, Khrushchev: The Man and His Era (W. W. Norton, 2003), 274.",
      "Taubman, Khrushchev, 280–85.",
    ]);
  });

  test("their place is edited", async () => {
    await button(/^Change the citation: Taubman/).click();
    await userEvent.fill(page.getByRole("textbox", { name: "Place" }), "300");
    await page.getByRole("combobox", { name: "Counted in" }).selectOptions("Chapter");
    await expect.poll(() => claim().citations[1]).toMatchObject({ locator: "300", label: "chapter" });
    expect(notes()[1]).toBe("Taubman, Khrushchev, chap. 300.");
  });

  test("their record is put right for every citation of it", async () => {
    await button(/^Change the citation: Taubman/).click();
    await button(/^Edit the source/).click();
    await userEvent.fill(page.getByRole("textbox", { name: "Title" }), "Khrushchev: A Life");
    await expect.poll(() => notes()[0]).toContain("Khrushchev: A Life (W. W. Norton, 2003)");
    expect(session.open.history.value.undo).toBe("edit source");
  });

  test("are removed, with Undo", async () => {
    await button(/^Remove the citation: See William/).click();
    expect(claim().citations).toHaveLength(1);
    expect(workspace.notices.notice.value?.sentence).toBe("Citation removed.");
    workspace.notices.notice.value?.offer?.run();
    expect(claim().citations).toHaveLength(2);
  });

  test("one of the map's is cited", async () => {
    await button("Add citation").click();
    await userEvent.fill(page.getByRole("textbox", { name: "Place" }), "12");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    expect(claim().citations[2]).toMatchObject({ source: "taubman", locator: "12", label: "page" });
    await expect.element(button("Add citation")).toBeVisible();
  });

  test("that stand in the form and not in the map are not called saved", async () => {
    await button("Add citation").click();
    await expect.element(page.getByRole("textbox", { name: "Place" })).toBeVisible();
    expect(saving()).toBe("saved");
    await userEvent.fill(page.getByRole("textbox", { name: "Place" }), "12");
    expect(saving()).toBe("unfinished");
    await userEvent.fill(page.getByRole("textbox", { name: "Place" }), "");
    expect(saving()).toBe("saved");
    await page.getByRole("combobox", { name: "Source" }).selectOptions("A new source…");
    await userEvent.fill(page.getByRole("textbox", { name: "Title" }), "A title");
    expect(saving()).toBe("unfinished");
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect.poll(saving).toBe("saved");
  });

  test("a new one is written down and cited in one step", async () => {
    await button("Add citation").click();
    await page.getByRole("combobox", { name: "Source" }).selectOptions("A new source…");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("A source needs a title.");
    await page.getByRole("combobox", { name: "Kind" }).selectOptions("Journal article");
    await userEvent.fill(page.getByRole("textbox", { name: "Family name" }), "Cohen, Stephen F.");
    await userEvent.fill(page.getByRole("textbox", { name: "Title" }), "The Friends and Foes of Change");
    await userEvent.fill(page.getByRole("textbox", { name: "Year or date" }), "1979");
    await userEvent.fill(page.getByRole("textbox", { name: "Journal" }), "Slavic Review");
    await userEvent.keyboard("{Enter}");
    await expect
      .poll(() => notes()[2])
      .toBe("Stephen F. Cohen, “The Friends and Foes of Change,” Slavic Review, 1979.");
    expect(session.open.map.value.sources.size).toBe(2);
    session.open.undo();
    expect([claim().citations.length, session.open.map.value.sources.size]).toEqual([2, 1]);
  });
});

test("a claim before its first word has no details yet", async () => {
  await actionById("claim.add-reason").run(contextOf(workspace));
  await expect.element(page.getByText(/^Write the claim first/)).toBeVisible();
  session.finish("A new reason");
  await expect.element(page.getByRole("group", { name: "Note" })).toBeVisible();
});
