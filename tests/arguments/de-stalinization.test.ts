import { expect, test } from "vitest";
import article from "../../arguments/article-paragraphs.json" with { type: "json" };
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import { isUndercutter } from "#model/relation.ts";
import articleShingles from "./article-shingles.json" with { type: "json" };
import { readShipped } from "./shipped-files.ts";
import { shingles } from "./shingles.ts";

const { map } = readShipped("de-stalinization");
const claims = [...map.claims.values()];
const relations = [...map.relations.values()];
const forest = forestOf(map);

test("asks the project's question and has one thesis", () => {
  expect(map.about.question).toBe(
    "After Stalin, was measured reform the right course, or should stability have come first?",
  );
  expect(forest.roots).toEqual(["measured-reform"]);
});

test("has the size and the kinds of argument that were asked for", () => {
  expect(claims.length).toBeGreaterThanOrEqual(30);
  expect(claims.length).toBeLessThanOrEqual(45);
  expect(relations.filter(isUndercutter).length).toBeGreaterThanOrEqual(2);
  expect(relations.filter(({ premises }) => premises.length > 1)).toHaveLength(1);
  const answered = claims.filter(
    ({ id }) => relations.filter(({ premises }) => premises.includes(id)).length > 1,
  );
  expect(answered.map(({ id }) => id).toSorted()).toEqual([
    "central-planning-stayed",
    "currents-in-the-bloc",
    "no-durable-institutions",
    "secret-speech",
    "viability",
  ]);
  expect(Math.max(...[...forest.nodes.values()].map(({ depth }) => depth))).toBeGreaterThanOrEqual(4);
});

test.each([
  [1, "break-with-personal-rule", "measured-reform", "supports"],
  [1, "legitimacy", "measured-reform", "supports"],
  [2, "stability-first", "measured-reform", "opposes"],
  [2, "discipline", "stability-first", "supports"],
  [2, "security-apparatus", "stability-first", "supports"],
  [2, "hungary-1956", "stability-first", "supports"],
  [3, "necessary-correction", "viability", "supports"],
  [3, "viability", "measured-reform", "supports"],
  [3, "end-of-terror", "measured-reform", "supports"],
  [3, "centrifugal-misstep", "stability-first", "supports"],
  [3, "orthodoxy", "stability-first", "supports"],
  [3, "excesses-of-the-thaw", "stability-first", "supports"],
  [3, "not-radical-enough", "measured-reform", "opposes"],
  [4, "collapse-averted", "measured-reform", "supports"],
  [4, "no-durable-institutions", "measured-reform", "opposes"],
])("the point of Controversies and debates, ¶%i, is in its place: %s", (paragraph, id, parent, kind) => {
  const node = forest.nodes.get(id as ClaimId);
  expect(node?.parent).toBe(parent);
  expect(map.relations.get(node!.relation!)?.kind).toBe(kind);
  const places = map.claims.get(id as ClaimId)?.citations.map(({ locator }) => locator);
  expect(places).toContain(`Controversies and debates, ¶${paragraph}`);
});

test("the polemics against half-measures are met on their step, not on their fact", () => {
  const undercut = relations.find(({ premises }) =>
    premises.includes("condemnation-over-outcomes" as ClaimId),
  );
  expect(undercut).toMatchObject({
    kind: "opposes",
    target: { type: "relation", id: "not-radical-enough->measured-reform" },
  });
});

test("every claim cites a paragraph of the article that exists; other works are further reading", () => {
  const paragraphs = new Set(
    article.sections.flatMap(({ heading, paragraphs }) =>
      Array.from({ length: paragraphs }, (_, place) => `${heading}, ¶${place + 1}`),
    ),
  );
  for (const { id, citations } of claims) {
    const [own, others] = [citations.filter(isOfArticle), citations.filter((each) => !isOfArticle(each))];
    expect(own.length, id).toBeGreaterThan(0);
    for (const { locator, label } of own)
      expect([paragraphs.has(locator), label], `${id}: ${locator}`).toEqual([true, "section"]);
    for (const { prefix, locator } of others) expect([prefix, locator], id).toEqual(["see", ""]);
  }
});

test("every paragraph of the article's body is drawn on", () => {
  const cited = new Set(claims.flatMap(({ citations }) => citations.map(({ locator }) => locator)));
  for (const { heading, paragraphs } of article.sections) {
    for (let place = 1; place <= paragraphs; place++) expect(cited).toContain(`${heading}, ¶${place}`);
  }
});

test("every claim has a label and is a sentence to be read on a card", () => {
  for (const { id, label, text } of claims) {
    expect(label, id).not.toBe("");
    expect(text, id).toMatch(/^\p{Lu}.*\.$/u);
    expect(text.split(" ").length, id).toBeLessThanOrEqual(30);
  }
});

test("no eight words in a row are the article's", () => {
  const copied = new Set(articleShingles);
  for (const { id, text } of claims) {
    expect(
      shingles(text).filter((run) => copied.has(run)),
      id,
    ).toEqual([]);
  }
});

function isOfArticle({ source }: { readonly source: string }): boolean {
  return source === article.source;
}
