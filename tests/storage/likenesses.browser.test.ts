import { afterEach, expect, test } from "vitest";
import type { Command } from "#commands/command.ts";
import type { Change } from "#model/change.ts";
import { applyChange } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import { atOnce } from "#model/steps.ts";
import { writeNative } from "#interchange/native-write.ts";
import { openStorage } from "#storage/open-storage.ts";
import { LIKENESS_FORM, likenessOf, mapOf } from "#store/likeness.ts";
import { Maps } from "#store/maps.ts";
import type { OpenMap } from "#store/open-map.ts";
import { normalMap } from "#store/normal-map.ts";
import type { Likenesses } from "#store/ports.ts";
import { type ReadMap, readToPieces } from "#store/reading.ts";
import { claimId } from "../notation.ts";
import { below, chance, type Random, randomMap, seeded } from "../random-map.ts";
import { say } from "../store/edits.ts";
import { graveyard, randomChange } from "../store/random-change.ts";
import { written } from "../store/written.ts";
import { freshName, openBehind } from "./device.ts";

const devices: string[] = [];

afterEach(async () => {
  for (const name of devices.splice(0)) await caches.delete(`${name} likenesses`);
});

function newDevice(): string {
  const name = freshName();
  devices.push(name);
  return name;
}

/** A change that was thought of elsewhere. */
const change: Command<Change> = { name: "change", label: () => "edit", run: (_, given) => given };

/** One visit to a device, with its only map open. */
async function visit(name: string) {
  const storage = await openStorage({ name });
  const maps = await Maps.open({ ...storage, shipped: [] });
  const [entry] = maps.entries.peek();
  const id = entry?.id ?? (await maps.create({ title: "The thaw" }));
  const likenesses = await storage.openLikenesses!();
  return { storage, likenesses, maps, open: (await maps.openMap(id))! };
}

function edit(open: OpenMap, random: Random, graves = graveyard()): void {
  if (chance(random, 0.15)) open.undo();
  else open.run(change, randomChange(random, open.map.peek(), graves));
}

/** Writes the map down as it is. */
async function keep({ likenesses, open }: { likenesses: Likenesses; open: OpenMap }): Promise<void> {
  await open.flush();
  const settled = (await open.settled())!;
  await likenesses.write(open.id, LIKENESS_FORM, settled.seq, atOnce(likenessOf(settled.map)));
}

/** What the likeness and the changes since say; `null` when it is not to be trusted. */
async function like({ likenesses }: { likenesses: Likenesses }, id: MapId): Promise<string | null> {
  const kept = await likenesses.read(id, LIKENESS_FORM);
  return kept && written(kept.changes.reduce(applyChange, mapOf(id, kept.pieces())));
}

/** What the cache has of the only map; `null` when that is nothing. */
async function entryOf(name: string) {
  const cache = await caches.open(`${name} likenesses`);
  const [key] = await cache.keys();
  const found = key && (await cache.match(key));
  if (!key || !found) return null;
  const bytes = new Uint8Array(await found.arrayBuffer());
  return { bytes, put: (other: Uint8Array<ArrayBuffer>) => cache.put(key, new Response(other)) };
}

test("a likeness and the changes since say what the document says, over 6 random histories", async () => {
  for (let seed = 1; seed <= 6; seed++) {
    const random = seeded(seed);
    const here = await visit(newDevice());
    for (let edits = below(random, 12); edits > 0; edits--) edit(here.open, random);
    here.open.run(say, { claim: "kept", text: "Kept" });
    await keep(here);
    for (let edits = below(random, 30); edits > 0; edits--) edit(here.open, random);
    await here.open.flush();
    expect(await like(here, here.open.id), `seed ${seed}`).toBe(written(here.open.map.peek()));
    await here.maps.close();
  }
});

test("the next visit shows it before the document is there, and what is done meanwhile is kept", async () => {
  const name = newDevice();
  const before = await visit(name);
  before.open.run(say, { claim: "a", text: "It thawed" });
  await keep(before);
  before.open.run(say, { claim: "b", text: "Not for long" });
  await before.open.flush();
  await before.maps.close();

  const { open } = await visit(name);
  expect(open.present, "the document is not there").toBeNull();
  expect(written(open.map.peek())).toBe(written(before.open.map.peek()));
  open.run(say, { claim: "c", text: "Typed at once" });
  expect(open.saving.peek().state).toBe("saving");
  await expect.poll(() => open.saving.peek().state).toBe("saved");
  expect(open.present).not.toBeNull();
  expect(open.undo()?.label).toBe("add claim");
  open.redo();
  await open.flush();

  const after = await visit(name);
  await after.open.prepare();
  expect([...after.open.map.peek().claims.keys()].toSorted()).toEqual(["a", "b", "c"]);
});

test("a map that is not edited comes to its document by itself, and stays the same object", async () => {
  const name = newDevice();
  const before = await visit(name);
  before.open.run(say, { claim: "a", text: "It thawed" });
  await keep(before);
  await before.maps.close();
  const { open } = await visit(name);
  const shown = open.map.peek();
  await expect.poll(() => open.present).not.toBeNull();
  expect(open.map.peek()).toBe(shown);
  expect(open.moments(9).length).toBeGreaterThan(0);
});

test("what another tab writes while the document is being made is shown", async () => {
  const name = newDevice();
  const before = await visit(name);
  before.open.run(say, { claim: "a", text: "It thawed" });
  await keep(before);
  const { open } = await visit(name);
  const prepared = open.prepare();
  before.open.run(say, { claim: "b", text: "Elsewhere" });
  await prepared;
  await expect.poll(() => open.map.peek().claims.get(claimId("b"))?.text).toBe("Elsewhere");
});

test("of a damaged or cut entry nothing is believed", async () => {
  const name = newDevice();
  const here = await visit(name);
  here.open.run(say, { claim: "a", text: "It thawed" });
  await keep(here);
  const truth = await like(here, here.open.id);
  expect(truth).toBe(written(here.open.map.peek()));
  const { bytes, put } = (await entryOf(name))!;
  for (let at = 0; at < bytes.length; at += 3) {
    await put(
      at % 2 === 0 ? bytes.slice(0, at) : bytes.map((byte, place) => (place === at ? byte ^ 1 : byte)),
    );
    expect([null, truth], `byte ${at}`).toContain(await like(here, here.open.id));
  }
});

test("it is of one log only: a library that was begun anew under its name does not believe it", async () => {
  const name = newDevice();
  const before = await visit(name);
  const { id } = before.open;
  before.open.run(say, { claim: "a", text: "It thawed" });
  await keep(before);
  await before.maps.close();
  const behind = await openBehind(name);
  const updates = await behind.getAll("updates");
  await behind.clear("updates");
  for (const update of updates) await behind.put("updates", { ...update, crc: update.crc ^ 1 });
  expect(await like(before, id)).toBeNull();
});

test("where a change since is not known, or there are too many, it is not believed", async () => {
  const here = await visit(newDevice());
  here.open.run(say, { claim: "a", text: "It thawed" });
  await keep(here);
  for (let number = 1; number <= 100; number++) here.open.run(say, { claim: "a", text: `Thaw ${number}` });
  await here.open.flush();
  expect(await like(here, here.open.id)).toBe(written(here.open.map.peek()));
  here.open.run(say, { claim: "a", text: "One too many" });
  await here.open.flush();
  expect(await like(here, here.open.id)).toBeNull();
  await keep(here);
  expect(await here.open.nameVersion("Before the seminar")).toBeNull();
  await here.open.flush();
  expect(await like(here, here.open.id)).toBeNull();
});

test("an open map is written down by itself when it rests, and is near after many edits", async () => {
  const { likenesses, open } = await visit(newDevice());
  const changesSince = async () => (await likenesses.read(open.id, LIKENESS_FORM))?.changes.length;
  open.run(say, { claim: "a", text: "It thawed" });
  await expect.poll(changesSince, { timeout: 15_000 }).toBe(0);
  for (let number = 1; number <= 40; number++) open.run(say, { claim: "a", text: `Thaw ${number}` });
  await open.flush();
  expect(await changesSince()).toBe(40);
  await expect.poll(changesSince, { timeout: 15_000 }).toBe(0);
});

test("a map that was read from a file is shown as it was read, and its document says the same", async () => {
  for (let seed = 1; seed <= 5; seed++) {
    const { maps } = await visit(newDevice());
    const map = { ...randomMap(seeded(seed), 150), id: `read-${seed}` as MapId };
    const file = new File([writeNative(map)], "read.argmap.json");
    const read = await readToPieces(file, maps.ids, () => undefined);
    const id = await maps.addRead(read as ReadMap);
    const open = (await maps.openMap(id!))!;
    const shown = open.map.peek();
    expect([open.present, open.saving.peek().state], `seed ${seed}`).toEqual([null, "saved"]);
    await open.prepare();
    expect(open.present, `seed ${seed}`).not.toBeNull();
    expect(open.map.peek(), `seed ${seed}: the same object`).toBe(shown);
    expect(written(open.map.peek()), `seed ${seed}`).toBe(written(normalMap(map)));
    open.close();
    await maps.close();
  }
});

test("a first screen is believed only as long as nothing came since", async () => {
  const here = await visit(newDevice());
  const read = () => here.likenesses.read(here.open.id, LIKENESS_FORM);
  const glimpse = async () => (await read())?.glimpse;
  here.open.run(say, { claim: "a", text: "It thawed" });
  await keep(here);
  expect(await glimpse()).toBeNull();
  const { seq } = (await here.open.settled())!;
  await here.likenesses.writeGlimpse(here.open.id, LIKENESS_FORM, seq, "a thaw", "a sketch");
  expect(await read()).toMatchObject({ glimpse: "a thaw", sketch: "a sketch" });
  here.open.run(say, { claim: "a", text: "It froze" });
  await here.open.flush();
  expect(await read()).toMatchObject({ glimpse: null, sketch: null });
  await expect.poll(glimpse, { timeout: 15_000 }).toContain("It froze");
});

test("it goes with its map, and with everything", async () => {
  const name = newDevice();
  const here = await visit(name);
  const { id } = here.open;
  here.open.run(say, { claim: "a", text: "It thawed" });
  await keep(here);
  const binned = { ...(await here.storage.library.list())[0]!, deletedAt: 7, binnedOn: 3 };
  await here.storage.library.put(binned);
  await here.storage.library.removeForGood(binned);
  expect(await entryOf(name)).toBeNull();
  await here.likenesses.write(id, LIKENESS_FORM, 1, ["{}"]);
  await here.likenesses.writeGlimpse(id, LIKENESS_FORM, 1, "{}", null);
  expect(await entryOf(name)).toBeNull();

  const again = await visit(newDevice());
  again.open.run(say, { claim: "a", text: "It thawed" });
  await keep(again);
  await again.maps.close();
  await again.storage.safekeeping!.forget();
  expect(await caches.has(`${devices.at(-1)} likenesses`)).toBe(false);
});
