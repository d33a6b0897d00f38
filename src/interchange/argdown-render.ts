import type { Arrow, Block, Inference, Mention, Sketch } from "#interchange/argdown-sketch.ts";
import { type Data, isData } from "#interchange/plain-json.ts";
import type { Json } from "#model/source.ts";

/** Beyond this, data goes to a line of its own. */
const LINE_WIDTH = 110;

/** A sketch as the text that parses as that sketch. */
export function renderArgdown({ front, blocks }: Sketch): string {
  const paragraphs = blocks.map((block) => renderBlock(block).join("\n"));
  return [["===", ...renderFront(front), "==="].join("\n"), ...paragraphs].join("\n\n").concat("\n");
}

function renderFront(front: Data): readonly string[] {
  return Object.entries(front).flatMap(([key, value]) => {
    if (Array.isArray(value)) return renderList(key, value);
    return isData(value) ? renderRecords(key, value) : `${key}: ${flow(value)}`;
  });
}

function renderList(key: string, items: readonly Json[]): string {
  return [`${key}:`, ...items.map((item) => `  - ${flow(item)}`)].join("\n");
}

function renderRecords(key: string, records: Data): string {
  const lines = Object.entries(records).map(([name, item]) => `  ${quotedKey(name)}: ${flow(item)}`);
  return [`${key}:`, ...lines].join("\n");
}

function renderBlock(block: Block): readonly string[] {
  if (block.type === "inferences") return block.inferences.flatMap(renderInference);
  const { mention } = block;
  return renderMention(lineStart(mention), "", mention);
}

/** Only one inference a paragraph is ever written, so numbers start at 1. */
function renderInference({ premises, conclusion }: Inference): readonly string[] {
  const lines = premises.flatMap((premise, place) => renderMention(`(${place + 1}) `, "", premise));
  return [...lines, "----", ...renderMention(`(${premises.length + 1}) `, "", conclusion)];
}

function renderMention(start: string, indent: string, mention: Mention): readonly string[] {
  const { data, links } = mention;
  const head = `${indent}${start}${nameAndText(mention)}`;
  const braces = Object.keys(data).length === 0 ? "" : flow(data);
  const deeper = `${indent}  `;
  const isLong = head.length + braces.length > LINE_WIDTH && mention.text !== null;
  const own = braces === "" ? [head] : isLong ? [head, `${deeper}${braces}`] : [`${head} ${braces}`];
  return [
    ...own,
    ...links.flatMap(({ arrow, to }) => renderMention(`${arrow satisfies Arrow} `, deeper, to)),
  ];
}

function nameAndText({ type, title, text }: Mention): string {
  const [open, close] = type === "argument" ? ["<", ">"] : ["[", "]"];
  const name = title === null ? "" : `${open}${title}${close}`;
  if (text === null) return name;
  return name === "" ? escaped(text) : `${name}: ${escaped(text)}`;
}

/** At the start of a line signs and numbers would mean something, where no title comes first. */
function lineStart({ title, text }: Mention): string {
  return title === null && text !== null && /^[!-@]/.test(escaped(text)) ? "\\" : "";
}

/** Text with a backslash before each sign that Argdown would read as its own. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\#*_[<{}]/g, "\\$&")
    .replaceAll(/\/{2,}|={3,}/g, (run) => run.replaceAll(/./g, "\\$&"))
    .replaceAll(/[^ ]+/g, escapedSymbols);
}

/** Words such as `:star:` and `.v.` are signs; a pair of dots or colons must not swallow a backslash either. */
function escapedSymbols(word: string): string {
  const isPair = /([.:]).+?\1/.test(word);
  const isRisky = word.includes("\\") || /([.:])(?:[a-z][a-z-]*|[AEOP]|v_|\?|[+-]1|~|\^|->)\1/.test(word);
  return isPair && isRisky ? word.replaceAll(/[.:]/g, "\\$&") : word;
}

/** JSON that is also YAML of one line, and free of what would end Argdown's data or frontmatter. */
function flow(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => flow(item)).join(", ")}]`;
  if (!isData(value)) return typeof value === "string" ? quoted(value) : JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${quotedKey(key)}: ${flow(item)}`);
  return `{${entries.join(", ")}}`;
}

function quotedKey(key: string): string {
  const isPlain = /^[A-Za-z][A-Za-z-]*$/.test(key) && !/^(?:null|true|false|y|n|yes|no|on|off)$/i.test(key);
  return isPlain ? key : quoted(key);
}

function quoted(text: string): string {
  return JSON.stringify(text)
    .replaceAll(/[{}\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, asCode)
    .replaceAll(/={3,}/g, (run) => run.replaceAll("=", asCode));
}

function asCode(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
