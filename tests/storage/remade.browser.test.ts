import { expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { openStorage } from "#storage/open-storage.ts";
import { Maps } from "#store/maps.ts";
import type { OpenMap } from "#store/open-map.ts";
import { argumentMap } from "../notation.ts";
import { say } from "../store/edits.ts";
import { ships } from "../store/shipping.ts";
import { written } from "../store/written.ts";
import { entry, freshName, record } from "./device.ts";
import { copied, device, startWriter, throwAway } from "./visits.ts";

const thaw = { ...argumentMap("A; +B > A; -C > A"), id: "thaw" as MapId };

interface Visit {
  readonly maps: Maps;
  readonly open: OpenMap;
  /** What the page was asked to be loaded anew for. */
  readonly told: readonly string[];
}

async function visit(name: string): Promise<Visit> {
  const told: string[] = [];
  const storage = await openStorage({ name, startWriter, askReload: (sentence) => told.push(sentence) });
  const maps = await Maps.open({ ...storage, shipped: [ships(thaw)] });
  return { maps, open: (await maps.openMap(thaw.id))!, told };
}

async function edit({ open }: Visit, claim: string, text: string): Promise<void> {
  open.run(say, { claim, text });
  await open.flush();
}

test("a map that was open when the browser threw the database away is on the new one as a whole", async () => {
  const name = freshName();
  const page = await visit(name);
  await edit(page, "A", "The thaw");
  await edit(page, "D", "An answer");
  await throwAway(name);
  page.open.run(say, { claim: "D", text: "An answer, after that" });
  await expect.poll(() => page.open.saving.value).toEqual({ state: "saved" });
  await page.open.flush();
  expect(page.told).toEqual([expect.stringContaining("thrown away")]);
  expect(page.open.losses.value).toEqual([]);
  const later = await visit(name);
  expect(written(later.open.map.value)).toBe(written(page.open.map.value));
  expect(later.open.losses.value).toEqual([]);
});

test("two tabs write on in the new database, and each has what the other wrote", async () => {
  const name = freshName();
  const [one, two] = [await visit(name), await visit(name)];
  for (let count = 0; count < 5; count++) await edit(one, "A", `The thaw, ${count}`);
  await two.open.catchUp();
  await throwAway(name);
  await edit(one, "B", "From the one");
  await expect.poll(() => two.told).toHaveLength(1);
  await edit(two, "C", "From the other");
  const both = [one, two].map(
    ({ open }) =>
      () =>
        written(open.map.value),
  );
  await expect.poll(() => both[0]!() === both[1]!()).toBe(true);
  const later = await visit(name);
  expect(written(later.open.map.value)).toBe(both[0]!());
  expect(both[0]!()).toMatch(/From the one[^]*From the other/);
  expect([one, two, later].flatMap(({ open }) => open.losses.value)).toEqual([]);
});

test("no tab copies what little is left over the second copy, and the next visit is offered that", async () => {
  const { storage, keeping, name } = await device();
  const first = await Maps.open({ ...storage, shipped: [ships(thaw)] });
  const open = (await first.openMap(thaw.id))!;
  open.run(say, { claim: "A", text: "In the copy" });
  await open.flush();
  const other = await visit(name);
  await copied(keeping);
  const { copiedAt } = await keeping.state();
  await throwAway(name);
  open.run(say, { claim: "A", text: "After that" });
  await open.flush();
  await expect.poll(() => other.told).toHaveLength(1);
  await edit(other, "B", "From the other tab");
  // All tabs are left at once: when a later library has its copy, this one would have its too.
  const control = await device();
  await control.storage.log.append([record(6, 0)], entry);
  await copied(control.keeping);
  const next = await openStorage({ name, startWriter });
  expect(await next.safekeeping!.findLoss()).toMatchObject({
    maps: 1,
    here: 1,
    copy: { writtenAt: copiedAt, isWhole: true },
  });
});
