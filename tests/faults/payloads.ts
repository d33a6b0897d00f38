import { readFileSync } from "node:fs";
import { writeArgdown } from "#interchange/argdown-write.ts";
import { writeNative } from "#interchange/native-write.ts";
import { brokenUtf8, harm, otherFiles, type Payload, text } from "./broken-bytes.ts";
import { argumentMap } from "../notation.ts";

const scripts = [
  `<script>${harm}</script>`,
  `<img src=x onerror="${harm}">`,
  `<svg onload="${harm}"></svg>`,
  `<iframe srcdoc="<script>parent.${harm}</script>"></iframe>`,
  `<math><mtext><style><img src onerror=${harm}></style></mtext></math>`,
  `"><details open ontoggle=${harm}>`,
  `\${${harm}}`,
  `{{constructor.constructor('${harm}')()}}`,
  `<style>*{background:url(javascript:${harm})}</style>`,
];
const links = [
  `javascript:${harm}`,
  `JaVaScRiPt:${harm}`,
  ` javascript:${harm}`,
  `java\tscript:${harm}`,
  `\u0001javascript:${harm}`,
  `data:text/html,<script>${harm}</script>`,
  `data:text/html;base64,${btoa(`<script>${harm}</script>`)}`,
  `vbscript:${harm}`,
  `blob:null/${harm}`,
  `file:///etc/passwd`,
  `filesystem:http://x/${harm}`,
];
const keys = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__"];
const oddNumbers = ["1e999", "-1e999", "-0", "1e-999", "9007199254740993", "0.1e+400", "1".repeat(400)];
const oddLetters = {
  "lone high surrogate": "\ud800",
  "lone low surrogate": "\udc00",
  "right-to-left override": "\u202egnihtemos\u202c",
  "isolates never closed": "\u2066\u2067\u2068",
  "byte order marks": "\ufeff\ufeff\ufeff",
  NUL: "\u0000",
  "control characters": "\u0001\u0007\u001b[2J\u007f\u0085",
  "line separators": "\u2028\u2029",
  "one letter under 10,000 marks": `a${"\u0301".repeat(10_000)}`,
  noncharacters: "\ufffe\uffff\u{10ffff}",
};

/** A native map that says this wherever text may stand. */
export function nativeSaying(said: string): string {
  const source = {
    id: "s",
    item: { type: "book", title: said, URL: said, DOI: said, note: said, publisher: said },
  };
  return JSON.stringify({
    format: "counterpoint/argument-map",
    version: 1,
    id: "hostile",
    title: said,
    question: said,
    language: said,
    leavesOut: said,
    claims: [
      { id: "a", text: said, label: said, note: `${said} [link](${said}) <${said}> ![image](${said})` },
      {
        id: said || "b",
        text: said,
        citations: [{ source: "s", locator: said, quotation: said, prefix: said }],
        period: said,
        attributions: [
          { id: said || "1", holder: said || "h", when: said, citation: { source: "s", quotation: said } },
        ],
      },
    ],
    relations: [{ id: "r", kind: "opposes", premises: [said || "b"], target: { claim: "a" }, order: said }],
    sources: [source],
    holders: [
      {
        id: said || "h",
        name: said,
        lived: said,
        affiliation: said,
        note: `${said} [link](${said})`,
        memberships: [{ school: said || "g", when: said }],
      },
    ],
    schools: [{ id: said || "g", name: said, when: said, note: `${said} ![image](${said})` }],
  });
}

function argdownSaying(said: string): string {
  const quoted = JSON.stringify(said);
  const line = said.replaceAll(/\s+/g, " ");
  return `===\ntitle: ${quoted}\nsources: {s: {type: book, title: ${quoted}, URL: ${quoted}}}\nschools: {g: {name: ${quoted}, when: ${quoted}, note: ${quoted}}}\nholders: {h: {name: ${quoted}, lived: ${quoted}, note: ${quoted}, schools: ${quoted}}}\nleavesOut: ${quoted}\n===\n\n[A]: ${line} {note: ${quoted}, period: ${quoted}, held: {by: ${quoted}, when: ${quoted}, id: ${quoted}, source: s, locator: ${quoted}}}\n  - <B>: ${line} [link](${line}) #tag @[C]\n`;
}

/** What a key of this name would do at every level of a file. */
function withKey(key: string): readonly Payload[] {
  const bad = `"${key}": {"polluted": true, "toString": "x"}`;
  const held = `{"id": "${key}", "holder": "${key}", ${bad}}`;
  const claim = `{"id": "a", "text": "A", "attributions": [${held}], ${bad}}`;
  const holder = `{"id": "${key}", "name": "${key}", "memberships": [{"school": "${key}", ${bad}}], ${bad}}`;
  const item = `{"type": "book", ${bad}, "issued": {"date-parts": [[1956]], ${bad}}, "author": [{"family": "F", ${bad}}]}`;
  const native = `{"format": "counterpoint/argument-map", "version": 1, ${bad}, "claims": [${claim}, {"id": "${key}", "text": "k"}],
    "relations": [{"id": "${key}", "kind": "supports", "premises": ["${key}"], "target": {"claim": "a"}, ${bad}}],
    "holders": [${holder}], "schools": [{"id": "${key}", "name": "${key}", ${bad}}],
    "sources": [{"id": "${key}", "item": ${item}, ${bad}}]}`;
  const yaml = `${key}: {polluted: true}`;
  return [
    text("keys", `${key}.argmap.json`, native),
    text(
      "keys",
      `${key}.argdown`,
      `===\n${yaml}\nsources:\n  ${key}: {type: book, ${yaml}}\nholders: {${key}: {name: n, schools: ${key}, ${yaml}}}\nschools: {${key}: {${yaml}}}\n===\n\n[${key}]: text {${yaml}, id: ${key}, held: {by: ${key}, id: ${key}, ${yaml}}}\n  + <${key}>: more\n`,
    ),
    text(
      "keys",
      `${key}-merge.argdown`,
      `===\nbase: &b {${yaml}}\nsources: {s: {<<: *b, type: book}}\n===\n\n[A]: text\n`,
    ),
  ];
}

function deep(levels: number): readonly Payload[] {
  return [
    text("depth", "lists.argmap.json", "[".repeat(levels)),
    text("depth", "closed.argmap.json", `${"[".repeat(levels)}${"]".repeat(levels)}`),
    text("depth", "objects.argmap.json", `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`),
    text(
      "depth",
      "within.argmap.json",
      `{"format":"counterpoint/argument-map","version":1,"claims":${"[".repeat(levels)}`,
    ),
    text("depth", "flow.argdown", `===\na: ${"[".repeat(levels)}${"]".repeat(levels)}\n===\n\n[A]: a\n`),
    text("depth", "flow-open.argdown", `===\na: ${"{a: ".repeat(levels)}\n===\n\n[A]: a\n`),
    text("depth", "data.argdown", `[A]: a {a: ${"[".repeat(levels)}}\n`),
    text("depth", "brackets.argdown", `[A]: ${"[".repeat(levels)}\n`),
    text("depth", "angles.argdown", `<${"<".repeat(levels)}>: a\n`),
    text("depth", "marks.argdown", `[A]: ${"*_".repeat(Math.min(levels, 500))}\n`),
    text("depth", "relations.argdown", indented(Math.min(levels, 600), "+ [C", "]: c")),
    text("depth", "outline.txt", indented(Math.min(levels, 2000), "- claim ", "")),
  ];
}

function indented(levels: number, before: string, after: string): string {
  return Array.from({ length: levels }, (_, at) => `${" ".repeat(at)}${before}${at}${after}`).join("\n");
}

/** A few lines of YAML that stand for very many values, or very many letters. */
function bombs(): readonly Payload[] {
  const names = "abcdefghi";
  const lines = [...names].map((name, at) => {
    const before = at === 0 ? '"lol"' : `*${names[at - 1]}`;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(", ")}]`;
  });
  const long = `long: &long "${"x".repeat(900_000)}"\nsources: {s: {type: book, list: [${"*long, ".repeat(3000)}]}}`;
  return [
    text("bombs", "laughs.argdown", `===\n${lines.join("\n")}\nsources: *i\n===\n\n[A]: a\n`),
    text("bombs", "letters.argdown", `===\n${long}\n===\n\n[A]: a\n`),
    text("bombs", "self.argdown", "===\na: &a {b: *a}\nsources: *a\n===\n\n[A]: a\n"),
    text(
      "bombs",
      "tags.argdown",
      '===\na: !!js/function "function(){globalThis.executed=true}"\nb: !!js/regexp /(a+)+$/\n===\n\n[A]: a\n',
    ),
  ];
}

function lengths(): readonly Payload[] {
  const million = 1_000_000;
  return [
    text("lengths", "line.argdown", `[A]: ${"word ".repeat(60_000)}\n`),
    text("lengths", "text.argmap.json", nativeSaying("x".repeat(million + 1))),
    text("lengths", "blanks.txt", `- a${" ".repeat(million)}b`),
    text("lengths", "tabs.txt", `- a${"\t".repeat(million)}b`),
    text("lengths", "breaks.txt", "\n".repeat(million)),
    text("lengths", "bullets.txt", "- ".repeat(million / 2)),
    text("lengths", "escapes.argdown", `[A]: ${"\\".repeat(20_001)}\n`),
    text("lengths", "equals.argdown", "=".repeat(million)),
    text("lengths", "almost-front.argdown", `===\n${"==\n".repeat(100_000)}`),
    text("lengths", "braces.argmap.json", "{".repeat(million)),
    text("lengths", "quotes.argmap.json", `{"a": ${'"'.repeat(million)}`),
    text(
      "lengths",
      "claims.argmap.json",
      `{"format":"counterpoint/argument-map","version":1,"claims":[${'{"id":"a"},'.repeat(200_000)}{"id":"b"}]}`,
    ),
    text(
      "lengths",
      "doubles.argmap.json",
      `{"format":"counterpoint/argument-map","version":1,"claims":[{"id":"a"},{"id":"a"}]}`,
    ),
  ];
}

/** Small sound files to be harmed. */
const sound: readonly Payload[] = [
  text("sound", "small.argmap.json", writeNative(argumentMap("A; +B > A; -C > (B>A)"))),
  text("sound", "small.argdown", writeArgdown(argumentMap("A; +B > A; -C > (B>A); +D&E > A"))),
];

/** Each sound file, cut at every byte. */
export function* truncated(): Generator<Payload> {
  for (const { name, bytes } of sound)
    for (let end = 0; end < bytes.length; end++)
      yield { kind: "cut at every byte", name, bytes: bytes.slice(0, end) };
}

/** A sound file with one to eight of its bits turned. */
export function flipped(random: () => number): Payload {
  const { name, bytes } = sound[Math.floor(random() * sound.length)] ?? sound[0]!;
  const harmed = bytes.slice();
  for (let left = 1 + Math.floor(random() * 8); left > 0; left--) {
    const at = Math.floor(random() * harmed.length);
    harmed[at] = (harmed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return { kind: "turned bits", name, bytes: harmed };
}

export const corpus: readonly Payload[] = [
  ...[...scripts, ...links].flatMap((said, at) => [
    text(at < scripts.length ? "scripts" : "links", `said-${at}.argmap.json`, nativeSaying(said)),
    text(at < scripts.length ? "scripts" : "links", `said-${at}.argdown`, argdownSaying(said)),
  ]),
  ...keys.flatMap(withKey),
  ...deep(100_000),
  ...deep(101),
  ...bombs(),
  ...lengths(),
  ...brokenUtf8(),
  ...otherFiles(),
  ...oddNumbers.flatMap((number) => [
    text(
      "numbers",
      `${number.slice(0, 9)}.argmap.json`,
      `{"format":"counterpoint/argument-map","version":${number},"claims":[]}`,
    ),
    text(
      "numbers",
      `${number.slice(0, 9)} item.argmap.json`,
      `{"format":"counterpoint/argument-map","version":1,"claims":[],"sources":[{"id":"s","item":{"volume":${number},"issued":{"date-parts":[[${number}]]}}}]}`,
    ),
    text(
      "numbers",
      `${number.slice(0, 9)}.argdown`,
      `===\nversion: ${number}\nsources: {s: {volume: ${number}, issued: {date-parts: [[${number}]]}}}\n===\n\n[A]: a {order: ${number}}\n`,
    ),
  ]),
  ...Object.entries(oddLetters).flatMap(([name, letters]) => [
    text("letters", `${name}.argmap.json`, nativeSaying(letters)),
    text("letters", `${name}.argdown`, argdownSaying(letters)),
  ]),
  text(
    "letters",
    "escaped.argmap.json",
    nativeSaying("\ud800\udc00\ud800 \u0000").replaceAll("\u0000", "\\u0000"),
  ),
  ...["de-stalinization", "how-to-argue"].map((name): Payload => ({
    kind: "sound",
    name: `${name}.argdown`,
    bytes: new Uint8Array(readFileSync(`arguments/${name}.argdown`)),
  })),
];
