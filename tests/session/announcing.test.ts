import { expect, test } from "vitest";
import { type Change, changeBetween } from "#model/change.ts";
import { Bouts } from "#session/announcing.ts";
import type { Happening } from "#store/ports.ts";
import { argumentMap } from "../notation.ts";

const alone = argumentMap("A");
const added = changeBetween(alone, argumentMap("A; +B > A"));
const nothing = changeBetween(alone, alone);

function happening(by: Happening["by"], change: Change): Happening {
  return { label: "", change, by };
}

test("a claim that is written in bouts is told of once, as an addition, when its field is left", () => {
  const bouts = new Bouts();
  const first = happening("here", added);
  const [second, last] = [happening("here", nothing), happening("here", nothing)];
  expect(bouts.next(null, true)).toBe(null);
  expect(bouts.next(first, true)).toBe(null);
  expect(bouts.next(second, true)).toBe(null);
  expect(bouts.next(last, false)).toBe(first);
  expect(bouts.next(last, false)).toBe(null);
});

test("what others do meanwhile, and what is done without writing, is told at once", () => {
  const bouts = new Bouts();
  const theirs = happening("elsewhere", added);
  const mine = happening("here", added);
  expect(bouts.next(theirs, true)).toBe(theirs);
  expect(bouts.next(theirs, false)).toBe(null);
  expect(bouts.next(mine, false)).toBe(mine);
});
