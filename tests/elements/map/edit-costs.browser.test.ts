import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "#elements/look.css";
import { effect } from "@preact/signals-core";
import { afterEach, expect, test, vi } from "vitest";
import { addClaim } from "#commands/add-claim.ts";
import { deleteBranch } from "#commands/delete-branch.ts";
import { editText } from "#commands/edit-text.ts";
import { CardMeasure } from "#elements/map/card-measure.ts";
import { onClaim } from "#model/relation.ts";
import { largeMap } from "../../large-map.ts";
import { claimId, relationId } from "../../notation.ts";
import { painted, stage, unstage } from "./staging.ts";

afterEach(() => {
  vi.restoreAllMocks();
  unstage();
});

/** An unfolded map of 400 claims, and how often an edit of it has the map laid out and the worker asked. */
async function unfoldedMap() {
  const fonts = ['400 17px "Source Serif 4 Variable"', '600 22px "Source Serif 4 Variable"'];
  await Promise.all([...fonts, '600 12px "Inter Variable"'].map((font) => document.fonts.load(font)));
  const { session } = await stage(largeMap(400));
  session.refold(new Set());
  await vi.waitFor(() => expect(session.picture.value?.cards.size).toBe(400), { timeout: 10_000 });
  const measured = vi.spyOn(CardMeasure.prototype, "sizesOf");
  await painted();
  const sent = vi.spyOn(Worker.prototype, "postMessage");
  let pictures = 0;
  const stop = effect(() => {
    void session.picture.value;
    pictures++;
  });
  const costOf = async (edit: () => void, isDone: () => boolean) => {
    sent.mockClear();
    pictures = 0;
    edit();
    await vi.waitFor(() => expect(isDone()).toBe(true), { timeout: 5000 });
    await painted();
    return { layouts: pictures, messages: sent.mock.calls.length };
  };
  /** The sentences of all cards that were laid out to be measured, one for each time. */
  const said = () => measured.mock.calls.flatMap(([faces]) => faces.map(({ text }) => text));
  return { session, costOf, said, stop };
}

test("an edit lays the map out once, sends one message, and lays out no card that says what it said", async () => {
  const { session, costOf, said, stop } = await unfoldedMap();
  const near = [...session.shown.value].slice(0, 3);
  const claim = near[1]!;
  const card = () => session.picture.value?.cards.get(claim);
  const tall = card()!.height;

  const same = "Claim number one.";
  const text = () => session.map.value.claims.get(claim)?.text;
  const reworded = await costOf(
    () => session.run(editText, { claim, text: same }),
    () => text() === same,
  );
  expect(reworded).toEqual({ layouts: 0, messages: 0 });

  const long = "A sentence that is so long that its card becomes taller by a line or two, or by three.";
  const taller = await costOf(
    () => session.run(editText, { claim, text: long }),
    () => card()!.height > tall,
  );
  expect(taller).toEqual({ layouts: 1, messages: 1 });

  const added = {
    id: claimId("new"),
    relation: relationId("new"),
    kind: "opposes" as const,
    target: onClaim(claim),
    text: "A new claim.",
  };
  const adding = await costOf(
    () => session.run(addClaim, added),
    () => session.picture.value?.cards.size === 401,
  );
  expect(adding).toEqual({ layouts: 1, messages: 1 });

  const deleting = await costOf(
    () => session.run(deleteBranch, { claim: added.id }),
    () => session.picture.value?.cards.size === 400,
  );
  expect(deleting).toEqual({ layouts: 1, messages: 1 });
  stop();

  const all = said();
  for (const text of [same, long, "A new claim."]) expect(all).toContain(text);
  expect(all.filter((text, at) => all.indexOf(text) !== at)).toEqual([]);
});
