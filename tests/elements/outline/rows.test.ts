import { expect, test } from "vitest";
import { mostGuides, type OutlineRow, rowsOf } from "#elements/outline/rows.ts";
import type { CardSight, Sights } from "#elements/map/sights.ts";
import { branchCounts } from "#model/counts.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap } from "../../notation.ts";
import { randomMap, seeded } from "../../random-map.ts";

function rows(
  map: ArgumentMap,
  before: readonly OutlineRow[] = [],
  sights: Sights | null = null,
): readonly OutlineRow[] {
  const forest = forestOf(map);
  const source = {
    map,
    forest,
    folding: new Set<ClaimId>(),
    counts: branchCounts(forest),
    citationOf: () => "",
    sights,
  };
  return rowsOf(source, forest.order, new Map(before.map((row) => [row.face.claim, row])));
}

/** "··B [start]": a row's depth, claim and place in its bracket. */
function written(row: OutlineRow): string {
  const own = row.guides.at(-1)?.bracket;
  const also = row.links.map(({ words, claim }) => ` (${words} ${claim})`).join("");
  return `${"·".repeat(row.guides.length)}${row.face.claim}${own ? ` [${own}]` : ""}${also}`;
}

test("rows stand in the order of the tree, each at its level", () => {
  expect(rows(argumentMap("A; +B > A; -C > B; -D > A")).map(written)).toEqual(["A", "·B", "··C", "·D"]);
});

test("an undercutter stands one level below the premise whose step it attacks", () => {
  const [, , undercutter] = rows(argumentMap("A; +B > A; -C > (B>A)"));
  expect(undercutter?.face.role).toBe("objectionToStep");
  expect(undercutter?.guides).toHaveLength(2);
});

test("co-premises stand in one bracket, which runs past what is below the first", () => {
  const all = rows(argumentMap("A; +B & C & D > A; +E > B; +F > D"));
  expect(all.map(written)).toEqual(["A", "·B [start]", "··E", "·C [middle]", "·D [end]", "··F"]);
  expect(all.map((row) => row.joins)).toEqual([false, false, false, true, true, false]);
  expect(all.find(({ face }) => face.claim === "E")?.guides[0]?.bracket).toBe("middle");
  expect(all.find(({ face }) => face.claim === "F")?.guides[0]?.bracket).toBeNull();
});

test("cross-links are told where the claim stands", () => {
  const all = rows(argumentMap("A; +B > A; -C > A; +B > C; -B > (C>A)"));
  expect(all[1]?.links.map(({ words, claim }) => `${words} ${claim}`).sort()).toEqual([
    "also objects to the step from C",
    "also supports C",
  ]);
  expect(all[1]?.name).toMatch(/^Reason: B also .*also .*\(also answers 2 other claims\)$/);
});

test("a co-premise that is drawn elsewhere is told at the bracket", () => {
  const all = rows(argumentMap("A; +B > A; +C & B > A"));
  expect(all.find(({ face }) => face.claim === "C")?.links.map(({ claim }) => claim)).toContain("B");
});

test("a deep row is indented no further than its text can bear", () => {
  const chain = Array.from({ length: 40 }, (_, at) => `+c${at + 1} > c${at}`).join("; ");
  expect(rows(argumentMap(`c0; ${chain}`)).at(-1)?.guides).toHaveLength(mostGuides);
});

test("a row that says what it said before is the same object, on random maps", () => {
  for (let seed = 0; seed < 300; seed++) {
    const map = randomMap(seeded(seed));
    const first = rows(map);
    const again = rows({ ...map, claims: new Map(map.claims) }, first);
    expect(first.length, `seed ${seed}`).toBe(map.claims.size);
    expect(
      again.every((row, at) => row === first[at]),
      `seed ${seed}`,
    ).toBe(true);
  }
});

const sight = (key: string): CardSight => ({
  key,
  fade: "dim",
  over: { arguers: "A 1957", citation: "source hidden" },
  said: "School A",
  drawn: undefined,
});

const sights = (key: string) => ({ of: () => sight(key) }) as unknown as Sights;

test("rows show how the map is looked at, and say it in place of names", () => {
  const map = argumentMap("A; +B > A");
  const before = rows(map, [], sights("blind"));
  expect(before.map(({ description }) => description)).toEqual(
    Array(2).fill("A 1957. source hidden. School A"),
  );
  expect(before[0]!.face.citation).toBe("source hidden");
  expect(rows(map, before, sights("blind"))[0]).toBe(before[0]);
  expect(rows(map, before, sights("revealed"))[0]).not.toBe(before[0]);
});
