import { signal } from "@preact/signals-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { HolderId, SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Comparing } from "#session/comparing.ts";
import { Looking, stepMs } from "#session/looking.ts";
import { debate } from "../lenses/debate.ts";
import { argumentMap, claimId } from "../notation.ts";

const coldWar = debate(
  "A; -B > A; +C > A; +D > C",
  "orthodox 1947/1965: Feis; revisionist 1959/: Williams; Feis asserts A 1957; Williams denies A 1959; Williams asserts B 1959; Feis asserts C 1960",
);

function looking(map: ArgumentMap) {
  const comparing = signal<Comparing | null>(null);
  const current = signal(map);
  return { at: new Looking({ map: current, comparing }), comparing, current };
}

const none: ReadonlySet<HolderId | SchoolId> = new Set();

test("at first all is as ever", () => {
  expect(looking(coldWar).at.seen.value).toBe(null);
});

test("a legend dims claims all of whose groups it hides, and another lens begins with all shown", () => {
  const { at } = looking(coldWar);
  at.through("school");
  at.toggle("school:revisionist");
  expect([...at.seen.value!.dimmed]).toEqual(["B"]);
  at.toggle("none");
  expect([...at.seen.value!.dimmed]).toEqual(["B", "D"]);
  at.toggle("none");
  expect([...at.seen.value!.dimmed]).toEqual(["B"]);
  at.through("status");
  expect(at.seen.value!.dimmed.size).toBe(0);
  at.through(null);
  expect(at.seen.value).toBe(null);
});

test("a comparison is shown as ever, and what was looked at comes back after it", () => {
  const { at, comparing } = looking(coldWar);
  at.through("school");
  comparing.value = {} as Comparing;
  expect(at.seen.value).toBe(null);
  comparing.value = null;
  expect(at.seen.value?.view?.lens).toBe("school");
});

describe("the debate in a year", () => {
  test("goes to the next year in which something happens, and to the one before, and no further than the ends", () => {
    const { at } = looking(coldWar);
    expect([at.end("first"), at.end("last")]).toEqual([1957, 1960]);
    at.showYear(1957);
    expect([at.beside("before"), at.beside("next")]).toEqual([1957, 1959]);
    at.showYear(1958);
    expect([at.beside("before"), at.beside("next")]).toEqual([1957, 1959]);
    at.showYear(1960);
    expect([at.beside("before"), at.beside("next")]).toEqual([1959, 1960]);
    expect(at.seen.value?.inYear?.counts).toEqual({
      notYet: 0,
      perhaps: 0,
      argued: 3,
      abandoned: 0,
      undated: 1,
    });
  });

  test("is left by itself when nothing in the map has a date any more", () => {
    const { at, current } = looking(coldWar);
    at.showYear(1957);
    current.value = argumentMap("A; -B > A");
    expect(at.year.value).toBe(null);
    expect(at.seen.value).toBe(null);
  });
});

describe("the play", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("goes through the years from the first to the last and stops there; played again, it begins anew", () => {
    const { at } = looking(coldWar);
    const years: (number | null)[] = [];
    at.year.subscribe((year) => years.push(year));
    at.play();
    expect(at.isPlaying.value).toBe(true);
    vi.advanceTimersByTime(10 * stepMs);
    expect(years).toEqual([null, 1957, 1959, 1960]);
    expect(at.isPlaying.value).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
    at.play();
    expect(at.year.value).toBe(1957);
  });

  test("pauses, goes on from there, and stops when a person chooses a year or leaves the map", () => {
    const { at } = looking(coldWar);
    at.play();
    at.pause();
    vi.advanceTimersByTime(10 * stepMs);
    expect(at.year.value).toBe(1957);
    at.showYear(1959);
    at.play();
    expect(at.year.value).toBe(1959);
    at.showYear(1957);
    expect(at.isPlaying.value).toBe(false);
    at.play();
    at.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("does nothing in a map without dates", () => {
    const { at } = looking(argumentMap("A"));
    at.play();
    expect([at.isPlaying.value, at.year.value, vi.getTimerCount()]).toEqual([false, null, 0]);
  });
});

describe("hidden names", () => {
  test("letters stand in for them, the same all over the map, in the order in which one meets them", () => {
    const { at } = looking(coldWar);
    at.hideNames(true);
    const { masks } = at.seen.value!;
    expect(masks?.holder("Feis" as HolderId)).toBe("A");
    expect(masks?.holder("Williams" as HolderId)).toBe("B");
    expect(masks?.school("revisionist" as SchoolId)).toBe("School B");
    expect(masks?.hiddenOn(claimId("B"))).toEqual(["Williams", "revisionist"]);
    expect(masks?.hiddenOn(claimId("D"))).toEqual([]);
  });

  test("are revealed one by one, all at once, and hidden again as a whole", () => {
    const { at } = looking(coldWar);
    at.hideNames(true);
    at.reveal("Feis" as HolderId);
    expect(at.seen.value?.masks?.holder("Feis" as HolderId)).toBe(null);
    expect(at.seen.value?.masks?.hiddenOn(claimId("A"))).toEqual(["Williams", "orthodox"]);
    at.hideNames(false);
    expect(at.seen.value).toBe(null);
    at.hideNames(true);
    expect(at.revealed.value).toEqual(none);
    expect(at.seen.value?.masks?.holder("Feis" as HolderId)).toBe("A");
  });
});
