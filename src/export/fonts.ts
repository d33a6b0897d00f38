import { styles } from "#export/type.ts";

const base64Step = 0x8000;

/** A font's rule with its file inside, and a letter by which one can see that the font is there. */
export interface Face {
  readonly rule: string;
  readonly family: string;
  readonly letter: string;
}

/**
 * The `@font-face` rules of the page that a document with these letters needs, each with its file inside, so
 * that an SVG looks alike everywhere and a PNG can be drawn from it. Runs in a browser. A file that cannot be
 * had is left out: the next family then serves.
 */
export async function embeddedFonts(letters: ReadonlySet<string>): Promise<string> {
  return (await new FontShelf().facesFor(letters)).map(({ rule }) => rule).join("\n");
}

/** Fetches each font once, for several documents. */
export class FontShelf {
  readonly #known = new Map<CSSFontFaceRule, Promise<string>>();

  async facesFor(letters: ReadonlySet<string>): Promise<readonly Face[]> {
    const found = [...document.styleSheets].flatMap(faceRules).flatMap((rule) => {
      const letter = letterFor(rule, letters);
      return letter === null ? [] : [this.#face(rule, letter)];
    });
    return (await Promise.all(found)).filter(({ rule }) => rule !== "");
  }

  async #face(rule: CSSFontFaceRule, letter: string): Promise<Face> {
    const embedding = this.#known.get(rule) ?? embedded(rule);
    this.#known.set(rule, embedding);
    return { rule: await embedding, family: familyOf(rule), letter };
  }
}

/** Sheets of other origins keep their rules to themselves. */
function faceRules(sheet: CSSStyleSheet): readonly CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    return [];
  }
}

function familyOf({ style }: CSSFontFaceRule): string {
  return style.getPropertyValue("font-family").replaceAll(/["']/g, "");
}

/** One of the letters that a font of ours is needed for, a real letter if there is one; `null` where it is not needed. */
function letterFor(rule: CSSFontFaceRule, letters: ReadonlySet<string>): string | null {
  const isOurs = Object.values(styles).some((each) => each.family.startsWith(`"${familyOf(rule)}"`));
  if (!isOurs || rule.style.getPropertyValue("font-style") === "italic") return null;
  const ranges = rangesOf(rule.style.getPropertyValue("unicode-range"));
  const covered = [...letters].filter((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return ranges.length === 0 || ranges.some(([from, to]) => point >= from && point <= to);
  });
  return covered.find((letter) => /\p{L}/u.test(letter)) ?? covered[0] ?? null;
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
