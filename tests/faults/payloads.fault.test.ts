import { expect, test } from "vitest";
import { readArgdown } from "#interchange/argdown-read.ts";
import { decodeText } from "#interchange/decoding.ts";
import { readMapFile } from "#interchange/map-file.ts";
import { readNative } from "#interchange/native-read.ts";
import { readOutline } from "#interchange/outline-read.ts";
import type { ReadOutcome } from "#interchange/reading.ts";
import { forestOf } from "#model/forest.ts";
import { makeSeed } from "#store/seed.ts";
import { seeded } from "../random-map.ts";
import type { Payload } from "./broken-bytes.ts";
import { corpus, flipped, truncated } from "./payloads.ts";
import { report, tries } from "./scale.ts";

const prototypes = [Object, Array, Function, String, Map].map((each) => each.prototype as object);
const untouched = prototypes.map((each) => Object.getOwnPropertyNames(each).join());

/** What came of a kind of payload. */
class Tally {
  read = 0;
  refused = 0;
  slowest = 0;
  slowestName = "";

  take(outcome: ReadOutcome): void {
    if ("refused" in outcome) {
      expect(outcome.refused).toMatch(/\S/);
      expect(outcome.refused, "a parser tripped").not.toMatch(/could not be read:/);
      this.refused++;
      return;
    }
    forestOf(outcome.map);
    this.read++;
  }
}

/** The app never gives other files to the Argdown parser, which takes minutes over long lines of brackets and quotes. */
function isArgdown(name: string): boolean {
  return name.endsWith(".argdown");
}

/** Sends a payload through every reader. */
async function readAll({ name, bytes }: Payload, tally: Tally): Promise<void> {
  const start = performance.now();

  const decoded = decodeText(bytes);
  const text = new TextDecoder().decode(bytes);
  tally.take("refused" in decoded ? decoded : await readMapFile(name, decoded.text));
  tally.take(readNative(text));
  tally.take(readArgdown(isArgdown(name) ? text : text.slice(0, 2000)));
  let minted = 0;
  readOutline(text, () => `i${++minted}`);
  const took = performance.now() - start;
  if (took > tally.slowest) [tally.slowest, tally.slowestName] = [took, name];
  expect(
    prototypes.map((each) => Object.getOwnPropertyNames(each).join()),
    name,
  ).toEqual(untouched);
  expect(({} as { polluted?: unknown }).polluted, name).toBeUndefined();
  expect((globalThis as { executed?: unknown }).executed, name).toBeUndefined();
}

async function readEach(payloads: Iterable<Payload>): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const payload of payloads) {
    const tally = tallies.get(payload.kind) ?? new Tally();
    tallies.set(payload.kind, tally);
    await readAll(payload, tally);
  }
  for (const [kind, { read, refused, slowest, slowestName }] of tallies)
    report(
      `hostile files, ${kind}`,
      `${read} read, ${refused} refused in words, slowest ${Math.round(slowest)} ms (${slowestName})`,
    );
  report("hostile files", "0 executions, 0 polluted prototypes, 0 errors");
}

test("the corpus goes through every reader and does nothing", async () => {
  await readEach(corpus);
});

test("files cut at every byte go through every reader", async () => {
  await readEach(truncated());
});

test("files with turned bits go through every reader", async () => {
  const count = tries(20_000, 200);
  const random = seeded(1);
  await readEach(Array.from({ length: count }, () => flipped(random)));
});

test("what was read becomes a document, whatever it says", async () => {
  let made = 0;
  for (const { name, bytes } of corpus) {
    const decoded = decodeText(bytes);
    if ("refused" in decoded) continue;
    const outcome = await readMapFile(name, decoded.text);
    if ("refused" in outcome) continue;
    expect(makeSeed(outcome.map).length, name).toBeGreaterThan(0);
    made++;
  }
  report("hostile files", `${made} of those that could be read were made documents`);
});
