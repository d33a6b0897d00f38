import { html } from "lit";
import { beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import "#elements/dialogs/dialog-host.ts";
import "#elements/dialogs/export-dialog.ts";
import { readNative } from "#interchange/native-read.ts";
import type { HolderId } from "#model/ids.ts";
import { lookingAt } from "#session/looking.ts";
import { debate } from "../../lenses/debate.ts";
import { faults, openApp, type OpenApp, openSession, show } from "./workspace.ts";

const coldWar = debate(
  "A; -B > A; +C > A",
  "orthodox 1947/1965: Feis; revisionist 1959/: Williams; Feis asserts A 1957 in roosevelt; Williams asserts B 1959; Feis asserts C 1967; A cites roosevelt 1957",
);

let app: OpenApp;

beforeEach(async () => {
  app = await openApp([coldWar]);
  const session = await openSession(app.workspace, coldWar.id);
  const looking = lookingAt(session);
  looking.through("school");
  looking.toggle("school:revisionist");
  looking.showYear(1959);
  looking.hideNames(true);
  show(
    html`<main><h1>A map</h1></main>
      <dialog-host .workspace=${app.workspace}></dialog-host>`,
  );
  app.workspace.dialog.value = { type: "export" };
  await expect.element(page.getByRole("dialog", { name: "Export" })).toBeVisible();
});

const choose = (name: RegExp | string) =>
  page.getByRole("radio", { name, exact: typeof name === "string" }).click();

async function exported(): Promise<string> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect.poll(() => app.platform.saved.length).toBe(1);
  return app.platform.saved[0]!.contents.text();
}

test("a picture is as the map is seen: in the colours of the lens, in the year, with names hidden; and it says so", async () => {
  await choose(/SVG/);
  const said = "The map by school, without School B, as the debate stood in 1959, with names hidden.";
  await expect.element(page.getByText(said)).toBeVisible();
  for (const theme of ["light", "dark"] as const) expect(await faults(theme)).toEqual([]);
  const svg = await exported();
  expect(svg).not.toMatch(/Feis|Williams|orthodox|revisionist|roosevelt/i);
  for (const text of [
    ">The map by school, without School B, as the debate stood in",
    ">A 1957<",
    ">source hidden<",
    ">School A (2 claims)<",
  ])
    expect(svg).toContain(text);
  expect(svg).toContain(`· ${said}</desc>`);
  // The claim of 1967 is a frame.
  expect(svg).not.toContain(">C<");
});

test("or whole, in the colours of reasons and objections, with all names", async () => {
  await choose(/SVG/);
  await choose("All claims alike, with all names");
  const svg = await exported();
  for (const text of ["Feis 1957", "Williams 1959", ">C<"]) expect(svg).toContain(text);
  expect(svg).not.toContain("<pattern");
});

test("Argdown hides names as well, a list of sources and a Counterpoint file never do, and say so", async () => {
  await choose(/BibTeX/);
  await expect.element(page.getByText(/A list of sources is always whole/)).toBeVisible();
  await choose("Argdown");
  await choose("With names hidden");
  expect(await exported()).not.toMatch(/Feis|Williams|orthodox|revisionist|roosevelt/i);
  app.workspace.dialog.value = { type: "export" };
  await expect.element(page.getByText(/A Counterpoint file is always whole/)).toBeVisible();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect.poll(() => app.platform.saved.length).toBe(2);
  const read = readNative(await app.platform.saved[1]!.contents.text());
  expect("map" in read && read.map.holders.has("Feis" as HolderId)).toBe(true);
});
