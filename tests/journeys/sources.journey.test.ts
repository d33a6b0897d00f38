import type { Page } from "playwright";
import { expect, test } from "vitest";
import { readSources } from "#interchange/sources-read.ts";
import { atOnce } from "#model/steps.ts";
import { openApp } from "./app.ts";

const bibtex = `@book{key, author = {Zubok, Vladislav and Pleshakov, Constantine},
  title = {Inside the Kremlin's Cold War: From {Stalin} to {Khrushchev}}, publisher = {Harvard University Press}, year = 1996}
@book{open, title = {Never closed
@book{key, author = {M{\\"u}ller, Jan}, title = {Another Work under One Key}, year = 1990}`;

test("BibTeX that is pasted brings its sources, and they can be cited with a page and a translated quotation", async () => {
  const { page } = await openApp();
  const claim = page.getByRole("treeitem", { name: /^Reason: The changes helped/ });
  await claim.click();
  const paste = async (text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press("Control+v");
  };
  await paste(bibtex);
  await page
    .getByText("2 sources added. 1 could not be read. Line 3: “@book{” is not closed.")
    .first()
    .waitFor();
  await paste(bibtex);
  await page
    .getByText(/^No source added\. 2 are here already\. 1 could not be read\./)
    .first()
    .waitFor();

  await page.keyboard.press("d");
  const details = page.getByRole("region", { name: "Details" });
  await details.getByRole("button", { name: "Add citation" }).click();
  const form = details.getByRole("form", { name: "Add citation" });
  await form
    .getByRole("combobox", { name: "Source" })
    .selectOption({ label: "Müller, Jan. Another Work under One Key. 1990." });
  await form.getByRole("textbox", { name: "Place" }).fill("12-14");
  await form.getByRole("button", { name: "Add" }).click();
  const note = "Jan Müller, Another Work under One Key (1990), 12–14.";
  await details.getByText(note).waitFor();

  await details.getByRole("button", { name: `Change the citation: ${note}` }).click();
  await details.getByRole("textbox", { name: "Quotation" }).fill("Es gilt das Gesetz.");
  await details.getByRole("textbox", { name: "Translation" }).fill("The law holds.");
  await page.keyboard.press("Tab");
  await details.locator("blockquote").getByText("The law holds.").waitFor();
});

test("the bibliography is exported as BibTeX and read back equal", async () => {
  const app = await openApp();
  const { page } = app;
  await page.getByRole("treeitem", { name: /^Thesis: Measured reform/ }).click();
  const save = async (name: string) => {
    await page.getByRole("button", { name: "More" }).first().click();
    await page.getByRole("menuitem", { name: "Export…" }).click();
    await page.getByRole("radio", { name }).check();
    const { contents } = await app.download(() =>
      page.getByRole("button", { name: "Export", exact: true }).click(),
    );
    return contents.toString("utf8");
  };
  const [bibtex, csl] = [await save("Sources, BibTeX"), await save("Sources, CSL")];
  const [first, second] = [await readSources(bibtex, "bibtex"), await readSources(csl, "csl")];
  if ("refused" in first || "refused" in second) throw new Error("The files were refused.");
  const sources = atOnce(first);
  expect(sources).toEqual(atOnce(second));
  expect(sources.items.length).toBeGreaterThan(3);

  await page.evaluate((copied) => navigator.clipboard.writeText(copied), bibtex);
  await page.getByRole("treeitem", { name: /^Thesis: Measured reform/ }).press("Control+v");
  await page.getByText(`No source added. ${sources.items.length} are here already.`).first().waitFor();
});

test("the bibliography of a branch is copied with its italics, and printed on a sheet of its own", async () => {
  const { page } = await openApp();
  await page.addInitScript(() => {
    window.print = () => Object.assign(window.top!, { printed: document.body.innerText });
  });
  const claim = page.getByRole("treeitem", { name: /^Reason: The changes helped/ });
  await claim.click();
  await claim.press("Control+k");
  await page.keyboard.type("bibliography");
  await page.getByRole("option", { name: /^Bibliography/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Bibliography" }).waitFor();
  await page.getByRole("radio", { name: /^The branch “Collapse averted”/ }).check();
  const list = page.getByRole("region", { name: "The bibliography" });
  await list.getByText("Myth, Memory, Trauma").waitFor();
  // Firefox asks before a page may read what is on the clipboard.
  await page.evaluate(() => {
    const { clipboard } = navigator;
    const write = clipboard.write.bind(clipboard);
    clipboard.write = (copied) => write(Object.assign(window, { copied }).copied);
  });
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByText("Copied.").waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = Reflect.get(window, "copied") as ClipboardItems;
    return Promise.all(["text/plain", "text/html"].map(async (type) => (await item!.getType(type)).text()));
  });
  expect(copied[0]).toMatch(/Jones, Polly\. Myth, Memory, Trauma: .* Yale University Press, 2013\./);
  expect(copied[1]).toMatch(/Jones, Polly\. <i>Myth, Memory, Trauma: .*<\/i>\. Yale/);
  await page.getByRole("button", { name: "Print…" }).click();
  const printed = await page.waitForFunction(() => Reflect.get(window, "printed") as string | undefined);
  expect(await printed.jsonValue()).toContain("Myth, Memory, Trauma");
});

/** Drops a file on the window, as the browser does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      for (const type of ["dragover", "drop"])
        dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, text] as const,
  );
}

const ris = "TY  - BOOK\nAU  - Taubman, William\nTI  - Gorbachev\nPB  - W. W. Norton\nPY  - 2017\nER  - \n";
const csl = JSON.stringify([
  { id: 1, type: "book", title: "A New Work", issued: { "date-parts": [[1999]] } },
]);

test("files of BibTeX, RIS and CSL-JSON that are dropped bring their sources to the open map, as a step that Undo names", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: /^Thesis: Measured reform/ }).click();
  await drop(page, "zotero.bib", bibtex);
  await page
    .getByText("2 sources added. 1 could not be read. Line 3: “@book{” is not closed.")
    .first()
    .waitFor();
  await drop(page, "zotero.ris", ris);
  await page.getByText("1 source added.", { exact: true }).first().waitFor();
  await drop(page, "zotero.ris", ris);
  await page.getByText("No source added. 1 is here already.").first().waitFor();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Import…" }).click();
  await (await choosing).setFiles({ name: "z.json", mimeType: "", buffer: Buffer.from(csl) });
  await page.getByText("1 source added.", { exact: true }).first().waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("undo");
  await page.getByRole("option", { name: /^Undo add source/ }).waitFor();
});

test("a file of sources without a map, and one that holds none, are refused in words", async () => {
  const { page } = await openApp({ at: "#/maps" });
  await page.getByRole("button", { name: "New map" }).waitFor();
  await drop(page, "zotero.bib", bibtex);
  await page.getByText(/“zotero\.bib” is no map of its own\. .* open one first/).waitFor();
  await page.keyboard.press("Escape");
  await page.goto(page.url().replace(/#.*/u, ""));
  await page.getByRole("treeitem", { name: /^Thesis: Measured reform/ }).waitFor();
  for (const [name, text, said] of [
    ["letter.bib", "Dear colleague,", "There is no source in this text. Expected BibTeX, RIS or CSL-JSON."],
    ["cut.json", csl.slice(0, -5), "This is not CSL-JSON. Expected a list of records"],
    ["letter.txt", "Dear colleague,", "is neither a map nor a list of sources. Expected"],
  ] as const) {
    await drop(page, name, text);
    await page.getByRole("alert").getByText(said).waitFor();
    await page.keyboard.press("Escape");
  }
});

/** One of many entries, of the usual kind. */
function entry(n: number): string {
  return `@book{k${n}, author = {M{\\"u}ller, Jan and Doe, Jane and Roe, Max}, title = {Work {${n}}}, year = 1990}`;
}

test("a large file of sources says how far it is, and Cancel leaves the map as it was", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: /^Thesis: Measured reform/ }).click();
  const entries = Array.from({ length: 20_000 }, (_, n) => entry(n));
  await drop(page, "large.bib", entries.join("\n"));
  await page.getByText("Reading its sources…").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Reading “large.bib” was cancelled. Nothing was changed.").first().waitFor();
  await drop(page, "one.bib", entry(0));
  await page.getByText("1 source added.", { exact: true }).first().waitFor();
});

test("5,000 entries with 500 broken ones bring the good ones, and the bad are listed by line", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: /^Thesis: Measured reform/ }).click();
  const entries = Array.from({ length: 5000 }, (_, n) =>
    n % 10 === 9 ? `@book{k${n}, title = {Never closed` : entry(n),
  );
  await drop(page, "large.bib", entries.join("\n"));
  await page.getByRole("dialog", { name: "Entries that could not be read" }).waitFor();
  await page.getByText("4,500 sources added. 500 could not be read.").first().waitFor();
  const lines = page.getByRole("listitem");
  expect(await lines.count()).toBe(500);
  const last = "Line 5,000: “@book{” is not closed. Expected a closing bracket before the next entry.";
  expect(await lines.last().textContent()).toBe(last);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Copied.", { exact: true }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Line 10: .*\n/u);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});
