import { expect, test } from "vitest";
import { readOutline } from "#interchange/outline-read.ts";
import { writeOutline } from "#interchange/outline-write.ts";
import { forestOf } from "#model/forest.ts";
import { branchFragment, type Fragment } from "#model/fragment.ts";
import { emptyMap } from "#model/map.ts";
import { argumentMap, claimId } from "../notation.ts";
import { below, pick, randomMap, seeded } from "../random-map.ts";

function read(text: string): Fragment {
  let last = 0;
  return readOutline(text, () => `i${++last}`);
}

/** A fragment's claims and steps in a line, by their texts. */
function shape({ roots, claims, relations }: Fragment): string {
  const texts = new Map(claims.map(({ id, text }) => [id as string, text]));
  const steps = new Map<string, string>();
  for (const { id, kind, premises, target } of relations) {
    const sign = kind === "supports" ? "+" : "-";
    const from = claims.filter((claim) => premises.includes(claim.id)).map(({ text }) => text);
    const to = target.type === "claim" ? (texts.get(target.id) ?? "") : `(${steps.get(target.id) ?? ""})`;
    steps.set(id, `${from.join("&")}>${to}`);
    texts.set(id, `${sign}${from.join("&")}>${to}`);
  }
  const signs = { supports: "+", opposes: "-", null: "" };
  const tops = roots.map(({ claim, kind }) => `${signs[`${kind}`]}${texts.get(claim) ?? ""}`);
  return [...tops, ...relations.map(({ id }) => texts.get(id) ?? "")].join("; ");
}

test.each([
  ["bullets", "A\n  + B\n  - C\n    + D", "A; +B>A; -C>A; +D>C"],
  ["bullets right below the thesis", "A\n+ B\n- C", "A; +B>A; -C>A"],
  ["tabs", "A\n\t+ B\n\t\t- C\n\t+ D", "A; +B>A; -C>B; +D>A"],
  ["a branch to be pasted", "- A\n  + B", "-A; +B>A"],
  ["several branches", "+ A\n- B\nC", "+A; -B; C"],
  ["no signs", "A\n  B\n    C\n  D", "A; +B>A; +C>B; +D>A"],
  ["other bullets and numbers", "• A\n  ◦ B\n  1. C\n  2) D", "A; +B>A; +C>A; +D>A"],
  ["a minus sign and a dash", "A\n  − B\n  – C", "A; -B>A; -C>A"],
  ["an objection to the step", "A\n  + B\n    _ C\n      _ D", "A; +B>A; -C>(B>A); -D>(C>(B>A))"],
  ["an objection to a step that is not there", "A\n  _ B", "A; -B>A"],
  ["co-premises", "A\n  - B\n  & C\n    + D", "A; -B&C>A; +D>C"],
  ["co-premises and their step", "A\n  + B\n    _ C\n  & D", "A; +B&D>A; -C>(B&D>A)"],
  ["co-premises of nothing", "& A\n& B", "A; B"],
  ["prose", "First line.\nSecond line.\n\nThird.", "First line.; Second line.; Third."],
  ["uneven indents", "A\n      + B\n   + C\n         - D", "A; +B>A; +C>A; -D>C"],
  ["nothing", "", ""],
  ["blank lines", "\n \n\t\n", ""],
  ["signs without a blank", "A\n  +B\n  -1 degree", "A; ++B>A; +-1 degree>A"],
  ["escaped signs", "\\+ A\n  + \\- B\n  + \\\\C", "+ A; +- B>+ A; +\\C>+ A"],
  ["Windows line ends", "A\r\n  + B\r\n", "A; +B>A"],
])("%s", (_, text, expected) => {
  expect(shape(read(text))).toBe(expected);
});

test("lines right under a bullet's text go on with it", () => {
  const { claims } = read("+ one\n  two\n\n  three\n    four\n- five");
  expect(claims.map(({ text }) => text)).toEqual(["one\ntwo\n\nthree", "four", "five"]);
});

test("siblings keep their order, and each claim is at home in its step", () => {
  const { claims, relations } = read("A\n  + B\n  + C\n  & D\n  - E");
  const steps = relations.filter(({ target }) => target.id === claims[0]?.id);
  expect(steps.map(({ order }) => order)).toEqual(["a0", "a1", "a2"]);
  for (const claim of claims.slice(1)) {
    expect(relations.find(({ id }) => id === claim.home)?.premises).toContain(claim.id);
  }
});

test("any text gives a fragment that holds together", () => {
  const bits = [
    "+ ",
    "- ",
    "_ ",
    "& ",
    "* ",
    "• ",
    "1. ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "a",
    "b c",
    "\\",
    "[x]",
    "😀",
    "+",
    "\r\n",
  ];
  for (let seed = 1; seed <= 3000; seed++) {
    const random = seeded(seed);
    const text = Array.from({ length: below(random, 30) }, () => pick(random, bits) ?? "").join("");
    const { roots, claims, relations } = read(text);
    const hint = `seed ${seed}: ${JSON.stringify(text)}`;
    const map = {
      ...emptyMap("m" as never),
      claims: new Map(claims.map((claim) => [claim.id, claim])),
      relations: new Map(relations.map((relation) => [relation.id, relation])),
    };
    expect(forestOf(map).roots, hint).toEqual(roots.map(({ claim }) => claim));
    expect(forestOf(map).crossLinks, hint).toEqual([]);
    expect(
      claims.every(({ text }) => text.trim() !== ""),
      hint,
    ).toBe(true);
  }
});

test.each([
  "A",
  "A; +B > A; -C > A; +D > B",
  "A; +B > A; -C > (B>A); -D > (C>(B>A)); +E > C",
  "A; +B & C > A; -D > (B&C>A); +E > C",
])("a branch comes back from its outline: %s", (notation) => {
  const map = argumentMap(notation);
  const fragment = branchFragment(map, forestOf(map), claimId("A"));
  expect(writeOutline(read(writeOutline(fragment)))).toBe(writeOutline(fragment));
  expect(
    shape(read(writeOutline(fragment)))
      .split("; ")
      .toSorted(),
  ).toEqual(shape(fragment).split("; ").toSorted());
});

test("an outline holds each claim of a fragment once, and reads the same twice", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const map = randomMap(seeded(seed));
    const forest = forestOf(map);
    for (const root of forest.roots) {
      const fragment = branchFragment(map, forest, root);
      const text = writeOutline(fragment);
      const again = read(text);
      expect(again.claims, `seed ${seed}\n${text}`).toHaveLength(fragment.claims.length);
      expect(writeOutline(again), `seed ${seed}\n${text}`).toBe(text);
    }
  }
});

test("a chain of 2,000 claims is written and read", () => {
  const lines = Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth * 2)}+ c${depth}`);
  const fragment = read(lines.join("\n"));
  expect(fragment.claims).toHaveLength(2000);
  expect(writeOutline(fragment)).toBe(lines.join("\n"));
});
