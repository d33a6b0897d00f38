import { describe, expect, test } from "vitest";
import { pictureIndex } from "#layout/cull.ts";
import {
  anchorHold,
  bracketLeg,
  cardWidth,
  memberGap,
  rankGap,
  siblingGap,
  stackRail,
} from "#layout/sizes.ts";
import type { Picture, Point } from "#layout/picture.ts";
import { claimId, relationId } from "../notation.ts";
import { cardOf, crosses, draw, segmentsOf } from "./drawing.ts";

function dropOf(picture: Picture, step: string) {
  const drop = picture.drops.find(({ relation }) => relation === relationId(step));
  if (drop === undefined) throw new Error(`There is no drop for ${step}.`);
  return drop;
}

/** Names in rows from the top, each row from left to right. */
function rowsOf(picture: Picture): string {
  const rows = new Map<number, { readonly x: number; readonly name: string }[]>();
  for (const [name, { x, y }] of picture.cards) rows.set(y, [...(rows.get(y) ?? []), { x, name }]);
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) =>
      row
        .toSorted((a, b) => a.x - b.x)
        .map(({ name }) => name)
        .join(" "),
    )
    .join(" / ");
}

function middleX(picture: Picture, name: string): number {
  const { x, width } = cardOf(picture, name);
  return x + width / 2;
}

function endsOf(path: string): readonly Point[] {
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number);
  const at = (index: number) => ({
    x: numbers.at(index) ?? Number.NaN,
    y: numbers.at(index + 1) ?? Number.NaN,
  });
  return [at(0), at(-2)];
}

function unmeasured() {
  return { width: Number.NaN, height: Number.POSITIVE_INFINITY };
}

describe("where cards stand", () => {
  test.each([
    ["nothing", "", {}, ""],
    ["a thesis alone", "A", {}, "A"],
    ["theses side by side", "A; B; C", {}, "A B C"],
    ["answers in the author's order", "A; +B > A; -C > A; +D > A", {}, "A / B C D"],
    ["branches in order", "A; +B > A; -C > A; +D > C; +E > B", {}, "A / B C / E D"],
    ["an undercutter right of what it attacks", "A; +B > A; +C > A; -D > (B>A)", {}, "A / B D C"],
    ["its answers below it", "A; +B > A; -D > (B>A); +E > D; +F > B", {}, "A / B D / F E"],
    [
      "an undercutter of an undercutter before the next undercutter",
      "A; +B > A; -U > (B>A); -V > (B>A); -W > (U>(B>A))",
      {},
      "A / B U W V",
    ],
    ["a folded claim without what is below it", "A; +B > A; +C > B; -D > (B>A)", { folded: ["B"] }, "A / B"],
    ["leaves of one kind in a column", "A; +B > A; +C > A; -D > A", { stackLeaves: true }, "A / B D / C"],
    [
      "a long run in even columns",
      "A; +B > A; +C > A; +D > A; +E > A; +F > A; -G > A",
      { stackLeaves: true },
      "A / B D F G / C E",
    ],
    ["not across kinds", "A; +B > A; -C > A; +D > A", { stackLeaves: true }, "A / B C D"],
    ["not a claim with answers", "A; +B > A; +C > A; -D > B", { stackLeaves: true }, "A / B C / D"],
    ["unless it is folded", "A; +B > A; +C > A; -D > B", { stackLeaves: true, folded: ["B"] }, "A / B / C"],
    ["not one that is undercut", "A; +B > A; +C > A; -D > (C>A)", { stackLeaves: true }, "A / B C D"],
    ["not co-premises", "A; +B & C > A; +D & E > A", { stackLeaves: true }, "A / B C D E"],
  ])("%s: %s", (_, notation, wishes, rows) => {
    expect(rowsOf(draw(notation, wishes))).toBe(rows);
  });

  test("ranks and siblings keep their distances", () => {
    const picture = draw("A; +B > A; -C > A");
    expect(cardOf(picture, "B").y - cardOf(picture, "A").y).toBe(100 + rankGap);
    expect(cardOf(picture, "C").x - cardOf(picture, "B").x).toBe(cardWidth + siblingGap);
  });

  test("an only answer hangs straight below, by one straight line", () => {
    const picture = draw("A; +B > A; -C > B");
    expect(middleX(picture, "B")).toBe(middleX(picture, "A"));
    expect(picture.trunks.map(({ path }) => segmentsOf(path).length)).toEqual([1, 1]);
  });

  test("a card that cannot be measured moves no other to nowhere", () => {
    expect(draw("A; +B > A; +C > A", { sizeOf: unmeasured }).bounds).toEqual({
      x: 0,
      y: 0,
      width: 28,
      height: 64,
    });
  });
});

describe("lines", () => {
  test("a stack's badges are on the left edges, level with the eyebrows", () => {
    const picture = draw("A; +B > A; +C > A", { stackLeaves: true });
    expect(picture.drops.map(({ badge }) => badge)).toEqual(
      ["B", "C"].map((name) => ({ x: cardOf(picture, name).x, y: cardOf(picture, name).y + 22 })),
    );
  });

  test("between two stacks the trunk runs straight down", () => {
    const picture = draw("A; +B > A; +C > A; -D > A; -E > A", { stackLeaves: true });
    const [start, end] = [middleX(picture, "A"), cardOf(picture, "D").x - stackRail];
    expect(end).toBe(start);
  });

  test("co-premises stand below their bar, premises drawn elsewhere are chips beside them", () => {
    const picture = draw("A; +B > A; +C & D & B > A");
    const [bracket] = picture.brackets;
    const [c, d] = [cardOf(picture, "C"), cardOf(picture, "D")];
    expect(c.y).toBe((bracket?.rect.y ?? 0) + bracketLeg);
    expect(d.x).toBe(c.x + c.width + memberGap);
    expect(bracket?.elsewhere.map(({ claim, rect }) => [claim, rect.x, rect.y])).toEqual([
      ["B", d.x + d.width + memberGap, d.y],
    ]);
  });

  test("undercutters of undercutters turn lower, each on the upright of what it attacks", () => {
    const picture = draw("A; +B > A; -U > (B>A); -V > (B>A); -W > (U>(B>A)); -X > (W>(U>(B>A)))");
    const [u, v] = [dropOf(picture, "U>(B>A)"), dropOf(picture, "V>(B>A)")];
    const [w, x] = [dropOf(picture, "W>(U>(B>A))"), dropOf(picture, "X>(W>(U>(B>A)))")];
    expect([u, v, w, x].map(({ joint }) => joint?.x)).toEqual(
      ["B", "B", "U", "W"].map((name) => middleX(picture, name)),
    );
    expect([u, v, w, x].map(({ joint, badge }) => badge.y - (joint?.y ?? 0))).toEqual([28, 28, 22, 20]);
  });

  test("a cross-link runs from its premise's edge to its target's", () => {
    const picture = draw("A; +B > A; +C > A; +D > B; -D > C");
    const [curve] = picture.curves;
    const [start, end] = endsOf(curve?.path ?? "");
    expect([curve?.premise, curve?.relation, curve?.kind]).toEqual(["D", "D>C", "opposes"]);
    expect(start).toEqual({ x: cardOf(picture, "D").x + cardWidth, y: expect.any(Number) });
    expect(end?.y).toBe(cardOf(picture, "C").y + 100);
  });

  test.each([
    ["the target is folded away", "A; +B > A; +C > B; +D > A; -D > C", ["B"]],
    ["the premise is folded away", "A; +B > A; +C > B; +D > A; -C > D", ["B"]],
  ])("no cross-link where %s", (_, notation, folded) => {
    expect(draw(notation).curves).toHaveLength(1);
    expect(draw(notation, { folded }).curves).toEqual([]);
  });

  test("a cross-link may end on a drop, on a see chip, or on another cross-link", () => {
    const picture = draw("A; +B > A; -C > A; -C > (B>A); +D & B > C; -D > (C>(B>A))");
    expect(picture.curves.map(({ relation }) => relation)).toHaveLength(3);
    const drop = dropOf(picture, "B>A");
    const [, end] = endsOf(picture.curves.find(({ relation }) => relation === "C>(B>A)")?.path ?? "");
    expect(end).toEqual({ x: drop.badge.x, y: drop.badge.y - 20 });
    const [, chip] = endsOf(picture.curves.find(({ premise }) => premise === "B")?.path ?? "");
    const rect = picture.brackets[0]?.elsewhere[0]?.rect;
    expect(rect && crosses([chip ?? rect, { x: rect.x + 60, y: rect.y + 14 }], rect)).toBe(true);
  });
});

describe("a claim in hand", () => {
  test("the camera moves as far as the claim did", () => {
    const [before, after] = [draw("A; +B > A"), draw("A; +Z > A; +B > A")];
    const { x, y } = anchorHold(before, after, claimId("B"));
    expect([cardOf(before, "B").x + x, cardOf(before, "B").y + y]).toEqual([
      cardOf(after, "B").x,
      cardOf(after, "B").y,
    ]);
    expect(anchorHold(before, after, claimId("Z"))).toEqual({ x: 0, y: 0 });
  });
});

describe("what is in a rectangle", () => {
  const index = pictureIndex(draw("A; +B > A; -C > A"));

  test.each([
    ["all", { x: -10, y: -10, width: 9999, height: 9999 }, "ABC"],
    ["the top", { x: 0, y: 0, width: 9999, height: 120 }, "A"],
    ["touching", { x: 0, y: 264, width: 1, height: 50 }, "B"],
    ["none", { x: 0, y: 110, width: 9999, height: 40 }, ""],
  ])("%s", (_, rect, names) => {
    expect([...index.partIn(rect).cards.keys()].toSorted().join("")).toBe(names);
    expect(index.countIn(rect)).toBe(names.length);
  });

  test("lines that reach into it, although both their cards are outside", () => {
    const { cards, trunks, drops } = index.partIn({ x: 0, y: 110, width: 9999, height: 40 });
    expect([cards.size, trunks.length, drops.length]).toEqual([0, 1, 2]);
  });

  test("the card on which a point lies", () => {
    expect(index.cardAt({ x: 5, y: 170 })).toBe("B");
    expect(index.cardAt({ x: -5, y: 170 })).toBeNull();
  });

  test("of nothing, nothing", () => {
    const nothing = pictureIndex(draw(""));
    expect(nothing.countIn({ x: 0, y: 0, width: 1, height: 1 })).toBe(0);
    expect(nothing.cardAt({ x: 0, y: 0 })).toBeNull();
  });
});
