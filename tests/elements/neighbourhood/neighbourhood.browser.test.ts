import { html, render } from "lit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import "#elements/shell/app-shell.ts";
import type { AppShell } from "#elements/shell/app-shell.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { MapSession } from "#session/map-session.ts";
import { lookingAt } from "#session/looking.ts";
import { readAddress } from "#session/address.ts";
import type { Workspace } from "#session/workspace.ts";
import { debate as people } from "../../lenses/debate.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults, openApp, openSession } from "../dialogs/workspace.ts";
import { painted, unstage } from "../map/staging.ts";

/** C answers B and, across the tree, X; U attacks the step from D. */
const debate = "A; X; +B > A; -C > B; -C > X; +D > C; -U > (D>C); +Z > A";

let listening = new AbortController();

beforeEach(() => {
  listening = new AbortController();
});

afterEach(() => {
  listening.abort();
  unstage();
  history.replaceState(null, "", location.pathname + location.search);
});

interface Opened {
  readonly workspace: Workspace;
  readonly session: MapSession;
}

/** The app on the neighbourhood of a claim, going where its address says, as `main.ts` has it. */
async function open(map: ArgumentMap | string, claim: string): Promise<Opened> {
  document.documentElement.dataset["motion"] = "reduced";
  await page.viewport(1280, 720);
  const shown = typeof map === "string" ? argumentMap(map) : map;
  const { workspace } = await openApp([shown]);
  addEventListener("hashchange", () => void workspace.go(readAddress(location.hash)), {
    signal: listening.signal,
  });
  const session = await openSession(workspace, shown.id);
  render(html`<app-shell .workspace=${workspace}></app-shell>`, document.body);
  await painted();
  session.take(claimId(claim));
  act(workspace, "go.neighbourhood");
  await expect.poll(() => drawn(), { timeout: 20_000 }).toContain(claim);
  return { workspace, session };
}

function act(workspace: Workspace, action: string): void {
  const { when, run } = actionById(action);
  expect(when(contextOf(workspace)), action).toBe(true);
  void run(contextOf(workspace));
}

function shell(): ShadowRoot {
  return document.querySelector<AppShell>("app-shell")!.shadowRoot!;
}

function screen(): ShadowRoot | null {
  return shell().querySelector("neighbourhood-screen")?.shadowRoot ?? null;
}

function cards() {
  return [...(screen()?.querySelectorAll("neighbour-card") ?? [])];
}

function drawn(): readonly ClaimId[] {
  return cards().map(({ face }) => face.claim);
}

function card(name: string) {
  return cards().find(({ face }) => face.claim === name)!;
}

function barBottom(): number {
  return screen()!.querySelector(".plate")!.getBoundingClientRect().bottom;
}

function focused(): string | undefined {
  return screen()?.activeElement?.getAttribute("data-claim") ?? undefined;
}

describe("the neighbourhood of a claim", () => {
  test("is a labelled region with what it answers and what answers it, each named as on the map", async () => {
    await open(debate, "C");
    await expect.element(page.getByRole("region", { name: "Neighbourhood of “C”" })).toBeInTheDocument();
    expect(drawn()).toEqual(["A", "B", "X", "C", "D", "U"]);
    const names = page
      .getByRole("option")
      .elements()
      .map((option) => option.ariaLabel);
    expect(names).toContain("Objection: C (also answers 1 other claim)");
    expect(names).toContain("Objection: U (to the step from “D”)");
    await expect.element(page.getByText("6 of 7 claims shown")).toBeInTheDocument();
  });

  test("tells each card's relations here, across the tree too, and marks the centre", async () => {
    await open(debate, "C");
    expect(card("C").ariaDescription).toBe(
      "in the middle; opposes “B”; opposes “X”; answered here by 1 reason",
    );
    expect(card("U").ariaDescription).toBe("opposes the step from “D”");
    expect(card("C").face.mark).toBe("Centre");
    expect(card("C").ariaSelected).toBe("true");
    expect([card("C").ariaLevel, card("C").ariaExpanded]).toEqual([null, null]);
    const lines = screen()!.querySelector("map-lines")!.shadowRoot!;
    expect(lines.querySelectorAll(".drop.opposes")).toHaveLength(3);
    expect(lines.querySelectorAll(".drop.supports")).toHaveLength(2);
    expect(screen()!.querySelector("map-badges")!.shadowRoot!.querySelectorAll("g")).toHaveLength(5);
  });

  test("is walked with arrow keys; Enter takes another claim into the middle, Back and Escape lead back", async () => {
    const { session } = await open(debate, "C");
    await expect.poll(focused).toBe("C");
    await userEvent.keyboard("{ArrowDown}");
    await expect.poll(focused).toBe("D");
    await userEvent.keyboard("{ArrowUp}");
    await expect.poll(focused).toBe("C");
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    await expect.poll(focused).toBe("A");
    expect(session.centre.value).toBe("C");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => session.centre.value).toBe("A");
    await expect.poll(() => card("Z")?.face.claim).toBe("Z");
    expect(location.hash).toMatch(/\/neighbourhood\/c\/A$/);
    await expect.poll(focused).toBe("A");
    history.back();
    await expect.poll(() => session.centre.value).toBe("C");
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => shell().querySelector("map-screen")).not.toBeNull();
    expect(session.inHand.value).toBe("C");
  });

  test("a click takes a claim into the middle, and the button leads back to the map as it was seen", async () => {
    const { session, workspace } = await open(debate, "C");
    await userEvent.click(card("B"));
    await expect.poll(() => session.centre.value).toBe("B");
    await expect.poll(() => workspace.notices.spoken.value.at(-1)?.sentence).toMatch(/^“B” is in the middle/);
    await userEvent.click(page.getByRole("button", { name: "Back to the map" }));
    await expect.poll(() => shell().querySelector("map-screen")).not.toBeNull();
    expect(session.inHand.value).toBe("B");
    await painted();
    expect(session.viewport.value.scale).toBe(1);
    await expect.element(page.getByRole("treeitem", { name: /^Reason: B/ })).toBeVisible();
  });

  test("of 3,000 answers some are shown at a time, with a sentence and a way on and back", async () => {
    const many = Array.from({ length: 3000 }, (_, at) => `+N${at + 1} > A`).join(";");
    await open(`A;${many}`, "A");
    expect(drawn()).toHaveLength(25);
    await expect.poll(() => card("A").getBoundingClientRect().top).toBeGreaterThan(barBottom());
    await expect.element(page.getByText("Answers 1 to 24 of 3,000")).toBeVisible();
    await page.getByRole("button", { name: "Next 24" }).click();
    await expect.poll(() => drawn()).toContain("N25");
    expect(drawn()).not.toContain("N24");
    await expect.element(page.getByText("Answers 25 to 48 of 3,000")).toBeVisible();
    await page.getByRole("button", { name: "Previous 24" }).click();
    await expect.poll(() => drawn()).toContain("N24");
  });

  test("where a branch goes on, a button leads into it", async () => {
    const wide = Array.from({ length: 12 }, (_, at) => `+X${at} > B`).join(";");
    const { session } = await open(`A; +B > A; ${wide}`, "A");
    await page.getByRole("button", { name: "12 more answers around “B”" }).click();
    await expect.poll(() => session.centre.value).toBe("B");
    await expect.poll(() => drawn()).toHaveLength(14);
  });

  test("a claim alone says so, and a circle comes to an end", async () => {
    const { session } = await open("L; +B > A; -A > B", "L");
    await expect.element(page.getByText("It answers no other claim, and none answers it.")).toBeVisible();
    session.take(claimId("A"));
    await expect.poll(() => drawn().toSorted()).toEqual(["A", "B"]);
    expect(card("A").ariaDescription).toContain("opposes “B”; answered here by 1 reason");
  });
});

describe("what is done from it", () => {
  test("a claim that is not shown, taken in hand by Find, comes into the middle; so does what is next to one that is deleted", async () => {
    const { session, workspace } = await open(debate, "C");
    session.take(claimId("Z"));
    await expect.poll(() => drawn()).toEqual(["A", "Z"]);
    act(workspace, "claim.delete");
    await expect.poll(() => session.centre.value).not.toBe("Z");
    await expect.poll(() => drawn()).toContain(session.inHand.value);
  });

  test("whoever writes is taken to the map", async () => {
    const { session, workspace } = await open(debate, "C");
    await expect.poll(focused).toBe("C");
    await userEvent.keyboard("+");
    await expect.poll(() => workspace.address.value.screen).toBe("map");
    await userEvent.keyboard("Because.");
    await userEvent.keyboard("{Enter}");
    await expect
      .poll(() => [...session.open.map.value.claims.values()].map(({ text }) => text))
      .toContain("Because.");
  });

  test("nothing folds, and no branch is shown alone", async () => {
    const { workspace } = await open(debate, "C");
    for (const id of ["branch.fold", "branch.unfold-all", "branch.focus", "go.first", "go.into"])
      expect(actionById(id).when(contextOf(workspace)), id).toBe(false);
    for (const id of ["view.fit", "view.zoom-in", "view.leave"])
      expect(actionById(id).when(contextOf(workspace)), id).toBe(true);
  });
});

describe.each(["light", "dark"] as const)("axe finds nothing, %s:", (theme) => {
  test("a neighbourhood with more beside it", async () => {
    const wide = Array.from({ length: 30 }, (_, at) => `+X${at} > B`).join(";");
    await open(`A; +B > A; -U > (B>A); +P & Q > B; ${wide}`, "B");
    await painted();
    expect(await faults(theme)).toEqual([]);
  });
});

test("is looked at as the map is, and keys in the ways to look walk no cards", async () => {
  const { session } = await open(
    people(
      "A; -B > A; +C > A",
      "orthodox: Feis; left: Williams; Feis asserts A 1957; Williams asserts B 1959",
    ),
    "A",
  );
  const looking = lookingAt(session);
  looking.through("school");
  looking.hideNames(true);
  await expect.poll(() => card("B").getAttribute("aria-description")).toBe("opposes “A”. B 1959. School A");
  looking.showYear(1957);
  await expect.poll(() => card("B").dataset["fade"]).toBe("notYet");
  await expect.poll(() => screen()!.querySelectorAll("map-lines.faded").length).toBe(1);
  const slider = page.getByRole("slider");
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(looking.year.value).toBe(1959);
  expect(session.inHand.value).toBe("A");
  await expect.poll(() => card("B").dataset["fade"]).toBe("none");
  expect(await faults("light")).toEqual([]);
});
