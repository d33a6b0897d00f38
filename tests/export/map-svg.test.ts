import { describe, expect, test } from "vitest";
import type { Look } from "#export/look.ts";
import type { Seen } from "#export/seen.ts";
import { thumbnail } from "#export/thumbnail.ts";
import { newClaim } from "#model/claim.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap, claimId } from "../notation.ts";
import { drawnSvg } from "./drawn.ts";
import { roughMeasure } from "./measuring.ts";

const look: Look = { theme: "light", measure: roughMeasure, citationOf: () => "", arguersOf: () => "" };

function svgOf(map: ArgumentMap, changes: Partial<Look> = {}, folded: readonly string[] = []): string {
  return drawnSvg(map, { ...look, ...changes }, new Set(folded.map(claimId)));
}

/** The texts of a document, in drawing order. */
function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inside = ""]) =>
    inside.replaceAll(/<[^>]*>/g, ""),
  );
}

/** Where cards and thesis cards begin. */
function lefts(svg: string): readonly (string | undefined)[] {
  return [...svg.matchAll(/<rect x="([^"]+)"[^>]*width="(?:263|419)"/g)].map(([, x]) => x);
}

function heightOf(svg: string): number {
  return Number(/viewBox="\S+ \S+ \S+ (\S+)"/.exec(svg)?.[1]);
}

function titled(notation: string, about: Partial<ArgumentMap["about"]>): ArgumentMap {
  const map = argumentMap(notation);
  return { ...map, about: { ...map.about, ...about } };
}

describe("what an exported map says", () => {
  test("title, question, and each claim under its eyebrow", () => {
    const map = titled("A; +B > A; -C > A; -D > (B>A); +E > (B>A)", { title: "T", question: "Q?" });
    expect(textsOf(svgOf(map))).toEqual([
      "T",
      "Q?",
      "Thesis",
      "A",
      "+1 −1",
      "Reason",
      "B",
      "+1 −1",
      "Objection to this step",
      "D",
      "Reason for this step",
      "E",
      "Objection",
      "C",
    ]);
  });

  test("its title and description are read out", () => {
    const svg = svgOf(titled("A; +B > A; -C > B", { title: "T", question: "Q?" }), {}, ["B"]);
    expect(svg).toContain('<title id="title">T</title><desc id="desc">Q? · 2 of 3 claims shown</desc>');
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
  });

  test("a folded claim says what it holds", () => {
    expect(textsOf(svgOf(argumentMap("A; +B > A; -C > B; +D > C; +E > C"), {}, ["B"]))).toContain(
      "2 reasons, 1 objection",
    );
  });

  test("labels, citations, and see chips", () => {
    const map = argumentMap("A; +B > A; +C & B > A");
    const claims = new Map(map.claims).set(
      claimId("B"),
      newClaim(claimId("B"), { text: "B", label: "Speech" }),
    );
    const texts = textsOf(
      svgOf({ ...map, claims }, { citationOf: ({ id }) => (id === "C" ? "Jones 1998" : "") }),
    );
    expect(texts).toEqual(expect.arrayContaining(["Reason  ·  Speech", "Jones 1998", "see Speech"]));
  });

  test("who argued a claim, above its citation, and as much taller", () => {
    const map = argumentMap("A; +B > A; -C > B");
    const look = { citationOf: () => "Jones 1998" };
    const svg = svgOf(map, { ...look, arguersOf: ({ id }) => (id === "B" ? "Fischer 1961" : "") });
    expect(textsOf(svg)).toEqual(
      "A map,Thesis,A,Jones 1998,+1,Reason,B,Fischer 1961,Jones 1998,−1,Objection,C,Jones 1998".split(","),
    );
    expect(heightOf(svg) - heightOf(svgOf(map, look))).toBe(20);
  });

  test("an empty map and an empty claim", () => {
    expect(textsOf(svgOf(titled("", { title: "" })))).toEqual([]);
    const map = argumentMap("A");
    const blank = new Map([[claimId("A"), newClaim(claimId("A"))]]);
    expect(textsOf(svgOf({ ...map, claims: blank }))).toContain("No words yet");
  });
});

describe("how it is drawn", () => {
  test("objections are dashed and square, reasons solid and round", () => {
    const [reason, objection] = ["A; +B > A", "A; -B > A"].map((notation) => svgOf(argumentMap(notation)));
    expect(reason).not.toContain("stroke-dasharray");
    expect(reason).toContain("<circle");
    expect(objection).toContain("stroke-dasharray");
    expect(objection).not.toContain("<circle");
  });

  test("in the colours of its theme", () => {
    expect(svgOf(argumentMap("A"))).toContain('fill="#fbf9f4"');
    expect(svgOf(argumentMap("A"), { theme: "dark" })).toContain('fill="#15171a"');
  });

  test("from right to left where the language is", () => {
    const svg = svgOf(titled("السلام; +خطاب > السلام", { language: "ar", title: "" }));
    const starts = [...svg.matchAll(/<text x="([\d.-]+)"[^>]*direction="rtl"/g)].map(([, x]) => Number(x));
    const [, right = 0] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+)/.exec(svg)?.map(Number) ?? [];
    expect(starts).toHaveLength(4);
    expect(Math.min(...starts)).toBeGreaterThan(right / 3);
    expect(svg).toContain('xml:lang="ar" direction="rtl"');
  });

  test("with fonts only where they are given", () => {
    expect(svgOf(argumentMap("A"))).not.toContain("<style");
    const faces = "@font-face { x: y }";
    expect(drawnSvg(argumentMap("A"), look, new Set(), faces)).toContain("<style>@font-face");
  });
});

function cardsIn(map: ArgumentMap): number {
  return thumbnail(map, forestOf(map)).split('class="card"').length - 1;
}

function star(count: number): ArgumentMap {
  const answers = Array.from({ length: count }, (_, at) => `${at % 2 ? "+" : "-"}c${at} > A`);
  return argumentMap(["A", ...answers].join(";"));
}

describe("thumbnails", () => {
  test.each([
    ["an empty map", "", 0],
    ["a whole small map", "A; +B > A; -C > B; -D > (B>A)", 4],
  ])("%s", (_, notation, cards) => {
    expect(cardsIn(argumentMap(notation))).toBe(cards);
  });

  test("the top of a large one", () => {
    expect(cardsIn(star(4000))).toBe(21);
    const chain = Array.from({ length: 300 }, (_, at) => `+c${at + 1} > c${at}`).join(";");
    expect(cardsIn(argumentMap(chain))).toBe(20);
  });

  test("blocks and lines, no words", () => {
    const svg = thumbnail(argumentMap("A; +B > A"), forestOf(argumentMap("A; +B > A")));
    expect(svg).not.toContain("<text");
  });
});

describe("a map as it is looked at", () => {
  const map = titled("A; +B > A; -C > A", { title: "T", question: "" });
  const plain = { fade: "none", paint: [], name: "", standing: "" } as const;
  const teal = { colour: "teal", pattern: "dots" } as const;
  const seen: Seen = {
    of: (claim) => {
      if (claim === "B")
        return { ...plain, paint: [teal, { ...teal, pattern: "solid" }], name: "Orthodox +1" };
      return claim === "C" ? { ...plain, fade: "notYet", standing: "not yet made" } : plain;
    },
    fades: (line) => "relation" in line && line.relation === "C>A",
    legend: [
      { paint: teal, name: "Orthodox (1 claim)" },
      { paint: null, name: "No school (2 claims)" },
    ],
    said: "The map by school.",
  };
  const svg = svgOf(map, { seen });

  test("says how, names the groups, and leaves out the words of what is not yet made", () => {
    expect(textsOf(svg)).toEqual([
      "T",
      "The map by school.",
      "Orthodox (1 claim)",
      "No school (2 claims)",
      "Thesis",
      "A",
      "+1 −1",
      "Reason",
      "B",
      "Orthodox +1",
    ]);
    expect(/<desc[^>]*>([^<]*)</.exec(svg)?.[1]).toBe("3 claims · The map by school.");
  });

  test("draws each group in its colour and pattern, each pattern once, and steps lines back", () => {
    const defined = [...svg.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id);
    expect(defined).toEqual(["teal-dots", "teal-solid"]);
    expect([...svg.matchAll(/fill="url\(#([^)]+)\)"/g)].map(([, id]) => id)).toEqual([
      "teal-dots",
      "teal-dots",
      "teal-solid",
    ]);
    // The line onto C, and its badge.
    expect(svg.match(/<g opacity="0.22">/g)).toHaveLength(2);
  });

  test("has all cards where they are without it", () => {
    expect(lefts(svg)).toEqual(lefts(svgOf(map)));
  });
});
