import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { works } from "../../citing/works.ts";
import { claimId } from "../../notation.ts";
import { faults, focused } from "../dialogs/workspace.ts";
import { button, openPanel, records, taubman, textbox } from "./panel.ts";

let workspace: Workspace;
let session: MapSession;

beforeEach(async () => {
  await page.viewport(900, 900);
  ({ workspace, session } = await openPanel("sources"));
});

const map = () => session.open.map.value;

const title = "Gorbachev";

test("are told as the bibliography has them, with what they are and who cites them", async () => {
  expect(records()).toEqual([
    "Taubman, William. Khrushchev: The Man and His Era. W. W. Norton, 2003.: Secondary · Cited by 2 claims",
  ]);
});

test("one is added field by field, as its kind needs them, seen as Chicago has it", async () => {
  await button("Add a source").click();
  const form = page.getByRole("form", { name: "Add a source" });
  await form.getByRole("combobox", { name: "Kind" }).selectOptions("Archival document");
  for (const [name, text] of [
    ["Family name", "Shelepin, Aleksandr; Serov, Ivan"],
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
  await button("Add a source").click();
  const form = page.getByRole("form", { name: "Add a source" });
  await userEvent.fill(form.getByRole("textbox", { name: "Family name" }).first(), "Taubman, William");
  await userEvent.fill(form.getByRole("textbox", { name: "Title" }), works.taubman.title);
  await userEvent.fill(form.getByRole("textbox", { name: "Year or date" }), "2003");
  await form.getByRole("button", { name: "Take that one" }).click();
  await expect.element(form).not.toBeInTheDocument();
  expect(map().sources.size).toBe(1);
  await expect.element(button(/^Done with Taubman/)).toBeVisible();
});

test("what was written under one kind comes back with it", async () => {
  await button("Add a source").click();
  const form = page.getByRole("form", { name: "Add a source" });
  const kind = form.getByRole("combobox", { name: "Kind" });
  await userEvent.fill(form.getByRole("textbox", { name: "Publisher" }), "W. W. Norton");
  await userEvent.fill(form.getByRole("textbox", { name: "Family name" }).first(), "Taubman, William");
  await kind.selectOptions("Edited book");
  const editors = form.getByRole("group", { name: "Editor", exact: true });
  await expect.element(editors.getByRole("textbox", { name: "Family name" })).toHaveValue("Taubman");
  await expect.element(editors.getByRole("textbox", { name: "Given names" })).toHaveValue("William");
  await kind.selectOptions("Journal article");
  await expect.element(form.getByRole("textbox", { name: "Publisher" })).not.toBeInTheDocument();
  await kind.selectOptions("book");
  await expect.element(form.getByRole("textbox", { name: "Publisher" })).toHaveValue("W. W. Norton");
});

test("one is edited in the same form", async () => {
  await button(/^Edit Taubman/).click();
  await userEvent.fill(textbox("Title"), title);
  await expect.poll(() => map().sources.get(taubman.id)!.item.title).toBe(title);
  expect(session.open.history.value.undo).toBe("edit source");
  expect(map().sources.get(taubman.id)).toEqual({ ...taubman, item: { ...taubman.item, title } });
});

test("one that claims cite is deleted, which is said, with Undo", async () => {
  await button(/^Delete Taubman/).click();
  expect(workspace.notices.notice.value?.sentence).toBe("Deleted the source, and what 2 claims cited of it.");
  expect(map().claims.get(claimId("A"))!.citations).toEqual([]);
  workspace.notices.notice.value?.offer?.run();
  expect(map().claims.get(claimId("A"))!.citations).toHaveLength(1);
});

const authors = () => map().sources.get(taubman.id)!.item.author ?? [];
const list = () => page.getByRole("group", { name: "Author", exact: true });
const fields = (name: string) => list().getByRole("textbox", { name, exact: true });

describe("names", () => {
  beforeEach(async () => {
    await button(/^Edit Taubman/).click();
    await expect.element(fields("Family name")).toHaveValue("Taubman");
  });

  test("pasted into one field become a row each; by keys they are moved and removed, and axe finds nothing", async () => {
    await button("Add another: Author").click();
    await expect.poll(() => focused()?.id).toBe("field");
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Jones, Polly; Wilson Center");
    focused()!.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, composed: true, cancelable: true }),
    );
    const [polly, center] = [{ family: "Jones", given: "Polly" }, { literal: "Wilson Center" }];
    await expect.poll(authors).toEqual([...works.taubman.author, polly, center]);
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await expect.poll(authors).toEqual([...works.taubman.author, center, polly]);
    await expect.poll(() => (focused() as HTMLInputElement | null)?.value).toBe("Wilson Center");
    for (const theme of ["light", "dark"] as const) expect(await faults(theme)).toEqual([]);
    await button("Remove: Wilson Center").click();
    await expect.poll(authors).toEqual([...works.taubman.author, polly]);
    await expect.poll(() => (focused() as HTMLInputElement | null)?.value).toBe("Jones");
    session.open.undo();
    await expect.poll(authors).toEqual([...works.taubman.author, center, polly]);
  });

  test("of an institution stand in one field, with their commas", async () => {
    await list().getByRole("checkbox", { name: "An institution" }).click();
    await userEvent.fill(fields("Name"), "Institute of History, Academy of Sciences");
    await userEvent.tab();
    await expect.poll(authors).toEqual([{ literal: "Institute of History, Academy of Sciences" }]);
    await expect.element(fields("Name")).toHaveValue("Institute of History, Academy of Sciences");
  });

  test("written as a line stand in a row each when the field is left", async () => {
    await userEvent.fill(fields("Given names"), "");
    await userEvent.fill(fields("Family name"), "Shelepin, Aleksandr; Serov, Ivan");
    await fields("Given names").click();
    await userEvent.tab({ shift: true });
    await userEvent.tab({ shift: true });
    await expect
      .poll(() =>
        fields("Family name")
          .elements()
          .map((each) => (each as HTMLInputElement).value),
      )
      .toEqual(["Shelepin", "Serov"]);
    expect(authors()).toEqual([
      { family: "Shelepin", given: "Aleksandr" },
      { family: "Serov", given: "Ivan" },
    ]);
  });
});
