import { expect, test } from "vitest";
import { applyChange } from "#model/change.ts";
import { forestAfter } from "#model/forest-after.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap, claimId } from "../notation.ts";
import { randomMap, reshuffled, seeded, shuffled } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { graveyard, randomChange } from "../store/random-change.ts";
import { forRandomMaps, patient } from "./laws.ts";

/** The forest as a line: children in brackets, the relation's sign before each. */
function drawn(map: ArgumentMap): string {
  const forest = forestOf(map);
  const write = (claim: ClaimId): string => {
    const node = forest.nodes.get(claim)!;
    const sign = { supports: "+", opposes: "-" }[map.relations.get(node.relation!)?.kind ?? "supports"];
    const below = node.children.length === 0 ? "" : `(${node.children.map(write).join(" ")})`;
    return `${node.relation === null ? "" : sign}${claim}${below}`;
  };
  return forest.roots.map(write).join(" ");
}

function crossLinks(map: ArgumentMap): string {
  return forestOf(map)
    .crossLinks.map(({ premise, relation }) => `${premise} in ${relation}`)
    .join(", ");
}

test.each([
  ["nothing", "", "", ""],
  ["a thesis", "A", "A", ""],
  ["two theses", "B; A", "B A", ""],
  ["answers in the author's order", "A; +C > A; -B > A; +D > C", "A(+C(+D) -B)", ""],
  ["co-premises", "A; +C & B > A; -D > B", "A(+C +B(-D))", ""],
  ["an undercutter stands with what it attacks", "A; +B > A; +C > B; -D > (B>A)", "A(+B(-D +C))", ""],
  ["an undercutter of a bracket, with its first premise", "A; +C & B > A; -D > (C&B>A)", "A(+C(-D) +B)", ""],
  ["an undercutter of an undercutter", "A; +B > A; -D > (B>A); -E > (D>(B>A))", "A(+B(-D(-E)))", ""],
  ["the first step is the home", "A; C; +B > A; +B > C", "A(+B) C", "B in B>C"],
  ["the home that was chosen", "A; C; +B > A; +B* > C", "A C(+B)", "B in B>A"],
  ["without a home, the smallest id that leads to a root", "A; C; +B? > C; +B? > A", "A(+B) C", "B in B>C"],
  ["a step to what is not drawn yet waits", "Z; +B? > C; +C? > B; +C? > Z", "Z(+C(+B))", "C in C>B"],
  ["a bracket whose other premise is elsewhere", "A; C; +B > C; +B & D > A", "A(+D) C(+B)", "B in B&D>A"],
  [
    "a step that is drawn nowhere: its undercutter answers the claim",
    "A; C; +B > C; +B > A; -D > (B>A)",
    "A(-D) C(+B)",
    "B in B>A",
  ],
  ["a self-answer", "+A > A", "A", "A in A>A"],
  ["a self-answer is no sound home", "R; +A > A; +A > R", "R(+A)", "A in A>A"],
  ["a claim whose home is a step onto its own step", "A; +B? > A; -B > (B>A)", "A(-B)", "B in B>A"],
  ["an undercutter of its own step", "A; +B > A; -B > (B>A)", "A(+B)", "B in B>(B>A)"],
  ["a cycle that is nobody's home", "+B? > A; +A? > B", "A(+B)", "A in A>B"],
  ["a cycle of homes", "+C > B; +B > A; +A > C", "A(+B(+C))", "A in A>C"],
  ["in a cycle a claim without a home comes first", "+B > A; +A > C; +C? > B", "C(+A(+B))", "C in C>B"],
  ["what leads into a cycle hangs on it", "+B > A; +A > B; -C > B", "A(+B(-C))", "A in A>B"],
  ["a cycle that leads to a root", "R; +B > A; +A? > B; +A? > R", "R(+A(+B))", "A in A>B"],
  ["a dangling step", "+A > ~X; +B > A", "A(+B)", ""],
  ["a step onto a step that is not there", "A; -D > (X>Y)", "A D", ""],
  ["twice the same step", "A; +B > A; -B > A", "A(+B)", "B in B>A#2"],
])("%s", (_, notation, forest, links) => {
  const map = argumentMap(notation);
  expect(drawn(map)).toBe(forest);
  expect(crossLinks(map)).toBe(links);
});

test("steps that go round each other lead nowhere", () => {
  const map = argumentMap("A; +B > A; -C > (D>(C>(D)))");
  const step = [...map.relations.values()].find(({ target }) => target.type === "relation");
  const loop = { ...step!, target: { type: "relation", id: step!.id } as const };
  expect(drawn({ ...map, relations: new Map([[loop.id, loop]]) })).toBe("A B C");
});

test("anchors: an undercutter is laid out below the claim that the step bears on", () => {
  const { nodes } = forestOf(argumentMap("A; +B > A; -D > (B>A); -E > (D>(B>A))"));
  expect(nodes.get(claimId("D"))).toMatchObject({ parent: "B", anchor: "A", depth: 2 });
  expect(nodes.get(claimId("E"))).toMatchObject({ parent: "D", anchor: "A", depth: 3 });
});

test("a bracket names the premises that are drawn elsewhere", () => {
  const { nodes } = forestOf(argumentMap("A; C; +B > C; +B & D > A"));
  expect(nodes.get(claimId("A"))?.answers).toEqual([
    { relation: "B&D>A", kind: "supports", premises: ["D"], elsewhere: ["B"] },
  ]);
});

test("every claim is drawn exactly once, as a depth-first listing of the tree of names", patient, () => {
  forRandomMaps(3000, (map) => {
    const forest = forestOf(map);
    expect([...forest.nodes.keys()].toSorted()).toEqual([...map.claims.keys()].toSorted());
    const listed: ClaimId[] = [];
    const visit = (claim: ClaimId, parent: ClaimId | null, depth: number): void => {
      const node = forest.nodes.get(claim)!;
      expect([node.parent, node.depth]).toEqual([parent, depth]);
      listed.push(claim);
      for (const child of node.children) visit(child, claim, depth + 1);
    };
    for (const root of forest.roots) visit(root, null, 0);
    expect(listed).toEqual(forest.order);
    expect(forest.order.length).toBe(map.claims.size);
  });
});

test("anchors lead to a root, and a claim is drawn where it is a premise", patient, () => {
  forRandomMaps(3000, (map) => {
    const { nodes, roots } = forestOf(map);
    for (const node of nodes.values()) {
      expect(node.anchor === null).toBe(node.relation === null);
      expect(node.parent === null).toBe(node.relation === null);
      expect(roots.includes(node.claim)).toBe(node.relation === null);
      if (node.relation !== null) expect(map.relations.get(node.relation)?.premises).toContain(node.claim);
      let steps = 0;
      for (let at = node.anchor; at !== null; at = nodes.get(at)!.anchor) steps++;
      expect(steps).toBeLessThan(nodes.size);
    }
  });
});

test(
  "cross-links and what is drawn are together all pairs of a claim and a step onto what is there",
  patient,
  () => {
    forRandomMaps(3000, (map) => {
      const forest = forestOf(map);
      const drawn = [...forest.nodes.values()]
        .filter(({ relation }) => relation !== null)
        .map(({ claim, relation }) => `${claim} ${relation}`);
      const links = forest.crossLinks.map(({ premise, relation }) => `${premise} ${relation}`);
      const pairs = [...map.relations.values()]
        .filter(({ target }) =>
          target.type === "claim" ? map.claims.has(target.id) : map.relations.has(target.id),
        )
        .flatMap(({ id, premises }) =>
          [...new Set(premises)].filter((claim) => map.claims.has(claim)).map((claim) => `${claim} ${id}`),
        );
      expect([...drawn, ...links].toSorted()).toEqual(pairs.toSorted());
    });
  },
);

test("the forest does not depend on the order in which records were put in", patient, () => {
  forRandomMaps(3000, (map, random) => {
    const other = reshuffled(random, map);
    const relations = [...other.relations].map(([id, relation]) => {
      const premises = shuffled(random, relation.premises);
      return [id, Object.assign({}, relation, { premises })] as const;
    });
    expect(forestOf({ ...other, relations: new Map(relations) })).toEqual(forestOf(map));
  });
});

test("a claim with a sound home is drawn there, unless a cycle of homes had to be cut", patient, () => {
  forRandomMaps(3000, (map) => {
    const { nodes } = forestOf(map);
    for (const { claim, relation } of nodes.values()) {
      const home = map.claims.get(claim)!.home;
      if (relation === null || home === null || relation === home) continue;
      const step = map.relations.get(home);
      const holds = step?.premises.includes(claim) === true && step.target.type === "claim";
      expect(holds && step.target.id !== claim && map.claims.has(step.target.id)).toBe(false);
    }
  });
});

test("a chain of 10,000 claims, in either direction, and a random map of as many", () => {
  const names = Array.from({ length: 10_000 }, (_, place) => `n${place}`);
  const down = names.map((name, place) => (place === 0 ? name : `+${name} > n${place - 1}`)).join(";");
  expect(forestOf(argumentMap(down)).nodes.get(claimId("n9999"))?.depth).toBe(9999);
  const round = names.map((name, place) => `+${name}? > n${(place + 1) % 10_000}`).join(";");
  expect(forestOf(argumentMap(round)).roots).toEqual(["n0"]);
  expect(forestOf(randomMap(seeded(5), 10_000)).order.length).toBe(10_000);
});

test(
  "law: the forest after a change is the one drawn from nothing, and the same where only words have changed",
  patient,
  () => {
    for (let seed = 1; seed <= seeds(500, 200); seed++) {
      const [random, graves] = [seeded(seed), graveyard()];
      let map = randomMap(random, 12);
      for (let step = 0; step < 6; step++) {
        const before = map;
        const forest = forestOf(before);
        map = applyChange(map, randomChange(random, map, graves));
        const after = forestAfter(before, map);
        expect({ ...after, nodes: new Map(after.nodes) }, `seed ${seed}, step ${step}`).toEqual(
          forestOf({ ...map }),
        );
        const claims = [...map.claims].map(
          ([id, claim]) => [id, { ...claim, text: `${claim.text}!` }] as const,
        );
        const worded = { ...map, claims: new Map(claims) };
        expect(forestAfter(map, worded), `seed ${seed}, step ${step}`).toBe(forestOf(map));
        expect(forestAfter(before, { ...before })).toBe(forest);
      }
    }
  },
);
