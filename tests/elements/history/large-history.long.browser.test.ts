import { html } from "lit";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/dialogs/dialog-host.ts";
import "#elements/history/history-dialog.ts";
import { forestOf } from "#model/forest.ts";
import type { MapId } from "#model/ids.ts";
import { emptyMap } from "#model/map.ts";
import type { MapSession } from "#session/map-session.ts";
import { longHistory } from "../../store/long-history.ts";
import { everyElement, focused, openApp, type OpenApp, openSession, show } from "../dialogs/workspace.ts";

const id = "map" as MapId;
const patient = { timeout: 30_000, interval: 10 };
let bytes: Uint8Array<ArrayBuffer>;
let app: OpenApp;
let session: MapSession;

beforeAll(() => {
  bytes = longHistory({ claims: 10_000, sessions: 200, edits: 20 });
});

beforeEach(async () => {
  await page.viewport(1280, 720);
  app = await openApp([]);
  await app.workspace.maps.add(emptyMap(id), bytes);
  session = await openSession(app.workspace, id);
  show(
    html`<main><h1>A map</h1></main>
      <dialog-host .workspace=${app.workspace}></dialog-host>`,
  );
});

/** Looked up without the browser's help, which would hold up the page itself. */
const versions = () =>
  everyElement(document).filter((each) => each.matches("input[type=radio]")) as HTMLInputElement[];
const names = () => versions().map(({ parentElement }) => parentElement?.textContent ?? "");
const shown = () =>
  everyElement(document).find((each) => each.matches("button[slot=foot]:not(.first, .primary)")) as
    | HTMLButtonElement
    | undefined;

/** The page's longest pause while something is done, in milliseconds, and how long that took. */
async function pausesIn(
  work: () => Promise<void>,
): Promise<{ readonly longest: number; readonly took: number }> {
  const began = performance.now();
  let [longest, last, isOver] = [0, began, false];
  const tick = () => {
    const now = performance.now();
    [longest, last] = [Math.max(longest, now - last), now];
    if (!isOver) setTimeout(tick);
  };
  tick();
  await work();
  tick();
  isOver = true;
  return { longest: Math.round(longest), took: Math.round(last - began) };
}

function say(line: string): void {
  // oxlint-disable-next-line no-console -- the figures are the point
  console.info(line);
}

/**
 * 200 ms, on a machine that has nothing else to do: as long as four forests of the map, of which the page makes one at
 * each edit. On a busy machine both take longer.
 */
function bound(): number {
  const took = [1, 2, 3, 4].map(() => {
    const began = performance.now();
    forestOf({ ...session.open.map.peek() });
    return performance.now() - began;
  });
  return Math.max(200, ...took.map((each) => 4 * each));
}

test("the list of 200 versions is there at once, and what is on screen is counted, from the top", async () => {
  const counted = /claims? (added|moved|reworded|turned|deleted)/;
  const opening = await pausesIn(async () => {
    app.workspace.dialog.value = { type: "history" };
    await expect.poll(() => versions().length, patient).toBe(40);
  });
  const counting = await pausesIn(async () => {
    for (const at of [0, 4]) await expect.poll(() => names()[at], patient).toMatch(counted);
  });
  const [list, count] = [opening, counting].map(
    ({ took, longest }) => `${took} ms (longest pause ${longest} ms)`,
  );
  say(`10,000 claims, 200 versions: the list after ${list}, its first five lines counted in ${count}`);
  versions()[39]!.scrollIntoView();
  await expect.poll(() => names()[39], patient).toMatch(counted);
  expect(names()[20]).toContain("…");
  expect(opening.longest).toBeLessThan(bound());
  expect(counting.longest).toBeLessThan(bound());
});

test("any two of them are compared without holding up the page", async () => {
  app.workspace.dialog.value = { type: "history" };
  await expect.poll(() => shown()?.disabled, patient).toBe(false);
  const pauses: number[] = [];
  for (const at of [30, 39, 12]) {
    const { longest, took } = await pausesIn(async () => {
      versions()[at]!.click();
      await expect.poll(() => shown()?.disabled, patient).toBe(true);
      await expect.poll(() => shown()?.disabled, patient).toBe(false);
    });
    say(`version ${at + 1} compared with the present: ${took} ms (longest pause ${longest} ms)`);
    pauses.push(longest);
  }
  expect(Math.min(...pauses)).toBeLessThan(bound());
});

test("a comparison that takes long says so, can be cancelled, and begun again", async () => {
  app.platform.startComparer = () =>
    new Worker(URL.createObjectURL(new Blob(["onmessage = () => {};"], { type: "text/javascript" })));
  const began = performance.now();
  app.workspace.dialog.value = { type: "history" };
  const progress = page.getByRole("progressbar", { name: "Comparing…" });
  await expect.element(progress, patient).toBeVisible();
  expect(performance.now() - began).toBeGreaterThan(490);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect.element(page.getByText("The comparison was cancelled.")).toBeVisible();
  await expect.poll(() => focused()?.textContent?.trim()).toBe("Compare");
  await userEvent.keyboard("{Enter}");
  await expect.element(progress, patient).toBeVisible();
});
