import { expect, inject, test } from "vitest";
import { areSameDocument } from "#store/folding.ts";
import { below, chance, pick, seeded } from "../random-map.ts";
import { written } from "../store/written.ts";
import { freshName, map } from "./device.ts";
import { openTab, said, type Tab } from "./tab.ts";

const histories = inject("allFaults") ? 16 : 5;

/** Two tabs write, read and fold at random; a third reads now and then. Returns how often they folded. */
async function liveTogether(seed: number): Promise<number> {
  const random = seeded(seed);
  const name = freshName();
  const tabs = [await openTab(name), await openTab(name)] as const;
  const reader = await openTab(name);
  const all: Uint8Array<ArrayBuffer>[] = [];
  const folds: ReturnType<Tab["fold"]>[] = [];
  let kept: Promise<unknown> = Promise.resolve();
  for (let step = 0; step < 40; step++) {
    const tab = pick(random, tabs);
    const edit = tab.edit(random);
    if (edit !== null) all.push(edit.bytes);
    kept = Promise.all([kept, edit?.kept]);
    if (chance(random, 0.3)) await edit?.kept;
    if (chance(random, 0.4)) await tab.catchUp();
    if (chance(random, 0.2)) folds.push(...tabs.map((each) => each.fold()));
    if (chance(random, 0.1)) await folds[below(random, folds.length)];
    if (chance(random, 0.07)) await reader.catchUp();
    if (chance(random, 0.1)) expect((await reader.storage.log.load(map)).missing, `seed ${seed}`).toBe(0);
  }
  await kept;
  const outcomes = await Promise.all(folds);
  const { updates, damaged, missing } = await tabs[0].storage.log.load(map);
  expect({ damaged, missing }, `seed ${seed}`).toEqual({ damaged: 0, missing: 0 });
  expect(areSameDocument([all, updates]), `seed ${seed}: folded = never folded`).toBe(true);
  for (const tab of [...tabs, reader]) {
    await tab.catchUp();
    expect(written(tab.live.map), `seed ${seed}: a tab that catches up`).toBe(said(all));
    expect(tab.live.waits, `seed ${seed}`).toBe(false);
  }
  return outcomes.filter((outcome) => outcome === "folded").length;
}

test("folded at random moments is the same as never folded, with two tabs that write and fold at once, over random histories", async () => {
  let folds = 0;
  for (let seed = 1; seed <= histories; seed++) folds += await liveTogether(seed);
  expect(folds).toBeGreaterThan(3 * histories);
});
