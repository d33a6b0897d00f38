import { html } from "lit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/dialogs/notice-bar.ts";
import { noticeMs, Notices } from "#session/notices.ts";
import { faults, show } from "./workspace.ts";

let notices: Notices;

beforeEach(() => {
  notices = new Notices();
  show(
    html`<main>
      <h1>Notices</h1>
      <button>Elsewhere</button><notice-bar .notices=${notices}></notice-bar>
    </main>`,
  );
});

afterEach(() => vi.useRealTimers());

test.each(["light", "dark"] as const)("axe finds nothing, %s", async (theme) => {
  notices.show("Deleted “A”.", { name: "Undo", run: () => undefined });
  await expect.element(page.getByRole("button", { name: "Undo" })).toBeVisible();
  expect(await faults(theme)).toEqual([]);
});

test("what it offers runs once, and the line goes", async () => {
  let runs = 0;
  notices.show("Deleted “A”.", { name: "Undo", run: () => runs++ });
  await page.getByRole("button", { name: "Undo" }).click();
  expect(runs).toBe(1);
  await expect.element(page.getByText("Deleted “A”.")).not.toBeInTheDocument();
});

test("it goes after eight seconds, but not while the focus rests on it", async () => {
  await userEvent.hover(page.getByRole("button", { name: "Elsewhere" }));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  notices.show("Deleted “A”.", { name: "Undo", run: () => undefined });
  const offer = page.getByRole("button", { name: "Undo" });
  await vi.waitUntil(() => offer.elements().length > 0);
  offer.element().focus();
  vi.advanceTimersByTime(3 * noticeMs);
  expect(notices.notice.value).not.toBeNull();
  page.getByRole("button", { name: "Elsewhere" }).element().focus();
  vi.advanceTimersByTime(noticeMs - 1);
  expect(notices.notice.value).not.toBeNull();
  vi.advanceTimersByTime(1);
  expect(notices.notice.value).toBeNull();
});

test("its eight seconds begin when the bar has come", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const early = new Notices();
  early.show("Brought back.");
  vi.advanceTimersByTime(noticeMs - 1);
  show(html`<notice-bar .notices=${early}></notice-bar>`);
  await document.querySelector("notice-bar")!.updateComplete;
  expect(page.getByText("Brought back.").elements()).toHaveLength(1);
  vi.advanceTimersByTime(noticeMs - 1);
  expect(early.notice.value).not.toBeNull();
  vi.advanceTimersByTime(1);
  expect(early.notice.value).toBeNull();
});

test("it can be put away, and shows markup as text", async () => {
  notices.show("<b>bold</b>");
  await expect.element(page.getByText("<b>bold</b>")).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Put this line away" }));
  expect(notices.notice.value).toBeNull();
});

test("a line that stands stays, also after another has passed over it, until it is put away or taken back", async () => {
  const line = page.getByText("Something is damaged.");
  const takeBack = notices.stand("Something is damaged.", { name: "Save…", run: () => undefined });
  await expect.element(page.getByRole("button", { name: "Save…" })).toBeVisible();
  expect(await faults("light")).toEqual([]);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  notices.hold(false);
  vi.advanceTimersByTime(3 * noticeMs);
  expect(notices.notice.value?.sentence).toBe("Something is damaged.");
  notices.show("Deleted “A”.");
  expect(notices.notice.value?.sentence).toBe("Deleted “A”.");
  vi.advanceTimersByTime(noticeMs);
  expect(notices.notice.value?.sentence).toBe("Something is damaged.");
  vi.useRealTimers();
  await userEvent.click(page.getByRole("button", { name: "Put this line away" }));
  await expect.element(line).not.toBeInTheDocument();
  takeBack();
  notices.show("Deleted “A”.");
  notices.stand("Something is damaged.")();
  expect(notices.notice.value).toBeNull();
});
