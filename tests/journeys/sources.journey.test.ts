import { test } from "vitest";
import { openApp } from "./app.ts";

const bibtex = `@book{key, author = {Zubok, Vladislav and Pleshakov, Constantine},
  title = {Inside the Kremlin's Cold War: From {Stalin} to {Khrushchev}}, publisher = {Harvard University Press}, year = 1996}
@book{open, title = {Never closed
@book{key, author = {M{\\"u}ller, Jan}, title = {Another Work under One Key}, year = 1990}`;

test("BibTeX that is pasted brings its sources, and they can be cited with a page", async () => {
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
  await details.getByText("Jan Müller, Another Work under One Key (1990), 12–14.").waitFor();
});
