import { html } from "lit";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/dialogs/notice-bar.ts";
import "#elements/library/library-screen.ts";
import { editText } from "#commands/edit-text.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { writeAddress } from "#session/address.ts";
import type { MapEntry } from "#store/ports.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { ships } from "../../store/shipping.ts";
import { everyElement, faults, focused, openApp, type OpenApp, show } from "../dialogs/workspace.ts";

let app: OpenApp;

function titled(id: string, title: string, question = ""): ArgumentMap {
  const map = argumentMap("A; +B > A; -C > A");
  return { ...map, id: id as MapId, about: { ...map.about, title, question } };
}

beforeEach(async () => {
  await page.viewport(1280, 720);
  app = await openApp(
    [titled("thaw", "The Thaw", "Who led whom?"), titled("purge", "The Purges")],
    [ships(titled("shipped", "De-Stalinization", "A policy, a process, or a myth?"))],
  );
  await app.workspace.go({ screen: "maps" });
  show(
    html`<main style="height: 100%"><library-screen .workspace=${app.workspace}></library-screen></main>
      <notice-bar .notices=${app.workspace.notices}></notice-bar>`,
  );
  await expect.element(tile("The Thaw")).toBeVisible();
});

const link = (title: string) => page.getByRole("link", { name: title, exact: true });
const tile = (title: string) => page.getByRole("listitem").filter({ has: link(title) });
const press = (title: string, button: string) =>
  userEvent.click(tile(title).getByRole("button", { name: button, exact: true }));
const titles = () =>
  page
    .getByRole("link")
    .elements()
    .map((each) => each.textContent);
const entry = (title: string): MapEntry | undefined =>
  app.workspace.maps.entries.value.find((each) => each.title === title);

describe.each(["light", "dark"] as const)("%s", (theme) => {
  test("axe finds nothing", async () => {
    expect(await faults(theme)).toEqual([]);
  });

  test("axe finds nothing on a phone, while a map is renamed", async () => {
    await page.viewport(360, 640);
    await press("The Thaw", "Rename");
    expect(await faults(theme)).toEqual([]);
    expect(document.querySelector("library-screen")!.scrollWidth).toBeLessThanOrEqual(360);
  });
});

test("each map is a link by its title, with what it asks and holds", async () => {
  await expect
    .element(link("The Thaw"))
    .toHaveAttribute("href", writeAddress({ screen: "map", map: "thaw" as MapId, claim: null }));
  for (const fact of ["Who led whom?", "3 claims", "Edited just now"])
    await expect.element(tile("The Thaw").getByText(fact)).toBeVisible();
  await expect.element(tile("De-Stalinization").getByText("Comes with Counterpoint")).toBeVisible();
  await expect.element(tile("De-Stalinization").getByText(/Edited/)).not.toBeInTheDocument();
});

test("each map has its drawing", async () => {
  await expect.poll(() => drawings().length).toBe(3);
  await expect
    .poll(() => drawings().filter((image) => image.complete && image.naturalWidth > 0).length)
    .toBe(3);
});

function drawings(): readonly HTMLImageElement[] {
  return everyElement(document).filter((each) => each instanceof HTMLImageElement);
}

test("the search shows only what holds every word, and says how many", async () => {
  await page.getByRole("searchbox", { name: "Search maps" }).fill("who thaw");
  await expect.poll(titles).toEqual(["The Thaw"]);
  await expect.element(page.getByRole("status")).toHaveTextContent("1 of 3 maps");
  await page.getByRole("searchbox").fill("nothing like it");
  await expect.element(page.getByText("No map holds “nothing like it”")).toBeVisible();
  await page.getByRole("button", { name: "Show all maps" }).click();
  await expect.poll(() => titles().length).toBe(3);
});

test("New map makes one and goes there", async () => {
  await page.getByRole("button", { name: "New map" }).click();
  await expect.poll(() => app.workspace.maps.entries.value.length).toBe(4);
  const made = entry("Untitled map")!;
  await expect.poll(() => location.hash).toBe(`#/m/${made.id}`);
});

test("Duplicate makes a copy of its own, which has the focus", async () => {
  await press("The Thaw", "Duplicate");
  await expect.element(link("Copy of The Thaw")).toBeVisible();
  await expect.poll(() => focused()?.textContent).toBe("Copy of The Thaw");
  expect(entry("Copy of The Thaw")?.claims).toBe(3);
});

describe("Rename", () => {
  test("keeps what was typed by Enter, by Escape and by leaving", async () => {
    await press("The Thaw", "Rename");
    await userEvent.keyboard("One{Enter}");
    await expect.element(link("One")).toBeVisible();
    await expect.poll(() => focused()?.textContent).toBe("One");
    await press("One", "Rename");
    await userEvent.keyboard("Two{Escape}");
    await expect.element(link("Two")).toBeVisible();
    await press("Two", "Rename");
    await userEvent.keyboard("Three");
    await page.getByRole("searchbox").click();
    await expect.element(link("Three")).toBeVisible();
    expect(entry("Three")?.id).toBe("thaw");
  });

  test("a map keeps its title when nothing is typed, and says why", async () => {
    await press("The Thaw", "Rename");
    await userEvent.keyboard("{Delete}{Enter}");
    await expect.element(page.getByRole("alert")).toHaveTextContent("A map needs a title.");
    await expect.element(link("The Thaw")).toBeVisible();
  });

  test("markup in a title is text", async () => {
    await press("The Thaw", "Rename");
    await userEvent.fill(page.getByRole("textbox", { name: "Title of the map" }), "<b>x</b>");
    await userEvent.keyboard("{Enter}");
    await expect.element(link("<b>x</b>")).toBeVisible();
  });
});

test("Delete takes a map away at once, Undo brings it back, and the focus is never lost", async () => {
  await press("The Purges", "Delete");
  await expect.element(link("The Purges")).not.toBeInTheDocument();
  await expect.poll(() => focused()?.tagName).toBe("A");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.element(link("The Purges")).toBeVisible();
  await expect.poll(() => focused()?.textContent).toBe("The Purges");
});

test("a shipped map has no Delete; when it was edited it can be reset, and that undone", async () => {
  await expect
    .element(tile("De-Stalinization").getByRole("button", { name: "Delete" }))
    .not.toBeInTheDocument();
  const open = await app.workspace.maps.openMap("shipped" as MapId);
  open!.run(editText, { claim: claimId("A"), text: "Mine" });
  await open!.flush();
  open!.close();
  await expect.element(tile("De-Stalinization").getByText("Edited by you")).toBeVisible();
  const text = async () =>
    (await app.workspace.maps.readMap("shipped" as MapId))?.claims.get(claimId("A"))?.text;
  await press("De-Stalinization", "Reset to the shipped version");
  await expect.poll(text).toBe("A");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(text).toBe("Mine");
});

test("Open a file… takes in a map; a file that is none changes nothing and says why", async () => {
  app.platform.file = new File(["[A]: A claim.\n  - [B]: Another."], "notes.argdown");
  await page.getByRole("button", { name: "Open a file…" }).click();
  await expect.poll(() => app.workspace.maps.entries.value.length, { timeout: 10_000 }).toBe(4);
  app.platform.file = new File(['{"format": "something else"}'], "other.argmap.json");
  await page.getByRole("button", { name: "Open a file…" }).click();
  await expect.poll(() => said()).toMatch(/other\.argmap\.json|format/);
  expect(app.workspace.maps.entries.value).toHaveLength(4);
});

/** What the app says about something that it did not do, in a notice or a dialog. */
function said(): string {
  const dialog = app.workspace.dialog.value;
  return dialog?.type === "problem" ? dialog.sentence : (app.workspace.notices.notice.value?.sentence ?? "");
}

test("every control is at least 24 pixels in either direction", () => {
  const small = everyElement(document).filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return each.matches("button, input") && width > 0 && (width < 24 || height < 24);
  });
  expect(small).toEqual([]);
});

describe("deleted maps", () => {
  const bin = page.getByRole("region", { name: "Deleted maps" });

  test("stand below with how long they stay, and come back with the focus on them", async () => {
    await expect.element(bin).not.toBeInTheDocument();
    await press("The Thaw", "Delete");
    await expect.element(bin).toBeVisible();
    await expect
      .element(bin.getByRole("listitem"))
      .toHaveTextContent(/The Thaw\s*3 claims · 30 days of use left/);
    app.workspace.notices.dismiss();
    await expect.element(page.getByText("Deleted “The Thaw”.")).not.toBeInTheDocument();
    for (const theme of ["light", "dark"] as const) expect(await faults(theme)).toEqual([]);
    await bin.getByRole("button", { name: "Restore The Thaw" }).click();
    await expect.element(bin).not.toBeInTheDocument();
    await expect.element(link("The Thaw")).toBeVisible();
    await expect.poll(() => focused()?.textContent).toBe("The Thaw");
  });
});
