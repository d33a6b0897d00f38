/** A stretch of text in one face. */
export interface RichPiece {
  readonly text: string;
  readonly italic?: true;
}

/** Text with italics, ready to be drawn piece by piece: it holds no markup. */
export type RichText = readonly RichPiece[];

/** The same words without their italics. */
export function plain(rich: RichText): string {
  return rich.map(({ text }) => text).join("");
}

/** A part of a note or of an entry, and how it hangs on what comes before. */
export interface Part {
  /** "," and "." move inside a closing quotation mark, as Chicago has it; a space follows all but "". */
  readonly mark: "" | " " | "," | "." | ":";
  readonly rich: RichText;
}

export function roman(text: string): RichText {
  return text === "" ? [] : [{ text }];
}

export function italic(text: string): RichText {
  return text === "" ? [] : [{ text, italic: true }];
}

/** Joins parts, leaving out the empty ones. What follows a full stop begins with a capital. */
export function joined(parts: readonly Part[]): RichText {
  let line: RichText = [];
  for (const { mark, rich } of parts) {
    if (plain(rich) === "") continue;
    if (line.length === 0) line = rich;
    else if (mark === "" || mark === " ") line = [...line, ...roman(mark), ...rich];
    else line = [...punctuated(line, mark), { text: " " }, ...(mark === "." ? capitalised(rich) : rich)];
  }
  return merged(line);
}

/** The text with a mark at its end: inside a closing quotation mark, and none where one like it stands already. */
export function punctuated(rich: RichText, mark: "," | "." | ":"): RichText {
  const last = rich.at(-1);
  if (last === undefined) return rich;
  const [, body = "", quotes = ""] = closing(last.text).exec(last.text) ?? [];
  if (mark === "." && /[.?!]$/u.test(body)) return rich;
  const head = rich.slice(0, -1);
  if (mark !== ":" && quotes !== "") return [...head, { ...last, text: body + mark + quotes }];
  return [...rich, { text: mark }];
}

/** The same text with a capital at its start; "n.d." and web addresses stay as they are. */
export function capitalised(rich: RichText): RichText {
  const [first, ...rest] = rich;
  if (first === undefined) return rich;
  return [{ ...first, text: first.text.replace(firstWord, upper) }, ...rest];
}

const firstWord = /^\p{Ll}(?=[\p{L}’-]*(?:[\s,;]|[.:](?![\p{L}/])|$))/u;

function upper(letter: string): string {
  return letter.toLocaleUpperCase("en");
}

/** Closing quotation marks at the end; a single one counts where one was opened, else it is an apostrophe. */
function closing(text: string): RegExp {
  return text.includes("‘") ? /^(.*?)([’”]*)$/su : /^(.*?)(”*)$/su;
}

function merged(rich: RichText): RichText {
  const pieces: RichPiece[] = [];
  for (const piece of rich) {
    const last = pieces.at(-1);
    if (last !== undefined && last.italic === piece.italic)
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    else pieces.push(piece);
  }
  return pieces;
}

export function part(mark: Part["mark"], rich: RichText | string): Part {
  return { mark, rich: typeof rich === "string" ? roman(rich) : rich };
}
