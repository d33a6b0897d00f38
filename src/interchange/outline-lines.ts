/** What a bullet says: a reason, an objection, an objection to the step, a co-premise of the line before, or nothing. */
export type Bullet = "+" | "-" | "_" | "&" | "*" | null;

/** One item of an outline: a bullet or an unmarked line, with the lines that go on under its text. */
export interface OutlineItem {
  readonly bullet: Bullet;
  /** In columns; a tab goes to the next multiple of four. */
  readonly indent: number;
  readonly text: string;
}

const TAB = 4;

const bullets: Readonly<Record<string, Bullet>> = {
  "+": "+",
  "-": "-",
  "–": "-",
  "−": "-",
  _: "_",
  "&": "&",
};

/**
 * Indented text as items. A line that starts right under the text of a bullet goes on with it, blank lines between
 * included; every other line is an item. A backslash before a bullet or a blank takes its meaning away.
 */
export function outlineItems(text: string): readonly OutlineItem[] {
  const items: Open[] = [];
  let blanks = 0;
  for (const line of text.replace(/^\ufeff/, "").split(/\r\n?|\n/)) {
    const { indent, rest } = indentOf(line);
    const last = items.at(-1);
    if (rest === "") blanks += 1;
    else {
      if (last?.bullet && indent === last.textColumn && bulletOf(rest) === null) {
        last.lines.push(...Array.from({ length: blanks }, () => ""), unescaped(rest));
      } else items.push(itemOf(rest, indent));
      blanks = 0;
    }
  }
  return items.map(({ bullet, indent, lines }) => ({ bullet, indent, text: lines.join("\n") }));
}

interface Open {
  readonly bullet: Bullet;
  readonly indent: number;
  readonly textColumn: number;
  readonly lines: string[];
}

function itemOf(rest: string, indent: number): Open {
  const bullet = bulletOf(rest);
  if (bullet === null) return { bullet, indent, textColumn: indent, lines: [unescaped(rest)] };
  const mark = /^(?:\d+[.)]|.)[ \t]+/u.exec(rest)?.[0] ?? "";
  const textColumn = indent + indentOf(mark.replaceAll(/\S/g, " ")).indent;
  return { bullet, indent, textColumn, lines: [unescaped(rest.slice(mark.length))] };
}

function bulletOf(rest: string): Bullet {
  if (/^(?:[*•◦▪‣·]|\d{1,3}[.)])[ \t]+\S/u.test(rest)) return "*";
  return /^\S[ \t]+\S/u.test(rest) ? (bullets[rest.charAt(0)] ?? null) : null;
}

function unescaped(text: string): string {
  return text.replace(/^\\(?=\S|[ \t])/, "");
}

function indentOf(line: string): { readonly indent: number; readonly rest: string } {
  const blank = /^[ \t]*/.exec(line)?.[0] ?? "";
  let indent = 0;
  for (const sign of blank) indent = sign === "\t" ? (Math.floor(indent / TAB) + 1) * TAB : indent + 1;
  return { indent, rest: line.slice(blank.length, endOf(line, blank.length)) };
}

/** Where a line's text ends. (A pattern would look at each run of blanks again from each of its blanks.) */
function endOf(line: string, start: number): number {
  let end = line.length;
  while (end > start && (line[end - 1] === " " || line[end - 1] === "\t")) end--;
  return end;
}
