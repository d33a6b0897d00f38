import { expect, test } from "vitest";
import { runErrand } from "#store/errand.ts";
import { makeSeed } from "#store/seed.ts";
import { watchForDeath } from "#store/worker-death.ts";
import { workerFolder } from "#store/worker-folder.ts";
import { argumentMap } from "../notation.ts";
import { type Death, mortal, scripted } from "./mortal-workers.ts";

function foldWorker(): Worker {
  return new Worker(new URL("../../src/store/fold.worker.ts", import.meta.url), { type: "module" });
}

/** Resolves when the death of a worker is told. */
function deathOf(worker: Worker, patience?: number): Promise<string> {
  return new Promise((resolve) => {
    watchForDeath(worker, () => resolve("dead"), patience);
  });
}

test("what a worker of ours throws over an order is its death", async () => {
  const worker = new Worker(new URL("../../src/store/comparing.worker.ts", import.meta.url), {
    type: "module",
  });
  const death = deathOf(worker);
  worker.postMessage({ number: 1 }, []);
  expect(await death).toBe("dead");
  worker.terminate();
});

test.each<Death>(["throws", "is killed without a word", "is no script"])(
  "a fold worker that %s is started once more; if that is in vain, the folding fails",
  async (death) => {
    const seed = makeSeed(argumentMap("A; +B > A"));
    const once = mortal(foldWorker, death, 1);
    expect(await workerFolder(once.makeWorker).areSame([[seed], [seed]])).toBe(true);
    expect(once.started).toHaveLength(2);
    const always = mortal(foldWorker, death, Infinity);
    await expect(workerFolder(always.makeWorker).fold([seed])).rejects.toThrow("The fold worker died.");
    expect(always.started).toHaveLength(2);
  },
);

test("one that is killed between two messages is told dead at once, and one that lives is not", async () => {
  const [killed, living] = [foldWorker(), foldWorker()];
  const told: string[] = [];
  const death = deathOf(killed);
  const stop = watchForDeath(living, () => told.push("living"));
  const begun = [killed, living].map(
    (worker) => new Promise((resolve) => worker.addEventListener("message", resolve, { once: true })),
  );
  await Promise.all(begun);
  killed.terminate();
  expect(await death).toBe("dead");
  const seed = makeSeed(argumentMap("A; +B > A"));
  const folded = new Promise((resolve) => living.addEventListener("message", resolve, { once: true }));
  living.postMessage({ fold: [seed] }, []);
  await folded;
  expect(told).toEqual([]);
  stop();
  living.terminate();
});

test("one that never says that it has begun is dead after a while", async () => {
  expect(await deathOf(scripted("onmessage = () => {};"), 50)).toBe("dead");
});

test("silence is no death: a worker that has begun is given up only where a patience is set", async () => {
  const { started, makeWorker } = mortal(() => scripted("postMessage({});"), "throws", 0);
  const errand = { makeWorker, order: {}, answerIn: () => null, patience: 50 };
  expect(await runErrand(errand)).toBe("silent");
  expect(started).toHaveLength(1);
});
