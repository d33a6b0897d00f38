import "@fontsource-variable/source-serif-4/wght.css";
import { expect, test } from "vitest";

import { fontOf, styles } from "#export/type.ts";
import { wrapText } from "#export/wrap.ts";
import { randomText, seeded } from "../random-map.ts";
import { canvasMeasure } from "./measuring.ts";

const width = 227;

/** As many lines as the browser itself makes of a text on a card. */
function linesInBrowser(text: string): number {
  const block = document.createElement("div");
  const { family, size, line } = styles.claim;
  Object.assign(block.style, {
    width: `${width}px`,
    fontFamily: family,
    fontSize: `${size}px`,
    lineHeight: `${line}px`,
    minHeight: `${line}px`,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  });
  block.textContent = text;
  document.body.append(block);
  const lines = Math.round(block.getBoundingClientRect().height / line);
  block.remove();
  return lines;
}

test("lines break where the browser breaks them, in 98 of 100 random texts and more", async () => {
  const font = fontOf(styles.claim);
  await document.fonts.load(font);
  const measure = canvasMeasure();
  const texts = Array.from({ length: 400 }, (_, seed) => randomText(seeded(seed))).filter(
    (text) => text !== "",
  );
  const other = texts.filter(
    (text) => wrapText(text, width, (line) => measure(line, font)).length !== linesInBrowser(text),
  );
  expect(other.length / texts.length, [...new Set(other)].join("\n\n")).toBeLessThan(0.02);
});
