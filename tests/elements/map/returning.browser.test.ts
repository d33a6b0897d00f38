import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "#elements/look.css";
import { afterEach, expect, test, vi } from "vitest";
import { editText } from "#commands/edit-text.ts";
import { CardMeasure } from "#elements/map/card-measure.ts";
import { largeMap } from "../../large-map.ts";
import { painted, stage, type Stage, unstage } from "./staging.ts";

afterEach(() => {
  vi.restoreAllMocks();
  unstage();
});

/** An unfolded map of 400 claims that has left the screen, with all that was drawn of it measured. */
async function leftMap() {
  const fonts = ['400 17px "Source Serif 4 Variable"', '600 22px "Source Serif 4 Variable"'];
  await Promise.all([...fonts, '600 12px "Inter Variable"'].map((font) => document.fonts.load(font)));
  const staged = await stage(largeMap(400));
  const { session, screen } = staged;
  session.refold(new Set());
  await isUnfolded(staged);
  const measured = vi.spyOn(CardMeasure.prototype, "laidOut");
  await painted();
  await vi.waitFor(async () => {
    const before = measured.mock.calls.length;
    await new Promise((resolve) => requestIdleCallback(resolve));
    expect(measured.mock.calls.length).toBe(before);
  });
  const main = screen.parentElement!;
  screen.remove();
  const sent = vi.spyOn(Worker.prototype, "postMessage");
  measured.mockClear();
  const laidOut = () => measured.mock.calls.flatMap(([faces]) => faces);
  return { ...staged, comeBack: () => main.append(screen), laidOut, sent };
}

async function isUnfolded({ session }: Stage): Promise<void> {
  await vi.waitFor(() => expect(session.picture.value?.cards.size).toBe(400), { timeout: 10_000 });
}

test("a map that comes back lays out no card to measure it, asks no worker, and is on screen at once", async () => {
  const { session, comeBack, laidOut, sent, all } = await leftMap();
  expect(session.picture.value).toBeNull();
  comeBack();
  expect(session.picture.value?.cards.size).toBe(400);
  await painted();
  expect(all("claim-card").length).toBeGreaterThan(3);
  expect(laidOut()).toEqual([]);
  expect(sent).not.toHaveBeenCalled();
});

test("what was said anew meanwhile is measured, and nothing else", async () => {
  const { session, comeBack, laidOut, ...staged } = await leftMap();
  const claim = session.shown.value[1]!;
  const text =
    "A sentence that is so long that its card becomes taller by a line or two, or by three or four.";
  session.run(editText, { claim, text });
  comeBack();
  await isUnfolded({ session, ...staged });
  await painted();
  expect(laidOut().map((face) => face.text)).toEqual([text]);
});

test("where the text size has changed meanwhile, cards are as tall as it makes them", async () => {
  const { session, workspace, comeBack, laidOut, ...staged } = await leftMap();
  document.documentElement.dataset["textSize"] = "larger";
  await workspace.settings.choose("textSize", "larger");
  comeBack();
  expect(session.picture.value).toBeNull();
  await isUnfolded({ session, workspace, ...staged });
  await vi.waitFor(() => expect(laidOut().length).toBeGreaterThan(3));
  const { width } = [...session.picture.value!.cards.values()][0]!;
  expect(width).toBe(staged.all("claim-card")[0]!.offsetWidth);
  document.documentElement.dataset["textSize"] = "normal";
});
