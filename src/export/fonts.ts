import { styles } from "#export/type.ts";

const base64Step = 0x8000;

/**
 * The `@font-face` rules of the page that a document with these letters needs, each with its file inside, so
 * that an SVG looks alike everywhere and a PNG can be drawn from it. Runs in a browser. A file that cannot be
 * had is left out: the next family then serves.
 */
export async function embeddedFonts(letters: ReadonlySet<string>): Promise<string> {
  const rules = [...document.styleSheets].flatMap(faceRules).filter((rule) => isNeeded(rule, letters));
  return (await Promise.all(rules.map(embedded))).join("\n");
}

/** Sheets of other origins keep their rules to themselves. */
function faceRules(sheet: CSSStyleSheet): readonly CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    return [];
  }
}

function isNeeded({ style }: CSSFontFaceRule, letters: ReadonlySet<string>): boolean {
  const family = style.getPropertyValue("font-family").replaceAll(/["']/g, "");
  const isOurs = Object.values(styles).some((each) => each.family.startsWith(`"${family}"`));
  if (!isOurs || style.getPropertyValue("font-style") === "italic") return false;
  const ranges = rangesOf(style.getPropertyValue("unicode-range"));
  return [...letters].some((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return ranges.length === 0 || ranges.some(([from, to]) => point >= from && point <= to);
  });
}

/** "U+0-FF, U+131, U+4??" as pairs of first and last. */
function rangesOf(written: string): readonly (readonly [number, number])[] {
  return [...written.matchAll(/U\+([\dA-F?]+)(?:-([\dA-F]+))?/gi)].map(([, from = "0", to]) => [
    Number.parseInt(from.replaceAll("?", "0"), 16),
    Number.parseInt(to ?? from.replaceAll("?", "F"), 16),
  ]);
}

async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const file = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
  if (file === undefined) return "";
  const address = new URL(file, rule.parentStyleSheet?.href ?? document.baseURI);
  try {
    const response = await fetch(address);
    if (!response.ok) return "";
    const data = base64(new Uint8Array(await response.arrayBuffer()));
    return fontFace(rule.style, `url(data:font/woff2;base64,${data}) format("woff2")`);
  } catch {
    return "";
  }
}

function fontFace(style: CSSStyleDeclaration, src: string): string {
  const kept = ["font-family", "font-style", "font-weight", "unicode-range"]
    .map((name) => [name, style.getPropertyValue(name)] as const)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value}`);
  return `@font-face { ${[...kept, `src: ${src}`].join("; ")} }`;
}

/** In steps, since a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += base64Step) {
    binary += String.fromCharCode(...bytes.subarray(at, at + base64Step));
  }
  return btoa(binary);
}
