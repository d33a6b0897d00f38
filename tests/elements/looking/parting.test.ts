import { expect, test } from "vitest";
import { fadingOf, partedBy } from "#elements/looking/parting.ts";
import { layoutOnPage } from "#layout/layout.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { chance, randomMap, seeded } from "../../random-map.ts";

function drawn(map: ReturnType<typeof argumentMap>) {
  const request = { map, forest: forestOf(map), folded: new Set<ClaimId>(), stackLeaves: false };
  return layoutOnPage({ ...request, sizeOf: () => ({ width: 264, height: 80 }) });
}

/** The lines that step back with these claims: drops and brackets by their step, trunks by their claim. */
function fadedIn(notation: string, back: string): readonly string[] {
  const map = argumentMap(notation);
  const claims = new Set(back.split(" ").map(claimId));
  const { faded } = partedBy(
    drawn(map),
    fadingOf(map, (claim) => claims.has(claim)),
  );
  if (faded === null) return [];
  const { trunks, drops, brackets, curves } = faded;
  return [
    ...trunks.map(({ parent }) => `trunk ${parent}`),
    ...drops.map(({ relation }) => `drop ${relation}`),
    ...brackets.map(({ relation }) => `bracket ${relation}`),
    ...curves.map(({ premise, relation }) => `curve ${premise} ${relation}`),
  ];
}

test.each([
  ["A; +B > A; -C > A", "none", []],
  ["A; +B > A; -C > A", "C", ["drop C>A"]],
  ["A; +B > A; -C > A", "B C", ["trunk A", "drop B>A", "drop C>A"]],
  ["A; +B > A; -C > B", "B", ["trunk A", "trunk B", "drop B>A", "drop C>B"]],
  ["A; +B & C > A", "B", []],
  ["A; +B & C > A", "B C", ["trunk A", "drop B&C>A", "bracket B&C>A"]],
  ["A; +B > A; -D > (B>A)", "B", ["trunk A", "drop B>A", "drop D>(B>A)"]],
  ["A; +B > A; -C > A; +B? > C", "C", ["drop C>A", "curve B B>C"]],
])("in %s, without %s: %j", (notation, back, faded) => {
  expect(fadedIn(notation, back).toSorted()).toEqual(faded.toSorted());
});

test("law: each line is in one part and no other, and all are as ever where no claim steps back, over 100 random maps", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = seeded(seed);
    const map = randomMap(random, 14);
    const picture = drawn(map);
    const back = new Set([...map.claims.keys()].filter(() => chance(random, 0.4)));
    const { shown, faded } = partedBy(
      picture,
      fadingOf(map, (claim) => back.has(claim)),
    );
    for (const lines of ["trunks", "drops", "brackets", "curves"] as const) {
      const parts = [...shown[lines], ...(faded?.[lines] ?? [])];
      expect(new Set<unknown>(parts), `seed ${seed}`).toEqual(new Set<unknown>(picture[lines]));
      expect(parts, `seed ${seed}`).toHaveLength(picture[lines].length);
    }
    const asEver = partedBy(
      picture,
      fadingOf(map, () => false),
    );
    expect(asEver.shown === picture && asEver.faded === null, `seed ${seed}`).toBe(true);
  }
});
