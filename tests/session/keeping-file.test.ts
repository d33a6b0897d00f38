import { expect, onTestFinished, test, vi } from "vitest";
import { holdsState } from "#store/snapshots.ts";
import { mapText } from "#store/values.ts";
import { seeded } from "../random-map.ts";
import { say } from "../store/edits.ts";
import { device, emptyMark, readBack, Story, tabOn } from "./keeping-story.ts";

test("an edit is in the file, with the map's document, and the line says so", async () => {
  const { open, keeping, file } = await device();
  expect(keeping.line.value).toBeNull();
  await keeping.keep(file, await emptyMark(file));
  expect(keeping.line.value).toMatchObject({ name: "seminar.argmap.json", state: "written" });
  open.run(say, { claim: "D", text: "A new claim" });
  expect(keeping.line.value).toEqual({ name: "seminar.argmap.json", state: "writing" });
  await keeping.writeNow();
  expect(keeping.line.value).toMatchObject({ state: "written" });
  expect(readBack(file.contents).text).toBe(mapText(open.map.value));
  expect(JSON.parse(file.contents)).toMatchObject({ history: { by: "Carr" } });
});

test("it is written a moment after a bout of edits, and once in a while during a long one", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const { open, keeping, file } = await device({ rest: 1000, longest: 3000, elsewhere: 2000 });
  await keeping.keep(file, await emptyMark(file));
  open.run(say, { claim: "D", text: "1" });
  vi.advanceTimersByTime(999);
  expect(file.written).toHaveLength(1);
  vi.advanceTimersByTime(1);
  await expect.poll(() => file.written.length).toBe(2);
  await expect.poll(() => keeping.line.value?.state).toBe("written");
  for (let at = 0; at < 4; at++) {
    open.run(say, { claim: "D", text: `bout ${at}` });
    vi.advanceTimersByTime(800);
  }
  await expect.poll(() => file.written.length).toBe(3);
});

test("what is there already is not written again, by another tab or at the next visit", async () => {
  const { storage, files, open, keeping, file } = await device();
  await keeping.keep(file, await emptyMark(file));
  open.run(say, { claim: "D", text: "A new claim" });
  await keeping.writeNow();
  const other = await tabOn(storage, files);
  expect(other.keeping.line.value).toEqual(keeping.line.value);
  expect(file.written).toHaveLength(2);
});

test("a file that was changed from outside is left alone until the person says what is to become of it", async () => {
  const { open, keeping, file } = await device();
  await keeping.keep(file, await emptyMark(file));
  file.change("something else");
  open.run(say, { claim: "D", text: "A new claim" });
  await keeping.writeNow();
  expect(keeping.line.value).toEqual({ name: file.name, state: "changed" });
  await keeping.look();
  expect(file.contents).toBe("something else");
  file.allow();
  const { mark } = (await keeping.read())!;
  await keeping.accept(mark);
  expect(keeping.line.value).toMatchObject({ state: "written" });
  expect(readBack(file.contents).text).toBe(mapText(open.map.value));
});

test("a file that held something when it was picked is left alone too", async () => {
  const { keeping, file } = await device();
  file.change("a colleague's copy");
  await keeping.keep(file, null);
  expect(keeping.line.value).toEqual({ name: file.name, state: "found" });
  expect(file.contents).toBe("a colleague's copy");
});

test("a change of the same size, in the midst of a write, is not written over", async () => {
  const { open, keeping, file } = await device();
  await keeping.keep(file, await emptyMark(file));
  open.run(say, { claim: "D", text: "A new claim" });
  const other = "x".repeat(file.contents.length);
  file.meanwhile = () => file.change(other);
  await keeping.writeNow();
  expect(keeping.line.value).toMatchObject({ state: "changed" });
  expect([file.contents, file.overwritten]).toEqual([other, []]);
});

test.each([
  ["open", /another program has it open/],
  ["write", /no room left/],
  ["close", /the browser says “The test lets it fail: close.”/],
] as const)("a write that fails (%s) says why, and is tried again", async (fault, reason) => {
  const { open, keeping, file } = await device();
  await keeping.keep(file, await emptyMark(file));
  const before = file.contents;
  open.run(say, { claim: "D", text: "A new claim" });
  file.fault = fault;
  await keeping.writeNow();
  expect(keeping.line.value).toMatchObject({ state: "failed", reason: expect.stringMatching(reason) });
  expect(file.contents).toBe(before);
  await keeping.tryAgain();
  expect(keeping.line.value).toMatchObject({ state: "written" });
  expect(readBack(file.contents).text).toBe(mapText(open.map.value));
});

test("a file that is gone, and one that may not be written, are told, and nothing else is affected", async () => {
  const { open, keeping, file } = await device();
  await keeping.keep(file, await emptyMark(file));
  file.isGone = true;
  open.run(say, { claim: "D", text: "A new claim" });
  await keeping.writeNow();
  expect(keeping.line.value).toMatchObject({
    reason: "there is no such file any more. Put it back, or choose another.",
  });
  file.permission = "denied";
  await keeping.look();
  expect(keeping.line.value).toMatchObject({
    reason: "the browser was told not to let Counterpoint write it.",
  });
  expect(open.saving.value).toEqual({ state: "saved" });
});

test("the next visit asks where the browser does, and goes on when it is granted", async () => {
  const { storage, files, keeping, file } = await device();
  await keeping.keep(file, await emptyMark(file));
  file.permission = "prompt";
  const next = await tabOn(storage, files);
  expect(next.keeping.line.value).toEqual({ name: file.name, state: "asking" });
  next.open.run(say, { claim: "D", text: "A new claim" });
  await next.keeping.ask();
  expect(next.keeping.line.value).toMatchObject({ state: "written" });
  expect(readBack(file.contents).text).toBe(mapText(next.open.map.value));
});

test("a page that ended after the write, and before it knew, knows its own work at the next visit", async () => {
  const { storage, files, open, keeping, file } = await device();
  await keeping.keep(file, await emptyMark(file));
  open.run(say, { claim: "D", text: "A new claim" });
  file.fault = "landed";
  await keeping.writeNow();
  const next = await tabOn(storage, files);
  expect(next.keeping.line.value).toMatchObject({ state: "written" });
  expect(file.overwritten).toEqual([]);
});

test("whoever stops has a file that stays as it is", async () => {
  const { open, keeping, file } = await device();
  await keeping.keep(file, await emptyMark(file));
  const before = file.contents;
  await keeping.stop();
  expect(keeping.line.value).toBeNull();
  open.run(say, { claim: "D", text: "A new claim" });
  await keeping.writeNow();
  expect(file.contents).toBe(before);
});

/** In 842 someone puts back what the person had given up before a write that ended in the dark. */
const seeds = [...Array.from({ length: 60 }, (_, at) => at + 1), 842];

test("whatever happens, nobody's work is written over unasked, and the file says what the map said, in order", async () => {
  for (const seed of seeds) {
    const story = new Story(seeded(seed));
    await story.begin();
    for (let step = 0; step < 40; step++) {
      await story.step();
      expect(story.file.overwritten, `seed ${seed}, step ${step}`).toEqual([]);
    }
    await story.end();
    const { file, said, tabs } = story;
    expect(file.overwritten, `seed ${seed}, end`).toEqual([]);
    const states = file.written.map(readBack);
    for (const [at, { text, state }] of states.entries()) {
      expect(said.has(text), `seed ${seed}: write ${at} is a state of the map`).toBe(true);
      const before = states[at - 1]?.state;
      if (before !== undefined)
        expect(holdsState(state, before), `seed ${seed}: write ${at} has what the one before had`).toBe(true);
    }
    const last = readBack(file.contents).text;
    for (const { open, keeping } of tabs) {
      expect(keeping.line.value?.state, `seed ${seed}: the line at the end`).toBe("written");
      await open.catchUp();
      expect(mapText(open.map.value), `seed ${seed}: the file is the map at the end`).toBe(last);
    }
  }
});
