import { Unreadable } from "#interchange/reading.ts";
import { interchangeWords as words } from "#words/interchange.ts";

const MAX_NESTING = 100;

/**
 * Parses JSON. Throws `Unreadable` with the place where the text stops being JSON, or says that it is cut off,
 * or nested beyond 100 levels (on which some engines' own parsers overflow).
 */
export function parseJson(text: string): unknown {
  const body = text.replace(/^\ufeff/, "");
  const { deepest, open } = scan(body);
  if (deepest > MAX_NESTING) throw new Unreadable(words.tooDeep);
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    if (body.trimStart().startsWith("{") && open)
      throw new Unreadable(words.cutOff(lineAt(body, body.length)));
    const place = positionIn(error, body);
    const lastBreak = body.lastIndexOf("\n", place - 1);
    throw new Unreadable(words.notJson(lineAt(body, place), place - lastBreak), { cause: error });
  }
}

const [quote, backslash] = [0x22, 0x5c];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** How deep braces and brackets go, and whether the text ends inside one or inside a string. Letter by letter: a file has millions. */
function scan(text: string): { readonly deepest: number; readonly open: boolean } {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote) inString = !inString;
    else if (inString) continue;
    else if (code === openBrace || code === openBracket) deepest = Math.max(deepest, ++depth);
    else if (code === closeBrace || code === closeBracket) depth--;
  }
  return { deepest, open: inString || depth > 0 };
}

/** Engines name the place in their own ways: `at position 12`, `at line 1 column 13`. */
function positionIn(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : "";
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line === undefined || column === undefined) return 0;
  const before = text.split("\n").slice(0, Number(line) - 1);
  return before.reduce((sum, each) => sum + each.length + 1, Number(column) - 1);
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}
