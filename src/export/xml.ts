/** A piece of XML that is sound by itself. Made only here, so that text cannot become markup by mistake. */
export interface Xml {
  readonly xml: string;
}

type Attributes = Readonly<Record<string, string | number | null>>;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** An element. Attributes that are `null` are left out; strings among the children become text. */
export function element(name: string, attributes: Attributes, ...children: readonly (Xml | string)[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === "number" ? short(value) : String(value))}"`)
    .join("");
  if (children.length === 0) return { xml: `<${name}${written}/>` };
  const inside = children.map((child) => (typeof child === "string" ? escaped(child) : child.xml)).join("");
  return { xml: `<${name}${written}>${inside}</${name}>` };
}

/** Text as XML can hold it: marked-up characters escaped, those that XML forbids left out. */
export function escaped(text: string): string {
  return text.replaceAll(forbidden, "").replaceAll(/[&<>"']/g, (character) => escapes[character] ?? "");
}

/** Control characters, halves of pairs, and non-characters: https://www.w3.org/TR/xml/#charsets */
const forbidden =
  /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|[\u{7F}-\u{84}\u{86}-\u{9F}]/gu;

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
