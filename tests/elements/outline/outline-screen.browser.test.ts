import { html } from "lit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/outline/outline-screen.ts";
import { addClaim } from "#commands/add-claim.ts";
import { WindowGestures } from "#elements/shell/gestures.ts";
import type { ClaimId, MapId, RelationId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { onClaim } from "#model/relation.ts";
import { draftBy } from "#session/drafting.ts";
import type { MapSession } from "#session/map-session.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults, focused, openApp, type OpenApp, openSession, show } from "../dialogs/workspace.ts";

let app: OpenApp;
let session: MapSession;
let keys: AbortController;

const small = "A; +B > A; -C > A; +D > B; -E > (B>A); +F & G > C; +D > C";

beforeEach(async () => {
  await page.viewport(1280, 720);
  keys = new AbortController();
  await open(argumentMap(small));
});

afterEach(() => keys.abort());

async function open(map: ArgumentMap): Promise<void> {
  await draw(map);
  await expect.element(page.getByRole("tree")).toBeInTheDocument();
}

async function openEmpty(): Promise<void> {
  await draw(emptyMap("empty" as MapId, { title: "Empty" }));
  await expect.element(page.getByRole("button")).toBeInTheDocument();
}

async function draw(map: ArgumentMap): Promise<void> {
  app = await openApp([map]);
  session = await openSession(app.workspace, map.id, "outline");
  session.refold(new Set());
  keys.abort();
  keys = new AbortController();
  new WindowGestures(app.workspace, () => undefined).listen(keys.signal);
  show(
    html`<main style="height: 100%">
      <h1>${map.about.title}</h1>
      <outline-screen style="height: 600px" .workspace=${app.workspace} .session=${session}></outline-screen>
    </main>`,
  );
}

const row = (name: string | RegExp) => page.getByRole("treeitem", { name });
const rows = () => page.getByRole("treeitem").elements();
const names = () => rows().map((each) => each.getAttribute("aria-label"));
const focusedName = () => focused()?.getAttribute("aria-label");

async function take(claim: string): Promise<void> {
  session.take(claimId(claim));
  const item = row(new RegExp(`: ${claim}`)).first();
  await expect.element(item).toHaveAttribute("aria-selected", "true");
  (item.element() as HTMLElement).focus();
}

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

describe("writing", () => {
  test("keys that are typed before the row is drawn land in the editor", async () => {
    await take("B");
    const id = "new" as ClaimId;
    const target = onClaim(claimId("B"));
    session.begin(
      draftBy(id, claimId("B"), addClaim, {
        id,
        relation: "step" as RelationId,
        kind: "supports",
        target,
        text: "",
      }),
    );
    const field = focused();
    expect(field).toBeInstanceOf(HTMLTextAreaElement);
    document.execCommand("insertText", false, "At once");
    await expect.element(row(/^Reason: /).filter({ hasText: "At once" })).toBeInTheDocument();
    expect(focused()).toBe(field);
    await userEvent.keyboard("{Escape}");
    expect(session.map.value.claims.get(id)?.text).toBe("At once");
  });

  test("a new claim left empty goes, and the focus is on the claim it was to answer", async () => {
    await take("B");
    await userEvent.keyboard("+");
    await expect.poll(() => rows().length).toBe(8);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => rows().length).toBe(7);
    await expect.poll(focusedName).toMatch(/^Reason: B/);
    expect(session.open.history.value.undo).toBeNull();
  });

  test("an old claim that is emptied gets its sentence back, and says why", async () => {
    await take("B");
    await userEvent.keyboard("{Enter}");
    await userEvent.keyboard("{Control>}a{/Control}{Delete}{Enter}");
    await expect.element(page.getByRole("alert")).toHaveTextContent("A claim needs its sentence.");
    expect(session.map.value.claims.get(claimId("B"))?.text).toBe("B");
  });

  test("a click elsewhere ends and keeps; Shift+Enter breaks the line; one undo takes it all back", async () => {
    await take("B");
    await userEvent.keyboard("{Enter} one{Shift>}{Enter}{/Shift}two");
    await row(/Reason: G/).click();
    expect(session.map.value.claims.get(claimId("B"))?.text).toBe("B one\ntwo");
    expect(session.inHand.value).toBe("G");
    session.open.undo();
    expect(session.map.value.claims.get(claimId("B"))?.text).toBe("B");
  });

  test("the editor lies over its sentence, and the row grows with it", async () => {
    await page.viewport(360, 640);
    await take("B");
    await userEvent.keyboard("{Enter}");
    const before = row(/Reason: B/)
      .element()
      .getBoundingClientRect().height;
    await userEvent.fill(page.getByRole("textbox"), "A long sentence that needs several lines. ".repeat(6));
    const field = page.getByRole("textbox").element().getBoundingClientRect();
    const item = row(/Reason: /)
      .nth(0)
      .element()
      .getBoundingClientRect();
    expect(item.height).toBeGreaterThan(before + 60);
    expect(field.top).toBeGreaterThan(item.top);
    expect(field.bottom).toBeLessThanOrEqual(item.bottom);
    expect(field.right).toBeLessThanOrEqual(360);
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
  const claims = [...map.claims.values()].map((claim, at) => ({ ...claim, text: words[at] ?? "" }));
  await open({ ...map, id: "odd" as MapId, claims: new Map(claims.map((claim) => [claim.id, claim])) });
  for (const claim of map.claims.keys()) {
    session.take(claim);
    await expect.element(page.getByRole("button", { name: "Edit" })).toBeVisible();
    expect(beyond(document, 360)).toEqual([]);
    expect(tooSmall(document)).toEqual([]);
  }
  expect(page.getByText('<script>alert("no")</script>').elements()).toHaveLength(1);
});

function everyElement(root: ParentNode): readonly Element[] {
  return [...root.querySelectorAll("*")].flatMap((each) => [
    each,
    ...(each.shadowRoot ? everyElement(each.shadowRoot) : []),
  ]);
}

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
  const map = argumentMap(small);
  await open({ ...map, id: "rtl" as MapId, about: { ...map.about, language: "he" } });
  await take("A");
  await userEvent.keyboard("{ArrowLeft}");
  await expect.poll(focusedName).toMatch(/^Reason: B/);
  expect(getComputedStyle(rows()[0]!).direction).toBe("rtl");
});

test("an empty map asks for its thesis, and what is typed becomes it", async () => {
  await openEmpty();
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
