import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readNative } from "#interchange/native-read.ts";
import { writeNative } from "#interchange/native-write.ts";
import { type Change, noChange } from "#model/change.ts";
import type { Claim } from "#model/claim.ts";
import type { ClaimId, MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { historyOf, readCopy } from "#store/copies.ts";
import { LiveMap } from "#store/live.ts";
import type { OpenMap } from "#store/open-map.ts";
import { makeSeed } from "#store/seed.ts";
import { mapText } from "#store/values.ts";
import { memoryStorage } from "#storage/memory.ts";
import { below, chance, type Random, randomMap, seeded, shuffled } from "../random-map.ts";
import { type Graveyard, graveyard, randomChange } from "../store/random-change.ts";
import { openMaps, ships } from "../store/shipping.ts";
import { report, tries } from "./scale.ts";

const REPLICAS = 30;
const TEN_YEARS = 10 * 365.25 * 24 * 3600 * 1000;
const id = "map" as MapId;

interface Replica {
  readonly live: LiveMap;
  readonly graves: Graveyard;
  /** How far its clock is off, in milliseconds. */
  readonly skew: number;
  /** Updates of the post that it has not taken in. */
  readonly waiting: Set<Uint8Array>;
}

beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 27) }));
afterAll(() => void vi.useRealTimers());

/** Thirty copies of one map, and what happened to its claims. */
class Class {
  readonly replicas: readonly Replica[];
  readonly added = new Set<ClaimId>();
  readonly deleted = new Map<ClaimId, Claim>();
  edits = 0;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
    const first = { ...randomMap(random, 8), id };
    const seed = makeSeed(first);
    for (const claim of first.claims.keys()) this.added.add(claim);
    this.replicas = Array.from({ length: REPLICAS }, () => ({
      live: new LiveMap(id, [seed]),
      graves: graveyard(),
      skew: (random() * 2 - 1) * TEN_YEARS,
      waiting: new Set<Uint8Array>(),
    }));
  }

  step(): void {
    const random = this.#random;
    const replica = this.replicas[below(random, REPLICAS)]!;
    const { live, graves, waiting } = replica;
    vi.setSystemTime(Date.UTC(2026, 10, 27) + replica.skew);
    const way = random();
    if (way < 0.15) this.#note(live.undo()?.change ?? null);
    else if (way < 0.25) this.#note(live.redo()?.change ?? null);
    else this.#note(live.run(randomChange(random, live.map, graves), "step", null));
    const update = live.takeUpdate();
    if (update !== null) for (const other of this.replicas) if (other !== replica) other.waiting.add(update);
    if (chance(random, 0.5)) take(live, waiting, shuffled(random, [...waiting]).slice(0, below(random, 5)));
  }

  /** Everyone gets everything, each in an order of its own. */
  meet(): void {
    for (const { live, waiting } of this.replicas) take(live, waiting, shuffled(this.#random, [...waiting]));
  }

  #note(change: Change | null): void {
    if (change === null) return;
    this.edits++;
    for (const { before, after } of change.claims)
      if (before === null) this.added.add(after!.id);
      else if (after === null) this.deleted.set(before.id, before);
  }
}

function take(live: LiveMap, waiting: Set<Uint8Array>, updates: readonly Uint8Array[]): void {
  live.receive(updates);
  for (const update of updates) waiting.delete(update);
}

test("30 replicas agree once all have all, whatever their clocks say, and lose no claim", () => {
  const seeds = tries(1000, 6);
  const sum = { edits: 0, claims: 0, tombstones: 0, lost: 0, broughtBack: 0 };
  for (let seed = 1; seed <= seeds; seed++) {
    const group = new Class(seeded(seed));
    for (let left = 60; left > 0; left--) group.step();
    group.meet();
    const [first, ...others] = group.replicas;
    const agreed = mapText(first!.live.map);
    for (const { live } of others) expect(mapText(live.map), `seed ${seed}`).toBe(agreed);
    expect(
      group.replicas.some(({ live }) => live.waits),
      `seed ${seed}: waits`,
    ).toBe(false);
    const gone = [...group.added].filter((claim) => !first!.live.map.claims.has(claim));
    sum.edits += group.edits;
    sum.claims += group.added.size;
    sum.tombstones += gone.length;
    sum.lost += gone.filter((claim) => !group.deleted.has(claim)).length;
    sum.broughtBack += broughtBack(
      first!.live,
      gone.map((claim) => group.deleted.get(claim)!),
    );
  }
  report(
    "replicas",
    `${seeds} seeds x ${REPLICAS} replicas: ${sum.edits} edits, ${sum.claims} claims added, ${sum.tombstones} deleted by someone, ${sum.broughtBack} of these brought back, ${sum.lost} lost`,
  );
  expect(sum.lost).toBe(0);
  expect(sum.broughtBack).toBe(sum.tombstones);
}, 3_600_000);

/** How many deleted claims are there again, word for word, for someone who gets the whole document afterwards. */
function broughtBack(live: LiveMap, claims: readonly Claim[]): number {
  const back = claims.map((after) => ({ before: null, after }));
  live.run({ ...noChange, claims: back }, "bring back", null);
  const later = new LiveMap(id, [live.bytes()]).map;
  return claims.filter(({ id: claim, text }) => later.claims.get(claim)?.text === text).length;
}

test("thirty students' files of one shipped map merge in any order to the same map", async () => {
  const rounds = tries(30, 1);
  let files = 0;
  for (let round = 1; round <= rounds; round++) {
    const random = seeded(round);
    const shipped = { ...randomMap(random, 12), id: "shipped" as MapId };
    const texts: string[] = [];
    const documents: Uint8Array[] = [];
    for (let student = 0; student < REPLICAS; student++) {
      const open = await opened(shipped);
      const graves = graveyard();
      for (let left = 1 + below(random, 4); left > 0; left--) {
        const change = randomChange(random, open.map.peek(), graves);
        open.run({ name: "any", label: () => "step", run: () => change }, null);
        if (chance(random, 0.2)) open.undo();
      }
      const copy = await open.copy();
      documents.push(copy.document);
      texts.push(writeNative(copy.map, historyOf(copy, `Student ${student}`)));
    }
    const whole = new LiveMap(shipped.id, documents).map;
    const results = new Set<string>([mapText(whole)]);
    for (let teacher = 0; teacher < 3; teacher++) {
      const open = await opened(shipped);
      for (const text of shuffled(random, texts)) await merge(open, text);
      files += texts.length;
      await open.flush();
      results.add(mapText(open.map.peek()));
    }
    expect(mapText(whole), `round ${round}`).not.toBe(mapText(shipped));
    expect(results.size, `round ${round}`).toBe(1);
  }
  report("students' files", `${rounds} maps x 3 orders: ${files} files merged, every order the same map`);
}, 3_600_000);

async function opened(shipped: ArgumentMap): Promise<OpenMap> {
  return (await (await openMaps(memoryStorage(null), ships(shipped))).openMap(shipped.id))!;
}

async function merge(open: OpenMap, text: string): Promise<void> {
  const outcome = readNative(text);
  if ("refused" in outcome || outcome.history === undefined) throw new Error(JSON.stringify(outcome));
  const copy = readCopy(outcome.map, outcome.history);
  if ("refused" in copy) throw new Error(copy.refused);
  await open.merge(copy.document, { by: outcome.history.by, label: "merge", name: "Merged" });
}
