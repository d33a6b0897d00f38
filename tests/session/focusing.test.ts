import { signal } from "@preact/signals-core";
import { expect, test } from "vitest";
import { forestOf } from "#model/forest.ts";
import { Focusing } from "#session/focusing.ts";
import { argumentMap, claimId } from "../notation.ts";

const debate = "A; +B > A; -C > A; +D > B; -E > D";

function focusing(notation = debate) {
  const whole = signal(forestOf(argumentMap(notation)));
  return { whole, focus: new Focusing(whole) };
}

test("a focus shows one branch, and the way to it", () => {
  const { focus } = focusing();
  focus.on(claimId("D"));
  expect(focus.forest.value.order).toEqual(["D", "E"]);
  expect(focus.path.value).toEqual(["A", "B"]);
  focus.on(null);
  expect(focus.forest.value.order).toEqual(["A", "B", "D", "E", "C"]);
  expect(focus.path.value).toEqual([]);
});

test("a claim outside ends it, one inside does not", () => {
  const { focus } = focusing();
  focus.on(claimId("B"));
  focus.admit(claimId("E"));
  expect([focus.head.value, focus.left.value]).toEqual(["B", 0]);
  focus.admit(claimId("C"));
  expect([focus.head.value, focus.left.value]).toEqual([null, 1]);
  focus.admit(claimId("E"));
  expect(focus.left.value).toBe(1);
});

test("it ends when its head goes, and does not come back with it", () => {
  const { whole, focus } = focusing();
  focus.on(claimId("B"));
  whole.value = forestOf(argumentMap("A; -C > A"));
  expect(focus.forest.value.order).toEqual(["A", "C"]);
  whole.value = forestOf(argumentMap(debate));
  expect(focus.head.value).toBeNull();
});
