import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { toMap } from "#session/viewport.ts";
import { claimId, notationOf } from "../../notation.ts";
import { painted, stage, type Stage, unstage } from "./staging.ts";

afterEach(unstage);

function card(name: string) {
  return page.getByRole("treeitem", { name: new RegExp(`: ${name}\\b`) });
}

function point(
  map: Stage,
  type: string,
  at: { x: number; y: number },
  on: Element = map.find(".ground"),
): void {
  const event = {
    pointerId: 1,
    pointerType: "mouse",
    clientX: at.x,
    clientY: at.y,
    bubbles: true,
    composed: true,
  };
  on.dispatchEvent(new PointerEvent(type, event));
}

test("dragging a card onto another moves the branch: the left half makes a reason, the right an objection", async () => {
  const map = await stage("A; +B > A; -C > A; +D > B");
  await userEvent.dragAndDrop(card("C"), card("B"), { targetPosition: { x: 40, y: 40 } });
  await expect.poll(() => notationOf(map.session.map.value)).toBe("A; +B > A; +D > B; +C > B");
  unstage();
  const other = await stage("A; +B > A; +C > A");
  await userEvent.dragAndDrop(card("C"), card("B"), { targetPosition: { x: 200, y: 40 } });
  await expect.poll(() => notationOf(other.session.map.value)).toBe("A; +B > A; -C > B");
  expect(other.session.inHand.value).toBe("C");
});

test("dragging a card to the edge of a sibling puts it there", async () => {
  const map = await stage("A; +B > A; -C > A; +D > A");
  await userEvent.dragAndDrop(card("D"), card("B"), { targetPosition: { x: 4, y: 30 } });
  await expect.poll(() => notationOf(map.session.map.value)).toBe("A; +D > A; +B > A; -C > A");
});

test("a branch is not dropped into itself, and the sentence says so", async () => {
  const map = await stage("A; +B > A; +C > B");
  map.session.refold(new Set());
  await painted();
  await userEvent.dragAndDrop(card("B"), card("C"), { targetPosition: { x: 40, y: 40 } });
  expect(notationOf(map.session.map.value)).toBe("A; +B > A; +C > B");
  await expect.element(page.getByRole("alert")).toHaveTextContent("A branch cannot move into itself.");
});

test("wheel pans, and with Ctrl zooms around the pointer", async () => {
  const map = await stage("A; +B > A; -C > A");
  const ground = map.find(".ground");
  const wheel = (init: WheelEventInit) =>
    ground.dispatchEvent(new WheelEvent("wheel", { cancelable: true, ...init }));
  const start = map.session.viewport.value;
  wheel({ deltaX: 30, deltaY: 50 });
  expect(map.session.viewport.value.x).toBeCloseTo(start.x + 30 / start.scale);
  expect(map.session.viewport.value.y).toBeCloseTo(start.y + 50 / start.scale);
  const at = { x: 321, y: 123 };
  const before = toMap(map.session.viewport.value, at);
  wheel({ deltaY: -120, ctrlKey: true, clientX: at.x, clientY: at.y });
  const after = map.session.viewport.value;
  expect(after.scale).toBeGreaterThan(start.scale);
  expect(toMap(after, at).x).toBeCloseTo(before.x);
  expect(toMap(after, at).y).toBeCloseTo(before.y);
});

test("dragging the ground pans, and keeps what is in hand", async () => {
  const map = await stage("A; +B > A");
  const { x, scale } = map.session.viewport.value;
  await userEvent.dragAndDrop(map.find(".ground"), map.find(".ground"), {
    sourcePosition: { x: 20, y: 600 },
    targetPosition: { x: 120, y: 600 },
  });
  expect(map.session.viewport.value.x).toBeCloseTo(x - 100 / scale, 0);
  expect(map.session.inHand.value).toBe("A");
});

test("two fingers pan and zoom around the point between them", async () => {
  const map = await stage("A; +B > A");
  const ground = map.find(".ground");
  ground.setPointerCapture = () => undefined;
  const touch = (type: string, pointerId: number, x: number, y: number) =>
    ground.dispatchEvent(
      new PointerEvent(type, { pointerId, pointerType: "touch", clientX: x, clientY: y, bubbles: true }),
    );
  const start = map.session.viewport.value;
  touch("pointerdown", 1, 400, 300);
  touch("pointerdown", 2, 600, 300);
  const between = toMap(start, { x: 500, y: 300 });
  touch("pointermove", 1, 350, 320);
  touch("pointermove", 2, 650, 320);
  const after = map.session.viewport.value;
  expect(after.scale / start.scale).toBeCloseTo(1.5, 1);
  expect(toMap(after, { x: 500, y: 320 }).x).toBeCloseTo(between.x, 0);
  expect(toMap(after, { x: 500, y: 320 }).y).toBeCloseTo(between.y, 0);
  touch("pointerup", 1, 350, 320);
  touch("pointermove", 2, 640, 330);
  expect(map.session.viewport.value.scale).toBe(after.scale);
  touch("pointerup", 2, 640, 330);
  expect(map.session.inHand.value).toBe("A");
});

test("what is scrolled into view comes on screen, wherever it stands", async () => {
  const map = await stage("A; +B > A; -C > A; +D > B");
  map.session.refold(new Set());
  for (const by of [3000, -3000]) {
    const { x, y, scale } = map.session.viewport.value;
    map.session.viewport.value = { x: x + by, y: y + by, scale };
    await painted();
    map.card("D").scrollIntoView();
    await painted();
    const { left, top, right, bottom } = map.card("D").getBoundingClientRect();
    expect(Math.min(left, top, 1000 - right, 700 - bottom)).toBeGreaterThanOrEqual(-1);
    const { viewport, picture } = map.session;
    const there = (picture.value!.cards.get(claimId("D"))!.x - viewport.value.x) * viewport.value.scale;
    expect(left).toBeCloseTo(there, 0);
  }
});

test("Escape puts a carried branch back", async () => {
  const map = await stage("A; +B > A; -C > A");
  const from = map.card("C").getBoundingClientRect();
  const to = map.card("B").getBoundingClientRect();
  map.find(".ground").setPointerCapture = () => undefined;
  point(map, "pointerdown", { x: from.x + 40, y: from.y + 40 }, map.card("C"));
  point(map, "pointermove", { x: to.x + 60, y: to.y + 40 });
  await expect.poll(() => map.all(".ghost").length).toBe(1);
  expect(map.all(".zone.supports.chosen").length).toBe(1);
  await userEvent.keyboard("{Escape}");
  point(map, "pointerup", { x: to.x + 60, y: to.y + 40 });
  await painted();
  expect(map.all(".ghost").length).toBe(0);
  expect(notationOf(map.session.map.value)).toBe("A; +B > A; -C > A");
});

test("the fold control folds, and takes its claim in hand", async () => {
  const map = await stage("A; +B > A; +C > B");
  map.card("B").shadowRoot!.querySelector<HTMLElement>(".fold")!.click();
  await painted();
  expect(map.card("C")).toBeTruthy();
  expect(map.session.inHand.value).toBe("B");
});

test("buttons zoom, say how large things are, and fit", async () => {
  const map = await stage("A; +B > A");
  const { scale } = map.session.viewport.value;
  await page.getByRole("button", { name: "Zoom in" }).click();
  expect(map.session.viewport.value.scale).toBeGreaterThan(scale);
  await page.getByRole("button", { name: "Zoom to 100%" }).click();
  await expect.poll(() => map.session.viewport.value.scale).toBe(1);
  await page.getByRole("button", { name: "Zoom out" }).click();
  expect(map.session.viewport.value.scale).toBeLessThan(1);
  map.session.take(claimId("B"));
  await page.getByRole("button", { name: "Fit", exact: true }).click();
  await painted();
  const { x, y } = map.session.viewport.value;
  expect(x).toBeLessThan(map.session.picture.value!.bounds.x);
  expect(y).toBeLessThan(map.session.picture.value!.bounds.y);
});

test("two clicks with a key between them are no double click", async () => {
  const map = await stage("A; +B > A; -E > A");
  const click = () => map.card("E").dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  click();
  map.card("E").dispatchEvent(new KeyboardEvent("keydown", { key: "Shift", bubbles: true, composed: true }));
  click();
  expect(map.session.editing.value).toBe(null);
  click();
  expect(map.session.editing.value?.claim).toBe("E");
});
