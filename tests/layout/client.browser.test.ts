import { describe, expect, test } from "vitest";
import { createLayoutClient } from "#layout/client.ts";
import { layoutOnPage } from "#layout/layout.ts";
import { mostForDagre } from "#layout/place.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { layoutSmall } from "#layout/small-layout.ts";
import { argumentMap } from "../notation.ts";
import { requestFor } from "./drawing.ts";

/** A thesis with answers below answers, `count` claims in all. */
function tree(count: number): LayoutRequest {
  const steps = Array.from({ length: count - 1 }, (_, at) => `+c${at + 1} > c${Math.floor(at / 3)}`);
  return requestFor(argumentMap(["c0", ...steps].join(";")));
}

/** Our own worker, and how many were started. */
function counted(make: (started: number) => Worker) {
  const count = { started: 0 };
  return { count, make: () => make(++count.started) };
}

function ourWorker(): Worker {
  return new Worker(new URL("../../src/layout/layout.worker.ts", import.meta.url), { type: "module" });
}

/** A worker that dies of its first message. */
function dyingWorker(): Worker {
  const source = new Blob(["onmessage = () => { throw new Error('dead') }"], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(source));
}

/** A worker that takes everything and answers nothing. */
function silentWorker(): Worker {
  const source = new Blob(["onmessage = () => {}"], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(source));
}

function noSize(): never {
  throw new Error("No size");
}

describe("the layout client", () => {
  test("lays a small map out on the page and starts no worker", async () => {
    const { count, make } = counted(ourWorker);
    const request = tree(40);
    expect(await createLayoutClient(make).layout(request)).toEqual(layoutOnPage(request));
    expect(count.started).toBe(0);
  });

  test("the worker gives the same picture as the page", async () => {
    const { count, make } = counted(ourWorker);
    const client = createLayoutClient(make);
    for (const size of [150, 400]) {
      const request = tree(size);
      expect(await client.layout(request)).toEqual(layoutOnPage(request));
    }
    expect(count.started).toBe(1);
    client.close();
  });

  test("requests that are overtaken while they wait get the newest picture", async () => {
    const client = createLayoutClient(ourWorker);
    const pictures = await Promise.all([150, 160, 170, 180].map((size) => client.layout(tree(size))));
    expect(pictures.map(({ cards }) => cards.size)).toEqual([150, 180, 180, 180]);
    client.close();
  });

  test("a picture that comes late does not go back in time", async () => {
    const client = createLayoutClient(ourWorker);
    const late = client.layout(tree(200));
    const queued = client.layout(tree(190));
    const small = await client.layout(tree(20));
    expect([small, await queued, await late].map(({ cards }) => cards.size)).toEqual([20, 20, 20]);
    client.close();
  });

  test("a worker that dies is started once more, and asked again", async () => {
    const { count, make } = counted((started) => (started === 1 ? dyingWorker() : ourWorker()));
    const client = createLayoutClient(make);
    expect((await client.layout(tree(150))).cards.size).toBe(150);
    expect(count.started).toBe(2);
    client.close();
  });

  test("so is one that was killed without a word", async () => {
    const workers: Worker[] = [];
    const make = () => workers[workers.push(ourWorker()) - 1]!;
    const client = createLayoutClient(make, 1000);
    await client.layout(tree(150));
    workers[0]?.terminate();
    expect((await client.layout(tree(160))).cards.size).toBe(160);
    expect(workers).toHaveLength(2);
    client.close();
  });

  test.each([
    ["dies again", dyingWorker],
    ["says nothing", silentWorker],
    [
      "cannot start",
      () => {
        throw new Error("Refused by the policy");
      },
    ],
  ])("where it %s, the page does its work", async (_, make) => {
    const client = createLayoutClient(make, 100);
    const request = tree(150);
    expect(await client.layout(request)).toEqual(layoutOnPage(request));
    client.close();
  });

  test("only what the page cannot lay out either is told as a failure", async () => {
    const client = createLayoutClient(ourWorker);
    const request = tree(150);
    await expect(client.layout({ ...request, sizeOf: noSize })).rejects.toThrow("No size");
    expect(await client.layout(request)).toEqual(layoutOnPage(request));
    client.close();
  });

  test("nothing jumps where the kernel takes over from dagre", async () => {
    const client = createLayoutClient(ourWorker);
    for (const boxes of [mostForDagre, mostForDagre + 1]) {
      const request = tree(boxes);
      expect(await client.layout(request)).toEqual(layoutSmall(request));
    }
    client.close();
  });

  test("closing leaves no one waiting", async () => {
    const client = createLayoutClient(ourWorker);
    const pictures = [150, 160].map((size) => client.layout(tree(size)));
    client.close();
    expect((await Promise.all(pictures)).map(({ cards }) => cards.size)).toEqual([150, 160]);
  });
});
