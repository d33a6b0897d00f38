import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import { describe, expect, test } from "vitest";
import { embeddedFonts } from "#export/fonts.ts";
import type { Look } from "#export/look.ts";
import { thumbnail } from "#export/thumbnail.ts";
import { fontOf, styles } from "#export/type.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";
import { randomMap, seeded } from "../random-map.ts";
import { drawnSvg } from "./drawn.ts";
import { canvasMeasure } from "./measuring.ts";

const look: Look = {
  theme: "light",
  measure: canvasMeasure(),
  citationOf: ({ citations }) =>
    citations.map(({ locator, quotation }) => `${locator} ${quotation}`).join("; "),
  arguersOf: ({ id }) => `Fischer argued ${id} in 1961`,
};

function svgOf(map: ArgumentMap, fontFaces = ""): string {
  return drawnSvg(map, look, new Set(), fontFaces);
}

function parsed(svg: string): XMLDocument {
  return new DOMParser().parseFromString(svg, "image/svg+xml");
}

const maps = Array.from({ length: 150 }, (_, seed) => ({ seed, map: randomMap(seeded(seed)) }));

describe("laws of exported maps, over random maps", () => {
  test("the document is well formed and holds nothing that runs", () => {
    for (const { seed, map } of maps) {
      for (const svg of [svgOf(map), thumbnail(map, forestOf(map))]) {
        const document = parsed(svg);
        expect(document.querySelector("parsererror")?.textContent ?? "", `seed ${seed}`).toBe("");
        expect(document.querySelectorAll("script, foreignObject, a, image, use").length, `seed ${seed}`).toBe(
          0,
        );
      }
    }
  });

  test("every claim's words are in it", () => {
    for (const { seed, map } of maps) {
      const words = bare(parsed(svgOf(map)).documentElement.textContent);
      const missing = [...map.claims.values()].filter(({ text }) => !words.includes(bare(text)));
      expect(missing, `seed ${seed}`).toEqual([]);
    }
  });

  test("no words leave their card", async () => {
    await Promise.all(Object.values(styles).map((style) => document.fonts.load(fontOf(style))));
    for (const { seed, map } of maps.slice(0, 60)) {
      const host = document.createElement("div");
      host.append(document.importNode(parsed(svgOf(map)).documentElement, true));
      document.body.append(host);
      const outside = [...host.querySelectorAll("g > g")].flatMap(wordsOutside);
      host.remove();
      expect(outside, `seed ${seed}`).toEqual([]);
    }
  });
});

/** Letters, without what XML or a line's end takes away. */
function bare(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\ufeff]/gu, "");
}

/** Texts of a card that reach over the edge of its ground. */
function wordsOutside(card: Element): readonly string[] {
  const ground = card.querySelector("rect")?.getBoundingClientRect();
  if (ground === undefined) return [];
  return [...card.querySelectorAll("text")].flatMap((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const isIn =
      left >= ground.left - 1 && right <= ground.right + 1 && top >= ground.top && bottom <= ground.bottom;
    return isIn || text.textContent.trim() === "" ? [] : [text.textContent];
  });
}

describe("fonts in the document", () => {
  test("those that the letters need, with their files inside", async () => {
    const latin = await embeddedFonts(new Set("Plain words."));
    expect(latin.match(/@font-face/g)).toHaveLength(2);
    expect(latin).toContain("data:font/woff2;base64,");
    expect((await embeddedFonts(new Set("Слово"))).match(/@font-face/g)).toHaveLength(2);
    expect((await embeddedFonts(new Set("Слово, word"))).match(/@font-face/g)).toHaveLength(4);
  });
});
