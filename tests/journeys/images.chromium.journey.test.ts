import type { Locator, Page } from "playwright";
import { expect, test } from "vitest";
import { mergingWords } from "#words/merging.ts";
import { sampleImages } from "../sample-images.ts";
import { openApp } from "./app.ts";

const thesis = /^Thesis: Measured reform/;
const [cartoon, decree] = sampleImages.map(({ bytes }) => Buffer.from(bytes));

/** Drops a file on the panel, or pastes it there. */
async function give(panel: Locator, how: "drop" | "paste", name: string, bytes: Buffer): Promise<void> {
  await panel.evaluate(
    (element, given) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(given.bytes)], given.name, { type: "image/png" }));
      const about = { bubbles: true, composed: true, cancelable: true };
      element.dispatchEvent(
        given.how === "drop"
          ? new DragEvent("drop", { ...about, dataTransfer: data })
          : new ClipboardEvent("paste", { ...about, clipboardData: data }),
      );
    },
    { how, name, bytes: [...bytes] },
  );
}

/** Waits for a picture that the browser has decoded: the number of its pixels from left to right. */
async function shown(picture: Locator): Promise<number> {
  await picture.waitFor();
  return picture.evaluate(async (element) => {
    const image = element as HTMLImageElement;
    await image.decode();
    return image.src.startsWith("blob:") ? image.naturalWidth : 0;
  });
}

async function opened(page: Page): Promise<Locator> {
  await page.getByRole("treeitem", { name: thesis }).click();
  await page.keyboard.press("d");
  return page.getByRole("region", { name: "Details" });
}

test("images are added, described and removed, come back by Undo and the next day, and go along in the file", async () => {
  const app = await openApp();
  let details = await opened(app.page);
  const choosing = app.page.waitForEvent("filechooser");
  await details.getByRole("button", { name: "Add image…" }).click();
  await (await choosing).setFiles({ name: "decree.gif", mimeType: "image/gif", buffer: decree! });
  await details.getByRole("textbox", { name: "What it shows, in words" }).fill("The decree, with its seal");
  await details.getByRole("textbox", { name: "Caption" }).fill("The decree");
  await details.getByRole("button", { name: "Done" }).click();
  await give(details, "paste", "evil.png", Buffer.from("<svg onload='x'/>"));
  await details
    .getByRole("alert")
    .getByText(/is an SVG drawing/)
    .waitFor();
  await give(details, "drop", "cartoon.png", cartoon!);
  await details.getByText("Not described yet").waitFor();
  await app.page.getByRole("treeitem", { name: /^Thesis: Measured reform.*\(.*2 images/s }).waitFor();

  await details.getByRole("button", { name: "Remove the image: The decree, with its seal" }).click();
  const decreeShown = details.getByRole("img", { name: "The decree, with its seal" });
  await decreeShown.waitFor({ state: "detached" });
  await app.page.getByRole("button", { name: "Undo" }).last().click();
  expect(await shown(decreeShown)).toBe(2);

  await details.getByRole("button", { name: "Enlarge: The decree, with its seal" }).press("Enter");
  await app.page.getByRole("dialog", { name: "Image" }).waitFor();
  const dialog = app.page.locator("image-dialog");
  expect(await shown(dialog.getByRole("img"))).toBe(2);
  await app.page.keyboard.press("Enter");
  await dialog.getByRole("group", { name: /full size/ }).waitFor();
  await app.page.keyboard.press("Escape");

  await app.page.getByText("Saved on this device").waitFor();
  await app.reopen();
  details = await opened(app.page);
  expect(await shown(details.getByRole("img", { name: "The decree, with its seal" }))).toBe(2);
  await app.page.getByRole("button", { name: "More" }).first().click();
  await app.page.getByRole("menuitem", { name: "Export…" }).click();
  await app.page.getByText(/The file holds its 2 images/).waitFor();
  const { contents } = await app.download(() =>
    app.page.getByRole("button", { name: "Export", exact: true }).click(),
  );

  const { page } = await openApp({ at: "#/maps" });
  const opening = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  const name = "theirs.argmap.json";
  await (await opening).setFiles({ name, mimeType: "application/json", buffer: contents });
  await page.getByRole("button", { name: "Merge into mine" }).click();
  // The review that opens then closes the details.
  await page.getByRole("button", { name: mergingWords.undoMerge }).first().waitFor();
  const theirs = await opened(page);
  expect(await shown(theirs.getByRole("img", { name: "The decree, with its seal" }))).toBe(2);
});
