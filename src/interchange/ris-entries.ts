import type { Entry } from "#interchange/bibtex-entries.ts";

/** The records of a RIS file, each from its `TY` to its `ER`, or to the next one where that is missing. */
export function risEntries(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  let begun: { line: number; lines: string[] } | null = null;
  const end = () => {
    if (begun !== null) entries.push({ line: begun.line, text: [...begun.lines, "ER  - "].join("\n") });
    begun = null;
  };
  for (const [number, line] of text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n?|\n/u)
    .entries()) {
    if (/^TY {2}-/u.test(line)) {
      end();
      begun = { line: number + 1, lines: [line] };
    } else if (/^ER {2}-/u.test(line)) end();
    else begun?.lines.push(line);
  }
  end();
  return entries;
}
