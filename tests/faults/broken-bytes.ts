/** A file that means harm, or that was harmed. */
export interface Payload {
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a script in a file would do, if anything ran it. */
export const harm = "globalThis.executed=true";
export const text = (kind: string, name: string, content: string): Payload => ({
  kind,
  name,
  bytes: new TextEncoder().encode(content),
});
const raw = (kind: string, name: string, ...parts: (string | readonly number[])[]): Payload => {
  const all = parts.flatMap((part) =>
    typeof part === "string" ? Array.from(new TextEncoder().encode(part)) : part,
  );
  return { kind, name, bytes: new Uint8Array(all) };
};

/** Every way in which bytes can fail to be UTF-8 (Unicode 17, table 3-7), in the middle of a map. */
export function brokenUtf8(): readonly Payload[] {
  const sequences: Readonly<Record<string, readonly number[]>> = {
    "continuation alone": [0x80],
    "many continuations": [0xbf, 0xbf, 0xbf, 0xbf],
    "two-byte cut": [0xc3],
    "three-byte cut": [0xe2, 0x82],
    "four-byte cut": [0xf0, 0x9f, 0x98],
    "overlong slash": [0xc0, 0xaf],
    "overlong NUL": [0xc0, 0x80],
    "overlong three": [0xe0, 0x80, 0xaf],
    "overlong four": [0xf0, 0x80, 0x80, 0xaf],
    "surrogate high": [0xed, 0xa0, 0x80],
    "surrogate low": [0xed, 0xb0, 0x80],
    "surrogate pair": [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
    "beyond Unicode": [0xf4, 0x90, 0x80, 0x80],
    "five bytes": [0xf8, 0x88, 0x80, 0x80, 0x80],
    "six bytes": [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80],
    "FE and FF": [0xfe, 0xff, 0xff, 0xfe],
    "Latin-1": [0x63, 0x61, 0x66, 0xe9],
  };
  return Object.entries(sequences).flatMap(([name, bytes]) => [
    raw(
      "broken UTF-8",
      `${name}.argmap.json`,
      '{"format":"counterpoint/argument-map","version":1,"claims":[{"id":"a","text":"',
      bytes,
      '"}]}',
    ),
    raw("broken UTF-8", `${name}.argdown`, "[A]: before ", bytes, " after\n"),
    raw("broken UTF-8", `${name} first.argdown`, bytes, "[A]: after\n"),
  ]);
}

export function otherFiles(): readonly Payload[] {
  return [
    raw("other files", "zip.argmap.json", [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0], "word/document.xml"),
    raw("other files", "gzip.argdown", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff]),
    raw("other files", "png.argmap.json", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
    raw(
      "other files",
      "utf-16le.argdown",
      [0xff, 0xfe, 0x5b, 0, 0x41, 0, 0x5d, 0, 0x3a, 0, 0x20, 0, 0x61, 0],
    ),
    raw("other files", "utf-16be odd.argdown", [0xfe, 0xff, 0, 0x5b, 0]),
    raw("other files", "marks.argmap.json", [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], "{}"),
    text("other files", "empty.argmap.json", ""),
    text("other files", "page.argmap.json", `<!doctype html><script>${harm}</script>`),
    text("other files", "zeros.argmap.json", "\u0000".repeat(1000)),
  ];
}
