import { describe, expect, test } from "vitest";
import { boxOf, nearWindow, placesIn, planned, shownAt, sizesAt } from "#elements/timeline/lane-plan.ts";
import { across, boundsOf, dayAt, lead, widthOf, within } from "#elements/timeline/time-scale.ts";
import { newYearOf } from "#lenses/calendar.ts";
import { timelineOf } from "#lenses/timeline.ts";
import { forRandomDebates } from "../../lenses/random-debate.ts";
import { debate } from "../../lenses/debate.ts";

const sizes = sizesAt(1);

describe("a scale", () => {
  const span = { first: newYearOf(1950), last: newYearOf(2000) - 1 };

  test("fits all years into a width at the least, and shows months at the most", () => {
    const { least, most } = boundsOf(span, 1000);
    expect(widthOf(span, least, 1000)).toBe(1000);
    expect(most).toBeGreaterThan(12 * 64);
    expect(within(0, { least, most })).toBe(least);
    expect(within(1e9, { least, most })).toBe(most);
  });

  test("of one day or of a hundred million years stays within what a browser lays out", () => {
    for (const years of [1 / 365, 1, 2500, 170_000_002]) {
      const wide = { first: 0, last: Math.round(years * 365.2425) };
      const { least, most } = boundsOf(wide, 1280);
      expect(least).toBeLessThanOrEqual(most);
      expect(widthOf(wide, most, 1280)).toBeLessThan(9_000_000);
    }
  });

  test("leads from a day to pixels and back", () => {
    const day = newYearOf(1972);
    expect(across(span.first, span, 40)).toBe(lead);
    expect(dayAt(across(day, span, 40), span, 40)).toBeCloseTo(day);
  });
});

describe("what is near", () => {
  test("is just what comes into the window, in any debate at any scale", () => {
    forRandomDebates(60, (map) => {
      const timeline = timelineOf(map);
      const pixelsPerYear = 3 + (map.claims.size % 40);
      const plan = planned(timeline, pixelsPerYear, sizes, () => 20);
      const seen = { left: 100, top: 40, right: 600, bottom: 260 };
      for (const lane of plan.lanes) {
        const found = new Set(placesIn(lane, seen, sizes));
        const missed = lane.placed.filter((placed, at) => {
          const box = boxOf(lane, placed, sizes);
          const isIn =
            box.left <= seen.right &&
            box.right >= seen.left &&
            box.top < seen.bottom &&
            box.bottom > seen.top;
          return isIn && !found.has(at);
        });
        expect(missed).toEqual([]);
      }
    });
  });

  test("stays the same while the screen moves less than a stride", () => {
    const screen = { width: 900, height: 500 };
    expect(nearWindow(10, 20, screen)).toEqual(nearWindow(150, 159, screen));
    expect(nearWindow(10, 20, screen)).not.toEqual(nearWindow(170, 20, screen));
  });
});

test("lanes stand below each other, as high as their rows", () => {
  const people = "a 1950: Feis; Feis asserts A 1957; Feis asserts B 1957; Holt asserts A 1960";
  const { lanes, height } = planned(timelineOf(debate("A; B", people)), 10, sizes, () => 30);
  expect(lanes.map(({ lane }) => lane.name)).toEqual(["a", "Of no school"]);
  expect(lanes[0]!.height - lanes[1]!.height).toBe(sizes.row);
  expect(lanes[1]!.top).toBe(lanes[0]!.height);
  expect(height).toBe(lanes[1]!.top + lanes[1]!.height);
});

test("an item comes on screen, no farther than need be", () => {
  const screen = { left: 0, top: 0, width: 1000, height: 500 };
  const box = { left: 400, top: 200, right: 500, bottom: 230 };
  expect(shownAt(box, screen, sizes, false)).toEqual({ left: 0, top: 0 });
  const far = { left: 2000, top: 900, right: 2100, bottom: 930 };
  const { left, top } = shownAt(far, screen, sizes, false);
  expect(far.right - left).toBeLessThan(1000);
  expect(far.bottom - top).toBeLessThan(500);
  expect(shownAt(box, { ...screen, left: left, top: top }, sizes, false).left).toBe(box.left - lead);
});
