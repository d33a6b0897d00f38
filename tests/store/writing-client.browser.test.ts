import { expect, test } from "vitest";
import { LiveMap } from "#store/live.ts";
import { makeSeed } from "#store/seed.ts";
import { writeMap, type WritingForm } from "#store/writing.ts";
import { writeBeside } from "#store/writing-client.ts";
import { largeMap } from "../large-map.ts";
import { argumentMap } from "../notation.ts";
import { type Death, mortal } from "./mortal-workers.ts";

const large = largeMap(3000, "A note with “quotes”.\nAnd a second line.");
const document = makeSeed(large);
const { map } = new LiveMap(large.id, [document]);
const copy: WritingForm = { type: "copy", document, by: "E. H. Carr" };

/** A worker as the app starts it, and how many were started. */
function countingWorkers() {
  const source = new URL("../../src/store/writing.worker.ts", import.meta.url);
  const started: Worker[] = [];
  const makeWorker = () => {
    const worker = new Worker(source, { type: "module" });
    started.push(worker);
    return worker;
  };
  return { started, makeWorker };
}

test.each([{ type: "argdown" } as const, copy])(
  "a large map is written in a worker as on the page: $type",
  async (form) => {
    const { started, makeWorker } = countingWorkers();
    const beside = await writeBeside(map, form, { makeWorker });
    const here = writeMap(map, form);
    expect(started).toHaveLength(1);
    expect(beside.type).toBe(here.type);
    expect(await beside.text()).toBe(await here.text());
  },
);

test("without its history it says the same, under an id of its own, and no note", async () => {
  const { makeWorker } = countingWorkers();
  const file = JSON.parse(await (await writeBeside(map, { type: "bare" }, { makeWorker })).text()) as {
    id: string;
    claims: { text: string; note?: string }[];
  };
  expect(file.id).not.toBe(map.id);
  expect(file.claims).toHaveLength(3000);
  expect(file.claims.some(({ note }) => note)).toBe(false);
});

test("a small map needs no worker", async () => {
  const { started, makeWorker } = countingWorkers();
  await writeBeside(argumentMap("A; +B > A"), { type: "argdown" }, { makeWorker });
  expect(started).toEqual([]);
});

const deaths: readonly Death[] = ["throws", "is killed without a word", "is no script"];

test.each(deaths)(
  "a worker that %s is started once more; if that is in vain, the page writes",
  async (death) => {
    const here = await writeMap(map, copy).text();
    const { makeWorker } = countingWorkers();
    for (const times of [1, Infinity]) {
      const workers = mortal(makeWorker, death, times);
      expect(await (await writeBeside(map, copy, workers)).text()).toBe(here);
      expect(workers.started).toHaveLength(2);
    }
  },
);

test("where no worker can be had, the page writes", async () => {
  const file = await writeBeside(map, copy, {
    makeWorker: () => {
      throw new Error("There are no workers here.");
    },
  });
  expect(await file.text()).toBe(await writeMap(map, copy).text());
});

test("it ends when it is cancelled", async () => {
  const { started, makeWorker } = countingWorkers();
  const ending = new AbortController();
  const written = writeBeside(map, copy, { makeWorker, signal: ending.signal });
  await expect.poll(() => started.length).toBe(1);
  ending.abort(new Error("Cancelled."));
  await expect(written).rejects.toThrow("Cancelled.");
});
