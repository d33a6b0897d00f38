import { html } from "lit";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/dialogs/dialog-host.ts";
import "#elements/dialogs/export-dialog.ts";
import { largeMap } from "../../large-map.ts";
import { everyElement, faults, focused, openApp, openSession, show } from "./workspace.ts";

const claims = 8000;

/** A map of many claims, about to be saved as a picture. */
async function aboutToExport(format: RegExp = /SVG/, count = claims) {
  const map = largeMap(count);
  const { workspace, platform } = await openApp([map]);
  await openSession(workspace, map.id);
  show(html`<dialog-host .workspace=${workspace}></dialog-host>`);
  workspace.dialog.value = { type: "export" };
  await page.getByRole("radio", { name: format }).click();
  return platform;
}

function isOpen(): boolean {
  return everyElement(document.body).some(({ localName }) => localName === "export-dialog");
}

/** The longest time for which the page did nothing else, until this is called, in milliseconds. */
function watchPauses(): () => number {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setTimeout(look);
  };
  look();
  return () => {
    isOver = true;
    return longest;
  };
}

test("a picture of many claims says how far it is, and can be cancelled by the button that began it", async () => {
  const platform = await aboutToExport();
  const button = page.getByRole("button", { name: "Export", exact: true });
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  const cancel = page.getByRole("button", { name: "Cancel" });
  await expect.element(cancel).toBeVisible();
  await expect.element(page.getByRole("progressbar", { name: "How much has been written" })).toBeVisible();
  expect(focused()?.textContent).toContain("Cancel");
  await userEvent.keyboard("{Enter}");
  await expect.element(button).toBeVisible();
  expect(page.getByRole("progressbar").elements()).toEqual([]);
  expect(page.getByRole("alert").elements()).toEqual([]);
  expect(platform.saved).toEqual([]);
  expect(await faults("light")).toEqual([]);

  await userEvent.keyboard("{Enter}");
  await expect.element(cancel).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.poll(isOpen, { message: "closing cancels as well" }).toBe(false);
  expect(platform.saved).toEqual([]);
});

test("a picture of many claims is drawn while the page goes on", async () => {
  const platform = await aboutToExport();
  const longest = watchPauses();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect.poll(() => platform.saved.length, { timeout: 60_000 }).toBe(1);
  // oxlint-disable-next-line no-console -- the figure is the point
  console.info(`${claims} claims as SVG: the page's longest pause ${Math.round(longest())} ms`);
  const [file] = platform.saved;
  expect(file?.name).toBe("A large debate.svg");
  const text = await file!.contents.text();
  expect(text.match(/>Claim number \d+\.</g)).toHaveLength(claims);
  expect(text.endsWith("</svg>\n")).toBe(true);
});

test("a PNG that no canvas could hold is painted while the page goes on, and can be cancelled", async () => {
  const platform = await aboutToExport(/PNG/, 1000);
  const button = page.getByRole("button", { name: "Export", exact: true });
  await button.click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect.element(button).toBeVisible();
  expect(platform.saved).toEqual([]);
  const longest = watchPauses();
  const began = performance.now();
  await button.click();
  await expect.poll(() => platform.saved.length, { timeout: 55_000 }).toBe(1);
  const [file] = platform.saved;
  expect(file?.name).toBe("A large debate.png");
  const [width = 0, height = 0] = sizeIn(new DataView(await file!.contents.slice(0, 24).arrayBuffer()));
  expect(width).toBeGreaterThan(65_535);
  // oxlint-disable-next-line no-console -- the figure is the point
  console.info(
    `1,000 claims as PNG of ${width} × ${height} in ${Math.round(performance.now() - began)} ms: the page's longest pause ${Math.round(longest())} ms`,
  );
});

/** Width and height in a PNG's first chunk. */
function sizeIn(beginning: DataView): readonly number[] {
  return [16, 20].map((at) => beginning.getUint32(at));
}
