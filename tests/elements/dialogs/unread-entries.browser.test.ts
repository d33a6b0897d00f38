import { html } from "lit";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/dialogs/dialog-host.ts";
import "#elements/dialogs/unread-entries-dialog.ts";
import type { BadEntry } from "#interchange/bibtex-entries.ts";
import { faults, focused, openApp, show } from "./workspace.ts";

/** A file of sources has come, of which so much could not be read. */
async function list(entries: readonly BadEntry[]) {
  const { workspace, platform } = await openApp([]);
  show(
    html`<main>
        <h1>A map</h1>
        <button id="opener">Opener</button>
      </main>
      <dialog-host .workspace=${workspace}></dialog-host>`,
  );
  document.querySelector<HTMLElement>("#opener")!.focus();
  workspace.dialog.value = { type: "unread-entries", summary: "No source added.", entries };
  await expect.element(page.getByRole("dialog", { name: "Entries that could not be read" })).toBeVisible();
  return platform;
}

test.each(["light", "dark"] as const)(
  "%s: axe finds nothing, and Escape gives the focus back",
  async (theme) => {
    await list([{ line: 11, reason: "It has no title." }]);
    expect(await faults(theme)).toEqual([]);
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    expect(document.activeElement?.id).toBe("opener");
  },
);

test("they are listed by line in a part that scrolls by keyboard, and copied as a whole", async () => {
  const many = Array.from({ length: 1200 }, (_, n) => ({ line: n + 1, reason: "It has no title." }));
  const platform = await list(many);
  const region = page.getByRole("region", { name: "The entries, by line" });
  expect(focused()).toBe(region.element());
  expect(page.getByRole("listitem").elements()).toHaveLength(1000);
  await expect.element(region).toHaveTextContent("And 200 more; Copy takes all of them.");
  await userEvent.keyboard("{End}");
  await expect.poll(() => region.element().scrollTop).toBeGreaterThan(0);
  await userEvent.keyboard("{Tab}{Enter}");
  await expect.element(page.getByRole("status")).toHaveTextContent("Copied.");
  const copied = platform.clipboard.split("\n");
  expect(copied).toHaveLength(1200);
  expect(copied.at(-1)).toBe("Line 1,200: It has no title.");
});

test("they are nothing but text", async () => {
  const reason = "<img src=x onerror=alert(1)>";
  await list([{ line: 1, reason }]);
  await expect.element(page.getByRole("listitem")).toHaveTextContent(`Line 1: ${reason}`);
});
