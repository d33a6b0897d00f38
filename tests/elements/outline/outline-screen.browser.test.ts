import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { newClaim } from "#model/claim.ts";
import type { MapId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import type { MapSession } from "#session/map-session.ts";
import { debate } from "../../lenses/debate.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { everyElement, faults, focused } from "../dialogs/workspace.ts";
import {
  focusedName,
  names,
  openOutline,
  type OutlinePage,
  row,
  rows,
  small,
  takeRow,
} from "./outline-page.ts";

let app: OutlinePage;
let session: MapSession;

beforeEach(async () => {
  await page.viewport(1280, 720);
  await open(small);
});

async function open(map: ArgumentMap): Promise<void> {
  app = await openOutline(map);
  ({ session } = app);
}

const described = (claim: string) =>
  row(new RegExp(`: ${claim}`))
    .element()
    .getAttribute("aria-description");

const take = (claim: string) => takeRow(session, claim);

describe.each(["light", "dark"] as const)("%s", (theme) => {
  test("axe finds nothing", async () => {
    expect(await faults(theme)).toEqual([]);
  });

  test("axe finds nothing while a claim is written, with a refusal, on a phone", async () => {
    await page.viewport(360, 640);
    session.edit(claimId("B"));
    session.refused.value = { claim: claimId("B"), sentence: "A claim cannot answer itself." };
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(await faults(theme)).toEqual([]);
  });
});

test("a tree named by the title holds a flat list of the claims, by their kinds", () => {
  expect(page.getByRole("tree", { name: "A map" }).elements()).toHaveLength(1);
  expect(names().map((name) => name?.replace(/ \(.*/, ""))).toEqual([
    "Thesis: A",
    "Reason: B",
    "Objection: E",
    "Reason: D also supports “C”",
    "Objection: C",
    "Reason: F",
    "Reason: G",
  ]);
  const places = rows().map((each) =>
    ["level", "posinset", "setsize"].map((what) => each.getAttribute(`aria-${what}`)).join(" "),
  );
  expect(places).toEqual(["1 1 1", "2 1 2", "3 1 2", "3 2 2", "2 2 2", "3 1 2", "3 2 2"]);
  expect(rows().filter((each) => each.tabIndex === 0)).toHaveLength(1);
});

test("what stands elsewhere is told in the row, and leads there", async () => {
  const also = row(/Reason: D/).getByRole("link", { name: "“C”" });
  await expect.element(also).toHaveAttribute("href", "#/m/map/outline/c/C");
  await also.click();
  expect(session.inHand.value).toBe("C");
  await expect.poll(focusedName).toMatch(/^Objection: C/);
});

test("an undercutter and co-premises say what they are", async () => {
  expect(shownIn("E")).toMatch(/^Objection to this step/);
  expect(shownIn("G")).toMatch(/^Reason ?together with the one above/);
  await expect.element(row(/Reason: G/)).toHaveAccessibleDescription("together with the one above");
});

/** The words in a row as they are drawn, those of the style sheet included. */
function shownIn(claim: string): string {
  const item = rows().find((each) => each.getAttribute("data-claim") === claim);
  const parts = [...(item?.shadowRoot?.querySelectorAll<HTMLElement>(".eyebrow span, .text") ?? [])];
  return parts
    .map((part) => `${part.textContent.trim()}${part.dataset["text"] ?? ""}`)
    .join(" ")
    .trim();
}

describe("keys of the tree", () => {
  test("→ unfolds and goes in, ← folds and goes out, ↑ ↓ Home End move", async () => {
    await take("B");
    await userEvent.keyboard("{ArrowLeft}");
    await expect.element(row(/Reason: B/)).toHaveAttribute("aria-expanded", "false");
    expect(rows()).toHaveLength(5);
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    await expect.poll(focusedName).toMatch(/^Objection: E/);
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    await expect.poll(focusedName).toMatch(/^Objection: C/);
    await userEvent.keyboard("{Home}");
    await expect.poll(focusedName).toMatch(/^Thesis: A/);
    await userEvent.keyboard("{End}{ArrowUp}{ArrowLeft}");
    await expect.poll(focusedName).toMatch(/^Objection: C/);
  });

  test("* unfolds all siblings", async () => {
    session.refold(new Set([claimId("B"), claimId("C")]));
    await take("B");
    await userEvent.keyboard("*");
    await expect.poll(() => rows().length).toBe(7);
  });

  test("Enter edits, Enter keeps, and - objects: no mouse, and no key is lost", async () => {
    await take("C");
    await userEvent.keyboard("{Enter}");
    await userEvent.keyboard(" is so{Enter}-Not so{Enter}");
    await expect.element(row("Objection: Not so")).toBeInTheDocument();
    expect(session.map.value.claims.get(claimId("C"))?.text).toBe("C is so");
    expect(session.forest.value.nodes.get(session.inHand.value!)?.parent).toBe("C");
    await expect.poll(focusedName).toBe("Objection: Not so");
  });

  test("Enter on a button presses it and does not edit", async () => {
    await take("B");
    (page.getByRole("button", { name: "Fold" }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    expect(session.editing.value).toBeNull();
    await expect.element(row(/Reason: B/)).toHaveAttribute("aria-expanded", "false");
  });
});

test("the buttons of the row in hand are those of the catalogue, and Delete can be taken back", async () => {
  await take("B");
  for (const name of ["Edit", "Add reason", "Add objection", "Object to this step", "Fold", "More"])
    await expect.element(page.getByRole("button", { name, exact: true })).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect.poll(() => rows().length).toBe(5);
  await expect.poll(() => focused()?.getAttribute("role")).toBe("treeitem");
  app.workspace.notices.notice.value?.offer?.run();
  await expect.poll(() => rows().length).toBe(7);
});

test("at 360 pixels nothing is cut off, and every target is 24 pixels at least", async () => {
  await page.viewport(360, 640);
  const words = [
    "x".repeat(200),
    "A claim of many words. ".repeat(220),
    '<script>alert("no")</script>',
    "שלום עולם",
    "👩‍🏫 and 🏳️‍🌈",
  ];
  const map = argumentMap("A; +B > A; -C > B; +D > C; -E > D");
  const claims = new Map(
    [...map.claims.values()].map(({ id, home, order }, at) => [
      id,
      newClaim(id, { home, order, text: words[at] ?? "" }),
    ]),
  );
  await open({ ...map, id: "odd" as MapId, claims });
  for (const claim of map.claims.keys()) {
    session.take(claim);
    await expect.element(page.getByRole("button", { name: "Edit" })).toBeVisible();
    expect(beyond(document, 360)).toEqual([]);
    expect(tooSmall(document)).toEqual([]);
  }
  expect(page.getByText('<script>alert("no")</script>').elements()).toHaveLength(1);
});

function beyond(root: ParentNode, width: number): readonly Element[] {
  return everyElement(root).filter((each) => each.getBoundingClientRect().right > width);
}

function tooSmall(root: ParentNode): readonly Element[] {
  return everyElement(root).filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return each.matches("button, .fold") && width > 0 && (width < 24 || height < 24);
  });
}

test("more than 300 rows are drawn where they come near the screen, and each still has its name", async () => {
  const many = Array.from({ length: 400 }, (_, at) => `+c${at} > A`).join("; ");
  await open({ ...argumentMap(`A; ${many}`), id: "many" as MapId });
  expect(rows()).toHaveLength(401);
  expect(getComputedStyle(rows()[0]!).contentVisibility).toBe("auto");
  await take("A");
  await userEvent.keyboard("{End}");
  await expect.poll(focusedName).toBe("Reason: c399");
  const { top, bottom } = focused()!.getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(720);
});

test("on paper everything is unfolded, without controls", async () => {
  session.refold(new Set([claimId("A")]));
  await expect.poll(() => rows().length).toBe(1);
  dispatchEvent(new Event("beforeprint"));
  expect(rows()).toHaveLength(7);
  dispatchEvent(new Event("afterprint"));
  expect(rows()).toHaveLength(1);
});

test("where the language runs from right to left, so does the outline, and ← leads into the branch", async () => {
  await open({ ...small, id: "rtl" as MapId, about: { ...small.about, language: "he" } });
  await take("A");
  await userEvent.keyboard("{ArrowLeft}");
  await expect.poll(focusedName).toMatch(/^Reason: B/);
  expect(getComputedStyle(rows()[0]!).direction).toBe("rtl");
});

test("an empty map asks for its thesis, and what is typed becomes it", async () => {
  await open(emptyMap("empty" as MapId, { title: "Empty" }));
  expect(await faults("light")).toEqual([]);
  await page.getByRole("button", { name: "Write the thesis" }).click();
  await userEvent.keyboard("It was a thaw.{Enter}");
  await expect.poll(names).toEqual(["Thesis: It was a thaw."]);
  await expect.poll(focusedName).toBe("Thesis: It was a thaw.");
});

test("Alt and an arrow reorder what stands side by side, and the focus stays on it", async () => {
  await take("F");
  await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await expect
    .poll(() =>
      names()
        .slice(-2)
        .map((name) => name?.slice(0, 9)),
    )
    .toEqual(["Reason: G", "Reason: F"]);
  await expect.poll(focusedName).toMatch(/^Reason: F/);
});

test("is looked at as the map is: by groups that are filtered, in a year, with names hidden", async () => {
  await open(
    debate(
      "A; -B > A; +C > A",
      "orthodox: Feis; left: Williams; Feis asserts A 1957; Williams asserts B 1959",
    ),
  );
  await page.getByRole("combobox", { name: "Look at the map by" }).selectOptions("school");
  await expect.poll(() => described("A")).toBe("Feis 1957. orthodox");
  expect(everyElement(document.body).filter(({ localName }) => localName === "row-lens")).toHaveLength(3);
  await page.getByRole("checkbox", { name: /left/ }).click();
  await expect.element(row(/: B/)).toHaveAttribute("data-fade", "dim");
  await page.getByRole("button", { name: "Blind" }).click();
  await expect.poll(() => described("B")).toBe("B 1959. School A; in a group that the legend hides");
  for (const theme of ["light", "dark"] as const) expect(await faults(theme)).toEqual([]);
  await page.getByRole("button", { name: "Years", exact: true }).click();
  await userEvent.keyboard("{Home}");
  await expect.element(row(/: B/)).toHaveAttribute("data-fade", "notYet");
  await page.getByRole("combobox", { name: "Look at the map by" }).selectOptions("");
  await page.getByRole("button", { name: "Years", exact: true }).click();
  await page.getByRole("button", { name: "Blind" }).click();
  await expect.poll(() => described("B")).toBe("Williams 1959");
});
