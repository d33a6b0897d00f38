import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { compareIds } from "#model/ids.ts";

/*
 * Fractional keys: plain strings, compared by code unit, between any two of which there is room for another,
 * so that putting a claim somewhere touches no other claim (https://observablehq.com/@dgreensp/implementing-fractional-indexing).
 */

/** Keys beyond this length are treated as rubbish, so that whoever places beside one writes short ones again. */
const LONGEST_KEY = 500;

/** Whether a key is one that others can be made beside. A file may hold anything. */
export function isOrderKey(key: string): boolean {
  if (key.length > LONGEST_KEY || !/^[A-Za-z][0-9A-Za-z]+$/.test(key)) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

/**
 * A key that sorts after `before` and before `after`; `null` is an open end.
 * Total: a bound that is no key counts as an open end, and where no key lies between the two, because they are
 * equal or stand the wrong way round, the result comes right after `before`.
 */
export function orderBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(...bounds(before, after));
}

/** `count` keys in rising order, under the rules of `orderBetween`. */
export function ordersBetween(before: string | null, after: string | null, count: number): readonly string[] {
  return generateNKeysBetween(...bounds(before, after), Math.max(0, count));
}

/** Whether `orderBetween` gives a key that really sorts between the two. */
export function hasRoomBetween(before: string | null, after: string | null): boolean {
  if (before !== null && !isOrderKey(before)) return false;
  if (after !== null && !isOrderKey(after)) return false;
  return before === null || after === null || before < after;
}

/** The author's order: by key, ties by id, the same on every replica. */
export function byOrder(
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number {
  return compareIds(a.order, b.order) || compareIds(a.id, b.id);
}

function bounds(before: string | null, after: string | null): [string | null, string | null] {
  const low = before !== null && isOrderKey(before) ? before : null;
  const high = after !== null && isOrderKey(after) ? after : null;
  return low !== null && high !== null && low >= high ? [low, null] : [low, high];
}
