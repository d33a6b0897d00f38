import { html, render } from "lit";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { actionById } from "#actions/catalogue.ts";
import { contextOf } from "#actions/action.ts";
import "#elements/shell/app-shell.ts";
import type { AppShell } from "#elements/shell/app-shell.ts";
import type { Workspace } from "#session/workspace.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults, openApp, openSession } from "../dialogs/workspace.ts";
import { painted, unstage } from "./staging.ts";

const debate = "A; +B > A; -C > A; +D > B; -E > D; +F > B; -U > (B>A)";

afterEach(unstage);

async function open(): Promise<Workspace> {
  document.documentElement.dataset["motion"] = "reduced";
  await page.viewport(1280, 720);
  const map = argumentMap(debate);
  const { workspace } = await openApp([map]);
  await openSession(workspace, map.id);
  render(html`<app-shell .workspace=${workspace}></app-shell>`, document.body);
  await painted();
  return workspace;
}

function act(workspace: Workspace, action: string): void {
  const { when, run } = actionById(action);
  expect(when(contextOf(workspace))).toBe(true);
  void run(contextOf(workspace));
}

function shownClaims(): readonly (string | undefined)[] {
  const shell = document.querySelector<AppShell>("app-shell")!.shadowRoot!;
  const cards = shell.querySelector("map-screen")!.shadowRoot!.querySelectorAll<HTMLElement>("claim-card");
  return [...cards].map((card) => card.dataset["claim"]);
}

test("a branch alone, with the way to it and an honest count; a crumb and Escape lead out", async () => {
  const workspace = await open();
  workspace.current.value!.refold(new Set());
  workspace.current.value!.take(claimId("D"));
  act(workspace, "branch.focus");
  await painted();
  expect(shownClaims()).toEqual(["D", "E"]);
  await expect.element(page.getByText("2 of 7 claims shown")).toBeInTheDocument();
  const trail = page.getByRole("navigation", { name: "The way to this branch" });
  await trail.getByRole("button", { name: "B", exact: true }).click();
  await painted();
  expect(shownClaims()).toEqual(["B", "U", "D", "E", "F"]);
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
  await painted();
  expect(shownClaims()).toEqual(["A", "B", "U", "D", "E", "F", "C"]);
  await expect.element(trail).not.toBeInTheDocument();
});

test("the tools of its head stand clear of the way to it", async () => {
  const workspace = await open();
  workspace.current.value!.take(claimId("B"));
  act(workspace, "branch.focus");
  await expect.element(page.getByRole("navigation", { name: "The way to this branch" })).toBeVisible();
  await expect.element(page.getByRole("toolbar", { name: "Claim" })).toBeVisible();
  await painted();
  const shell = document.querySelector<AppShell>("app-shell")!.shadowRoot!;
  const trail = shell.querySelector("focus-trail")!.getBoundingClientRect();
  const tools = shell.querySelector("map-screen")!.shadowRoot!.querySelector("claim-tools")!;
  const box = tools.getBoundingClientRect();
  const isClear = box.top >= trail.bottom || box.left >= trail.right || box.right <= trail.left;
  expect(isClear, JSON.stringify([trail, box])).toBe(true);
});

test("a claim outside of it, asked for by Find or an address, ends it and that is said", async () => {
  const workspace = await open();
  workspace.current.value!.take(claimId("B"));
  act(workspace, "branch.focus");
  await painted();
  await workspace.go({ screen: "map", map: workspace.current.value!.open.id, claim: claimId("C") });
  await painted();
  expect(shownClaims()).toContain("C");
  expect(workspace.current.value!.inHand.value).toBe("C");
  await expect.element(page.getByText("That claim is outside the branch").first()).toBeVisible();
});

test("folding within it leaves the rest as it was", async () => {
  const workspace = await open();
  const session = workspace.current.value!;
  session.refold(new Set());
  session.take(claimId("B"));
  act(workspace, "branch.focus");
  act(workspace, "branch.fold-all");
  await painted();
  expect(shownClaims()).toEqual(["B", "U", "D", "F"]);
  expect(session.inHand.value).toBe("B");
  act(workspace, "view.leave");
  expect([...session.folding.value]).toEqual(["D"]);
});

test("arrow keys stay within it", async () => {
  const workspace = await open();
  const session = workspace.current.value!;
  session.take(claimId("B"));
  act(workspace, "branch.focus");
  for (const step of ["go.out", "go.after", "go.before"]) act(workspace, step);
  expect([session.inHand.value, session.focus.head.value]).toEqual(["B", "B"]);
  act(workspace, "go.into");
  expect(session.inHand.value).toBe("U");
});

describe.each(["light", "dark"] as const)("axe finds nothing, %s:", (theme) => {
  test("a branch alone", async () => {
    const workspace = await open();
    workspace.current.value!.take(claimId("B"));
    act(workspace, "branch.focus");
    await expect.element(page.getByRole("navigation", { name: "The way to this branch" })).toBeVisible();
    expect(await faults(theme)).toEqual([]);
  });
});
