import { expect, test } from "vitest";
import { readArgdown } from "#interchange/argdown-read.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import { newClaim } from "#model/claim.ts";
import type { ClaimId, RelationId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onRelation } from "#model/relation.ts";
import { newCitation } from "#model/source.ts";
import { argumentMap, relationId } from "../notation.ts";
import { below, pick, type Random, randomMap, rubbishMap, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";

function expectRoundTrip(map: ArgumentMap, hint: string): void {
  const text = writeArgdown(map);
  const outcome = readArgdown(text);
  if ("refused" in outcome) throw new Error(`${hint}: ${outcome.refused}`);
  const warnings = outcome.warnings.filter((each) => !each.endsWith("It was kept as it is."));
  expect({ ...outcome, warnings }, `${hint}\n${text}`).toEqual({ map, warnings: [] });
}

test.each([
  ["nothing", ""],
  ["a thesis", "A"],
  ["several theses", "A; B; +C > B"],
  ["reasons and objections", "A; +B > A; -C > B"],
  ["an undercutter", "A; +B > A; -C > (B>A)"],
  ["undercutters of undercutters", "A; +B > A; -C > (B>A); -D > (C>(B>A)); -E > (D>(C>(B>A)))"],
  ["an undercutter of one step of two", "A; +B > A; +B > C; -D > (B>A)"],
  ["support for a step", "A; +B > A; +C > (B>A); -D > (C>(B>A))"],
  ["co-premises that support", "A; +B & C > A; +D > B"],
  ["co-premises that oppose", "A; -B & C > A; -D > (B&C>A)"],
  ["co-premises that undercut", "A; +B > A; -C & D > (B>A); -E > (C&D>(B>A))"],
  ["a cross-link", "A; +B > A; -C > A; +B > C"],
  ["a cross-link between co-premises", "A; +B & C > A; +C & D > B"],
  ["a cycle", "+A > B; +B > C; +C > A"],
  ["a self-answer", "A; +A > A"],
  ["doubles", "A; +B > A; +B > A; -B > A"],
  ["dangling ends", "A; +B > ~X; -C > (X>Y); +D > A"],
])("%s comes back", (_, notation) => {
  expectRoundTrip(argumentMap(notation), notation);
});

test("a contradiction is one line, and comes back as two steps", () => {
  const map = argumentMap("A; -B > A; -A? > B");
  const [there, back] = [relationId("B>A"), relationId("A>B")];
  const mutual = withMutual(withMutual(map, there, back), back, there);
  expect(writeArgdown(mutual)).toContain(">< ");
  expectRoundTrip(mutual, "mutual");
});

test("random maps come back", { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= seeds(500, 150); seed++)
    expectRoundTrip(randomMap(seeded(seed)), `seed ${seed}`);
});

test("200 maps that no app would make come back", { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 200; seed++) expectRoundTrip(rubbishMap(seeded(seed)), `seed ${seed}`);
});

test(
  "maps with texts that look like Argdown, YAML, comments and markup come back",
  { timeout: 60_000 },
  () => {
    for (let seed = 1; seed <= seeds(600, 200); seed++) {
      const random = seeded(seed);
      const map = argumentMap("A; +B > A; -C > B; +D & E > A; -F > (B>A); +C > A; G");
      const claims = [...map.claims.values()].map((claim) =>
        newClaim(claim.id, {
          ...claim,
          text: scraps(random),
          label: scraps(random),
          note: scraps(random),
          citations: [newCitation(scraps(random) as SourceId, { locator: scraps(random), label: "section" })],
        }),
      );
      expectRoundTrip({ ...map, claims: new Map(claims.map((claim) => [claim.id, claim])) }, `seed ${seed}`);
    }
  },
);

test("a chain of 2,000 claims comes back, in paragraphs of a few levels", () => {
  const steps = Array.from(
    { length: 2000 },
    (_, place) => `${place % 3 === 0 ? "-" : "+"}c${place + 1} > c${place}`,
  );
  const map = argumentMap(steps.join(";"));
  expectRoundTrip(map, "chain");
  expect(
    Math.max(
      ...writeArgdown(map)
        .split("\n")
        .map((line) => line.search(/\S/)),
    ),
  ).toBeLessThan(30);
});

test("a chain of 400 undercutters comes back", () => {
  const map = argumentMap("A; +B > A");
  const claims = new Map(map.claims);
  const relations = new Map(map.relations);
  for (let place = 1; place <= 400; place++) {
    const claim = newClaim(`u${place}` as ClaimId, { text: `Number ${place}.`, home: step(place) });
    claims.set(claim.id, claim);
    relations.set(step(place), {
      id: step(place),
      kind: "opposes",
      premises: [claim.id],
      target: onRelation(step(place - 1)),
      order: "a0",
      mutual: null,
    });
  }
  expectRoundTrip({ ...map, claims, relations }, "undercutters");
});

test("long notes and texts come back", () => {
  const map = argumentMap("A; +B > A");
  const claims = [...map.claims.values()].map((claim) =>
    newClaim(claim.id, {
      ...claim,
      text: "W{} ".repeat(20_000).trim(),
      note: "a {b}\n} c, === ".repeat(10_000),
    }),
  );
  expectRoundTrip({ ...map, claims: new Map(claims.map((claim) => [claim.id, claim])) }, "long");
});

test("what the reader finds by itself is not written", () => {
  const text = "[A]: Ay.\n  + [B]: Bee.\n    _ [C]: See.\n  - [D]: Dee.\n    + [B]\n";
  const outcome = readArgdown(text.replace("    _ [C]: See.\n", ""));
  const body = "map" in outcome ? writeArgdown(outcome.map).split("\n===\n\n")[1] : "";
  expect(body).toBe(text.replace("    _ [C]: See.\n", ""));
});

/** The first step is the one from B to A. */
function step(place: number): RelationId {
  return (place === 0 ? "B>A" : `r${place}`) as RelationId;
}

function withMutual(map: ArgumentMap, id: RelationId, mutual: RelationId): ArgumentMap {
  const relation = { ...map.relations.get(id)!, mutual };
  return { ...map, relations: new Map([...map.relations, [id, relation]]) };
}

const signs = [..."\\@#*_[]<>{}():.,;/-+=|&!?\"'`~$%^ab1vn \n\t"];
const letters = ["\u00a0", "\u2028", "\u0000", "\u0085", "\ufeff", "\ud800", "é", "😀", "שלום", "سلام"];
const marks = "=== // /* */ <!-- --> -- ---- (1) 1. >< +> <+ _ # * :v: .star. :->: U.S.S.R. e.g.".split(" ");
const runs = ["https://a.b/c?d=e_f#g", "[x](y)", "@[a]", "#tag", "} x", "}\n", "_ ", "# ", "1. ", "+ "];
const bits = [...signs, ...letters, ...marks, ...runs];

function scraps(random: Random): string {
  return Array.from({ length: below(random, 9) }, () => pick(random, bits) ?? "").join("");
}
