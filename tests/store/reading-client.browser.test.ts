import { describe, expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { readBeside } from "#store/reading-client.ts";
import type { Progress } from "#store/reading.ts";
import { type Death, mortal, scripted } from "./mortal-workers.ts";

function realWorker(): Worker {
  return new Worker(new URL("../../src/store/reading.worker.ts", import.meta.url), { type: "module" });
}

const argdown = new File(["[A]: a\n  - [B]: b\n"], "map.argdown");

function read(makeWorker: () => Worker, file = argdown, taken: readonly string[] = []) {
  const told: Progress["stage"][] = [];
  const cancelling = new AbortController();
  const outcome = readBeside({
    file,
    taken: taken as readonly MapId[],
    makeWorker,
    tell: ({ stage }) => told.push(stage),
    signal: cancelling.signal,
  });
  return { outcome, told, cancel: () => cancelling.abort() };
}

test("a map comes back as a line for the library and a document", async () => {
  const { outcome, told } = read(realWorker);
  expect(await outcome).toMatchObject({
    claims: 2,
    about: { title: "" },
    warnings: [],
    pieces: [expect.any(Uint8Array)],
  });
  expect(told).toEqual(["fetching", "understanding", "keeping"]);
});

test("a copy of a map that is there comes back as it was read, to be asked about", async () => {
  const first = await read(realWorker).outcome;
  const id = first !== null && "id" in first ? first.id : "none";
  const { outcome } = read(realWorker, argdown, [id]);
  expect(await outcome).toMatchObject({ copy: { map: { id }, warnings: [] } });
});

test("what is no map is refused with a sentence", async () => {
  const { outcome } = read(realWorker, new File([new Uint8Array([0x5b, 0xe9, 0x5d])], "latin.argdown"));
  expect(await outcome).toEqual({ refused: expect.stringContaining("is not UTF-8 text: line 1") });
});

const deaths: readonly Death[] = ["throws", "is killed without a word", "is no script"];

describe("a worker that dies is started once more and asked again; if that is in vain, it is told in words:", () => {
  test.each(deaths)("it %s", async (death) => {
    const once = mortal(realWorker, death, 1);
    expect(await read(once.makeWorker).outcome).toMatchObject({ claims: 2 });
    expect(once.started).toHaveLength(2);
    const always = mortal(realWorker, death, Infinity);
    expect(await read(always.makeWorker).outcome).toEqual({
      refused: expect.stringContaining("came to a sudden end"),
    });
    expect(always.started).toHaveLength(2);
  });
});

describe("told in words:", () => {
  test.each([
    [
      "an answer that is not what was asked for",
      "onmessage = () => postMessage({ outcome: { id: 1, pieces: [1] } })",
    ],
    ["a refusal that is no sentence", "onmessage = () => postMessage({ outcome: { refused: {} } })"],
  ])("%s", async (_, script) => {
    const { outcome } = read(() => scripted(script));
    expect(await outcome).toEqual({ refused: expect.stringContaining("came to a sudden end") });
  });

  test("a worker that the browser does not give", async () => {
    const { outcome } = read(() => {
      throw new TypeError("no worker");
    });
    expect(await outcome).toEqual({ refused: expect.stringContaining("came to a sudden end") });
  });
});

test("cancelling ends the worker", async () => {
  const { outcome, cancel } = read(() => scripted("onmessage = () => { for (;;); }"));
  cancel();
  expect(await outcome).toBeNull();
});
