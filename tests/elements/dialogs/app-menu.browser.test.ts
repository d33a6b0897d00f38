import { html } from "lit";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/dialogs/app-menu.ts";
import type { MenuItem } from "#elements/dialogs/app-menu.ts";
import { faults, focused, show } from "./workspace.ts";

const items: readonly MenuItem[] = [
  { id: "copy", name: "Copy branch", keys: "Ctrl+C", enabled: true },
  { id: "paste", name: "Paste", keys: null, enabled: false },
  { id: "delete", name: "Delete", keys: "Delete", enabled: true },
];

let chosen: string[];

beforeEach(async () => {
  await page.viewport(360, 640);
  await expect.poll(() => innerWidth).toBe(360);
  await new Promise(requestAnimationFrame);
  chosen = [];
  show(
    html`<main>
      <h1>Menus</h1>
      <app-menu
        .label=${"More"}
        .items=${items}
        @item-chosen=${(event: HTMLElementEventMap["item-chosen"]) => chosen.push(event.item)}
      ></app-menu>
      <button>Elsewhere</button>
    </main>`,
  );
});

/** Waits until the focus is on what has this name. */
async function focusOn(name: string): Promise<void> {
  await expect.poll(() => nameOf(focused())).toBe(name);
}

function nameOf(element: Element | null): string | null {
  return element?.getAttribute("aria-label") ?? element?.querySelector("span")?.textContent ?? null;
}

const button = () => page.getByRole("button", { name: "More" });

test.each(["light", "dark"] as const)("axe finds nothing in an open menu, %s", async (theme) => {
  await button().click();
  await expect.element(page.getByRole("menu")).toBeVisible();
  expect(await faults(theme)).toEqual([]);
});

test("arrow keys, letters and Enter choose; the focus is back on the button by then", async () => {
  button().element().focus();
  await userEvent.keyboard("{Enter}");
  await focusOn("Copy branch");
  await userEvent.keyboard("{ArrowDown}");
  await focusOn("Paste");
  await userEvent.keyboard("{Enter}");
  expect(chosen).toEqual([]);
  await userEvent.keyboard("d{Enter}");
  expect(chosen).toEqual(["delete"]);
  await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
  await focusOn("More");
});

test("Escape closes it; so does a click elsewhere", async () => {
  await button().click();
  await userEvent.keyboard("{Escape}");
  await expect.element(button()).toHaveAttribute("aria-expanded", "false");
  await focusOn("More");
  await button().click();
  await page.getByRole("button", { name: "Elsewhere" }).click();
  await expect.element(button()).toHaveAttribute("aria-expanded", "false");
});

test("↑ on the button opens it at its end; it stays on a small screen", async () => {
  button().element().focus();
  await userEvent.keyboard("{ArrowUp}");
  await focusOn("Delete");
  const { left, right } = page.getByRole("menu").element().getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(360);
});
