import { expect, test } from "vitest";
import type { ClaimGraph } from "#layout/graph.ts";
import { GraphClient } from "#layout/graph-client.ts";
import { layoutGraph } from "#layout/graph-layout.ts";

/** A card with `answers` cards below it. */
function fan(answers: number): ClaimGraph {
  const cards = Array.from({ length: answers + 1 }, () => ({ width: 264, height: 100 }));
  const steps = Array.from({ length: answers }, (_, at) => ({ premises: [at + 1], target: 0, on: -1 }));
  return { cards, steps, notes: [] };
}

function ourWorker(): Worker {
  return new Worker(new URL("../../src/layout/graph.worker.ts", import.meta.url), { type: "module" });
}

/** A worker that runs this, whatever it is sent. */
function workerOf(code: string): Worker {
  return new Worker(
    URL.createObjectURL(new Blob([`onmessage = () => {${code}}`], { type: "text/javascript" })),
  );
}

function noWorker(): never {
  throw new Error("There are no workers here.");
}

test("the worker gives what the page would; a newer request overtakes the one before", async () => {
  const client = new GraphClient(ourWorker);
  expect(await client.layout(fan(5))).toEqual(layoutGraph(fan(5)));
  const [first, second] = [client.layout(fan(3)), client.layout(fan(4))];
  expect(await first).toBeNull();
  expect(await second).toEqual(layoutGraph(fan(4)));
  client.close();
});

test.each([
  ["dies", () => workerOf("throw new Error('dead')")],
  ["says nothing", () => workerOf("")],
  ["cannot start", noWorker],
])("the page does its work where the worker %s", async (_, makeWorker) => {
  const client = new GraphClient(makeWorker, 200);
  expect(await client.layout(fan(2))).toEqual(layoutGraph(fan(2)));
  client.close();
});

test("what is waited for when it is closed comes to nothing", async () => {
  const client = new GraphClient(() => workerOf(""));
  const waiting = client.layout(fan(2));
  client.close();
  expect(await waiting).toBeNull();
});
