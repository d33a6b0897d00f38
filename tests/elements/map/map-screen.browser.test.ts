import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { actionById } from "#actions/catalogue.ts";
import { contextOf } from "#actions/action.ts";
import { addClaim } from "#commands/add-claim.ts";
import { moveBranch } from "#commands/move-branch.ts";
import type { RelationId } from "#model/ids.ts";
import { onClaim } from "#model/relation.ts";
import { draftBy } from "#session/drafting.ts";
import { argumentMap, claimId, notationOf } from "../../notation.ts";
import { faults } from "../dialogs/workspace.ts";
import { painted, stage, type Stage, unstage } from "./staging.ts";

const rich = "A; +B > A; +C & D > A; -E > A; -F > (B>A); +G > B; +B > E; -H > E";

afterEach(unstage);

/** The name of what has the focus, through all shadows. */
function focusedName({ screen }: Stage): string | null {
  let at = screen.shadowRoot?.activeElement ?? null;
  for (let next = at; next !== null; next = next.shadowRoot?.activeElement ?? null) at = next;
  return at?.ariaLabel ?? null;
}

function act({ workspace }: Stage, action: string): void {
  void actionById(action).run(contextOf(workspace));
}

function begin({ session }: Stage, name: string): void {
  const input = {
    id: claimId(name),
    relation: `${name}>A` as RelationId,
    kind: "supports" as const,
    target: onClaim(claimId("A")),
    text: "",
  };
  session.begin(draftBy(claimId(name), session.inHand.peek(), addClaim, input));
}

function unfoldAll({ session }: Stage): void {
  session.refold(new Set());
}

describe.each(["light", "dark"] as const)("axe finds nothing, %s:", (theme) => {
  test("a map with everything in it", async () => {
    const map = await stage(rich);
    expect(await faults(theme)).toEqual([]);
    unfoldAll(map);
    await painted();
    expect(await faults(theme)).toEqual([]);
  });

  test("a claim being written, and a refusal", async () => {
    const map = await stage(rich);
    map.session.edit(claimId("B"));
    map.session.refused.value = { claim: claimId("B"), sentence: "A claim cannot answer itself." };
    await painted();
    expect(await faults(theme)).toEqual([]);
  });

  test("an empty map", async () => {
    await stage("");
    expect(await faults(theme)).toEqual([]);
  });
});

describe("the tree", () => {
  test("says role, name and place of each claim, depth first", async () => {
    const map = await stage(rich);
    unfoldAll(map);
    await painted();
    const said = map.all("claim-card").map((card) => {
      const level = card.getAttribute("aria-level");
      const place = `${card.getAttribute("aria-posinset")}/${card.getAttribute("aria-setsize")}`;
      return `${level} ${place} ${card.getAttribute("aria-label")}`;
    });
    expect(said).toEqual([
      "1 1/1 Thesis: A",
      "2 1/4 Reason: B (also answers 1 other claim)",
      "3 1/2 Objection: F (to the step from “B”)",
      "3 2/2 Reason: G",
      "2 2/4 Reason: C (together with 1 co-premise)",
      "2 3/4 Reason: D (together with 1 co-premise)",
      "2 4/4 Objection: E",
      "3 1/1 Objection: H",
    ]);
  });

  test("is named by the title, and its items are found by role and name", async () => {
    const map = argumentMap(rich);
    await stage({ ...map, about: { ...map.about, title: "Was it so?" } });
    await expect.element(page.getByRole("tree", { name: "Was it so?" })).toBeInTheDocument();
    await expect.element(page.getByRole("treeitem", { name: "Objection: E" })).toBeVisible();
  });

  test("says whether a branch is open, and what a folded one holds", async () => {
    const map = await stage(rich);
    expect(map.card("A").ariaExpanded).toBe("true");
    expect(map.card("B").ariaExpanded).toBe("false");
    expect(map.card("B").ariaLabel).toContain("folded, 1 reason, 1 objection");
    expect(map.card("C").hasAttribute("aria-expanded")).toBe(false);
  });

  test("has one tab stop, which goes along with the claim in hand", async () => {
    const map = await stage(rich);
    const stops = () => map.all("claim-card").filter((card) => card.tabIndex === 0);
    expect(stops()).toEqual([map.card("A")]);
    map.card("A").focus();
    map.session.take(claimId("E"));
    await painted();
    expect(stops()).toEqual([map.card("E")]);
    expect(map.screen.shadowRoot!.activeElement).toBe(map.card("E"));
    expect(map.card("E").ariaSelected).toBe("true");
  });

  test("a click takes a claim in hand, a double click writes it", async () => {
    const map = await stage(rich);
    await page.getByRole("treeitem", { name: "Objection: E" }).click();
    expect(map.session.inHand.value).toBe("E");
    await page.getByRole("treeitem", { name: "Objection: E" }).dblClick();
    expect(map.session.editing.value?.claim).toBe("E");
  });
});

describe("writing", () => {
  test("keys typed right after a claim was begun land in it", async () => {
    const map = await stage("A");
    begin(map, "N");
    await userEvent.keyboard("It was so.");
    await userEvent.keyboard("{Enter}");
    await painted();
    expect(map.session.map.value.claims.get(claimId("N"))?.text).toBe("It was so.");
    await expect.poll(() => focusedName(map)).toBe("Reason: It was so.");
  });

  test("the field has the focus before `begin` returns", async () => {
    const map = await stage("A");
    begin(map, "N");
    expect(map.screen.shadowRoot!.activeElement).toBe(map.find("claim-editor"));
  });

  test("Escape keeps what was typed; Shift+Enter breaks the line", async () => {
    const map = await stage("A");
    map.session.edit(claimId("A"));
    await userEvent.keyboard(" one{Shift>}{Enter}{/Shift}two{Escape}");
    expect(map.session.editing.value).toBe(null);
    expect(map.session.map.value.claims.get(claimId("A"))?.text).toBe("A one\ntwo");
  });

  test("a new claim left empty is gone, and the focus is back on the claim before", async () => {
    const map = await stage("A");
    map.card("A").focus();
    begin(map, "N");
    await painted();
    await userEvent.keyboard("{Escape}");
    await painted();
    expect(notationOf(map.session.map.value)).toBe("A");
    expect(map.screen.shadowRoot!.activeElement).toBe(map.card("A"));
  });

  test("a click elsewhere ends it and keeps what was typed", async () => {
    const map = await stage("A; +B > A");
    map.session.edit(claimId("B"));
    await userEvent.keyboard("!");
    await page.getByRole("treeitem", { name: "Thesis: A" }).click();
    expect(map.session.editing.value).toBe(null);
    expect(map.session.map.value.claims.get(claimId("B"))?.text).toBe("B!");
  });

  test("a key with Ctrl keeps what was typed first, so that no action can lose it", async () => {
    const map = await stage("A");
    map.session.edit(claimId("A"));
    await userEvent.keyboard("!{Control>}k{/Control}");
    map.session.finish();
    expect(map.session.map.value.claims.get(claimId("A"))?.text).toBe("A!");
  });

  test("typing reaches the store after a pause", async () => {
    const map = await stage("A");
    map.session.edit(claimId("A"));
    await userEvent.keyboard("!");
    await expect.poll(() => map.session.open.map.value.claims.get(claimId("A"))?.text).toBe("A!");
    expect(map.session.editing.value?.claim).toBe("A");
  });

  test("the editor covers its card, and both grow with the words", async () => {
    const map = await stage("A; +B > A; +C > B");
    unfoldAll(map);
    await painted();
    const before = map.card("B").getBoundingClientRect();
    const below = map.card("C").getBoundingClientRect();
    map.session.edit(claimId("B"));
    await userEvent.keyboard(
      " and many more words that follow, until the card has a second and a third line.",
    );
    await painted();
    const card = map.card("B").getBoundingClientRect();
    const editor = map.find("claim-editor").getBoundingClientRect();
    expect(card.height).toBeGreaterThan(before.height + 20);
    expect(editor.left).toBeCloseTo(card.left, 0);
    expect(editor.top).toBeCloseTo(card.top, 0);
    expect(editor.width).toBeCloseTo(card.width, 0);
    expect(Math.abs(editor.height - card.height)).toBeLessThanOrEqual(4);
    expect(map.card("C").getBoundingClientRect().top).toBeGreaterThan(below.top + 20);
  });

  test("a refusal is said near its claim", async () => {
    const map = await stage("A; +B > A");
    const input = { claim: claimId("A"), onto: onClaim(claimId("B")), kind: "supports" as const };
    map.session.run(moveBranch, { ...input, relation: "new" as RelationId }, claimId("A"));
    await painted();
    const box = page.getByRole("alert").element().getBoundingClientRect();
    expect(page.getByRole("alert").element().textContent).toContain("cannot move into itself");
    expect(box.top - map.card("A").getBoundingClientRect().bottom).toBeLessThan(80);
  });
});

describe("tools", () => {
  test("are a toolbar for the claim in hand, named as the design says", async () => {
    const map = await stage(rich);
    map.session.take(claimId("B"));
    await painted();
    const names = ["Edit", "Add reason", "Add objection", "Object to this step", "Unfold", "More"];
    for (const name of names) {
      const button = page.getByRole("toolbar", { name: "Claim" }).getByRole("button", { name, exact: true });
      await expect.element(button).toBeVisible();
      const { width, height } = button.element().getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });

  test("a thesis has no step to object to", async () => {
    await stage(rich);
    await expect.element(page.getByRole("button", { name: "Add reason" })).toBeVisible();
    expect(page.getByRole("button", { name: "Object to this step" }).query()).toBe(null);
  });

  test("keep their size at every zoom, and so does the fold control", async () => {
    const map = await stage(rich);
    await expect.element(page.getByRole("toolbar")).toBeVisible();
    const width = () => map.find("claim-tools").getBoundingClientRect().width;
    const fold = () => map.card("A").shadowRoot!.querySelector(".fold")!.getBoundingClientRect();
    const before = width();
    for (const scale of [0.5, 0.8, 1, 2.5]) {
      map.session.wish.value = { type: "scale", scale };
      await painted();
      expect(width()).toBe(before);
      expect(fold().width).toBeCloseTo(24, 0);
      expect(fold().height).toBeCloseTo(24, 0);
    }
  });

  test("arrow keys move in the toolbar, Escape goes back to the claim", async () => {
    const map = await stage(rich);
    await expect.element(page.getByRole("toolbar")).toBeVisible();
    map.card("A").focus();
    await userEvent.tab();
    await expect.poll(() => focusedName(map)).toBe("Edit");
    await userEvent.keyboard("{ArrowRight}");
    await expect.poll(() => focusedName(map)).toBe("Add reason");
    await userEvent.keyboard("{End}");
    await expect.poll(() => focusedName(map)).toBe("More");
    await userEvent.keyboard("{Escape}");
    await painted();
    expect(map.screen.shadowRoot!.activeElement).toBe(map.card("A"));
  });

  test("do what they say", async () => {
    const map = await stage("A; +B > A");
    await page.getByRole("button", { name: "Add objection" }).click();
    await userEvent.keyboard("Not so.{Enter}");
    expect(map.session.map.value.claims.size).toBe(3);
    await expect.poll(() => focusedName(map)).toBe("Objection: Not so.");
  });
});

describe("an empty map", () => {
  test("asks for its thesis", async () => {
    const map = await stage("");
    await page.getByRole("button", { name: "Write the thesis" }).click();
    await userEvent.keyboard("It was so.{Enter}");
    await expect.poll(() => focusedName(map)).toBe("Thesis: It was so.");
    expect(map.session.map.value.claims.size).toBe(1);
  });
});

test("a screen that is put away leaves no picture behind, and can be put back", async () => {
  const map = await stage(rich);
  const box = map.screen.parentElement!;
  map.screen.remove();
  expect(map.session.picture.value).toBe(null);
  box.append(map.screen);
  await painted();
  expect(map.session.picture.value?.cards.size).toBe(5);
  act(map, "branch.fold");
  await painted();
  expect(map.session.picture.value?.cards.size).toBe(1);
});
