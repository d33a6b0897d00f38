import { html } from "lit";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cite } from "#commands/cite.ts";
import "#elements/dialogs/dialog-host.ts";
import type { MapId, SourceId } from "#model/ids.ts";
import { newCitation } from "#model/source.ts";
import type { MapSession } from "#session/map-session.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults, openApp, type OpenApp, openSession, show } from "./workspace.ts";

let app: OpenApp;
let session: MapSession;

beforeEach(async () => {
  app = await openApp([argumentMap("A; +B > A; -C > B; -D > A")]);
  session = await openSession(app.workspace, "map" as MapId);
  citing("C", { type: "book", title: "The <b>Second</b>", author: [{ family: "Zz", given: "Zoe" }] });
  citing("A", { type: "book", title: "First", author: [{ family: "Aa", given: "Ann" }] });
  session.take(claimId("B"));
  show(
    html`<main><h1>A map</h1></main>
      <dialog-host .workspace=${app.workspace}></dialog-host>`,
  );
  app.workspace.dialog.value = { type: "bibliography" };
  await expect.element(page.getByRole("dialog", { name: "Bibliography" })).toBeVisible();
});

function citing(name: string, item: { type: string } & Record<string, unknown>): void {
  const id = `source-${name}` as SourceId;
  session.run(cite, { claim: claimId(name), citation: newCitation(id), source: { id, item } });
}

const list = () => page.getByRole("region", { name: "The bibliography" });

test.each(["light", "dark"] as const)("axe finds nothing, %s", async (theme) => {
  expect(await faults(theme)).toEqual([]);
});

test("it is that of the map, or of the branch in hand", async () => {
  await expect.element(list()).toHaveTextContent("Aa, Ann. First. n.d.Zz, Zoe. The <b>Second</b>. n.d.");
  await page.getByRole("radio", { name: "The branch “B” (1 source)" }).click();
  await expect.element(list()).toHaveTextContent(/^Zz, Zoe\. The <b>Second<\/b>\. n\.d\.$/);
});

test("it is copied as text, and with its italics", async () => {
  await page.getByRole("button", { name: "Copy" }).click();
  await expect.element(page.getByRole("status")).toHaveTextContent("Copied.");
  expect(app.platform.clipboard).toBe("Aa, Ann. First. n.d.\n\nZz, Zoe. The <b>Second</b>. n.d.\n");
  expect(app.platform.clipboardHtml).toContain("Zz, Zoe. <i>The &lt;b&gt;Second&lt;/b&gt;</i>. n.d.");
});

test("it is printed on a sheet of its own", async () => {
  await page.getByRole("button", { name: "Print…" }).click();
  const sheet = app.platform.sheet!;
  expect(sheet.querySelector("h1")?.textContent).toContain("Bibliography");
  const entries = [...sheet.querySelectorAll("p")].map(({ textContent }) => textContent);
  expect(entries).toEqual(["Aa, Ann. First. n.d.", "Zz, Zoe. The <b>Second</b>. n.d."]);
  expect(sheet.querySelector("b")).toBeNull();
});

test("it is written for other programs, and only what is listed", async () => {
  await page.getByRole("radio", { name: /^The branch/ }).click();
  await userEvent.selectOptions(page.getByRole("combobox", { name: "Format" }), "CSL-JSON");
  await page.getByRole("button", { name: "Save as…" }).click();
  await expect.poll(() => app.platform.saved.length).toBe(1);
  const [{ name, contents } = { name: "", contents: new Blob() }] = app.platform.saved;
  expect(name).toBe("Bibliography B.json");
  const text = await contents.text();
  expect(text).toContain('"family": "Zz"');
  expect(text).not.toContain("Aa");
});

test("a branch without citations says so, and there is nothing to copy", async () => {
  await userEvent.keyboard("{Escape}");
  session.take(claimId("D"));
  app.workspace.dialog.value = { type: "bibliography" };
  await page.getByRole("radio", { name: "The branch “D” (0 sources)" }).click();
  await expect.element(list()).toHaveTextContent("Nothing is cited here yet.");
  await expect.element(page.getByRole("button", { name: "Copy" })).toBeDisabled();
});
