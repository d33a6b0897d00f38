import { describe, expect, test } from "vitest";
import { createLayoutClient } from "#layout/client.ts";
import { layoutOnPage } from "#layout/layout.ts";
import type { LayoutRequest } from "#layout/request.ts";
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

  test.each([
    ["dies again", dyingWorker],
    [
      "cannot start",
      () => {
        throw new Error("Refused by the policy");
      },
    ],
  ])("where it %s, the page does its work", async (_, make) => {
    const client = createLayoutClient(make);
    const request = tree(150);
    expect(await client.layout(request)).toEqual(layoutOnPage(request));
    client.close();
  });

  test("closing leaves no one waiting", async () => {
    const client = createLayoutClient(ourWorker);
    const pictures = [150, 160].map((size) => client.layout(tree(size)));
    client.close();
    expect((await Promise.all(pictures)).map(({ cards }) => cards.size)).toEqual([150, 160]);
  });
});
