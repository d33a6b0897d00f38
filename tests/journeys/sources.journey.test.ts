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
