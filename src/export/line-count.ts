import { brokenWord, type Measure, piecesOf } from "#export/wrap.ts";

/** How many lines a text makes. */
export type LineCounter = (text: string, width: number) => number;

/** A part of a text between two places where a line may break. */
interface Piece {
  readonly text: string;
  readonly width: number;
  /** Without what hangs over the edge at its end. */
  readonly bare: number;
}

/** Sums of words may be so many pixels beside a line's own width: letters at the edges of words move closer. */
const tolerance = 3;

/** Letters that stand side by side, one character each, and change only the place of their neighbours. */
const plainLetters = /^[!-~¡-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u201f]+$/;

/**
 * Counts the lines that `wrapText` makes. A word's width is the sum of its pairs of letters, each of which is measured
 * once; a whole line is measured only where its words come so near to the edge that their sum does not tell.
 * `tolerance` is how far that may be off.
 */
export function lineCounter(measureText: Measure, most = tolerance): LineCounter {
  const known = new Map<string, readonly Piece[]>();
  const measure = pairwise(measureText);
  const blank = measure(" ");
  const piecesIn = (word: string): readonly Piece[] => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const pieces = piecesOf(word).map((text): Piece => {
      const [width, trimmed] = [measure(text), text.trimEnd()];
      return { text, width, bare: trimmed === text ? width : measure(trimmed) };
    });
    known.set(word, pieces);
    return pieces;
  };
  return (text, width) => {
    const line = new Line(width, most, measureText);
    let lines = 0;
    for (const paragraph of text.split(/\r\n|[\n\r]/)) {
      line.begin();
      for (const word of paragraph.split(" ")) {
        for (const piece of piecesIn(word)) line.add(piece);
        line.skip(blank);
      }
      lines += line.count;
    }
    return lines;
  };
}

/** Words of plain letters by the widths of these, and of how near each comes to the next; others as a whole. */
function pairwise(measure: Measure): Measure {
  const letters = new Map<string, number>();
  const widthOf = (letter: string) => kept(letters, letter, measure);
  const steps = new Map<string, number>();
  const stepOf = (pair: string) => kept(steps, pair, () => measure(pair) - widthOf(pair[0]!));
  return (text) => {
    if (!plainLetters.test(text)) return measure(text);
    let width = widthOf(text[0]!);
    for (let at = 1; at < text.length; at++) width += stepOf(text.slice(at - 1, at + 1));
    return width;
  };
}

function kept(widths: Map<string, number>, text: string, measure: Measure): number {
  const found = widths.get(text);
  if (found !== undefined) return found;
  const width = measure(text);
  widths.set(text, width);
  return width;
}

/** The line that is being filled, and how many there were before it in its paragraph. */
class Line {
  readonly #width: number;
  readonly #tolerance: number;
  readonly #measure: Measure;
  #text = "";
  #filled = 0;
  #before = 0;

  constructor(width: number, tolerance: number, measure: Measure) {
    this.#width = width;
    this.#tolerance = tolerance;
    this.#measure = measure;
  }

  get count(): number {
    return this.#before + 1;
  }

  begin(): void {
    this.#before = 0;
    this.#start("", 0);
  }

  /** A blank, which hangs over the edge where it has no room. */
  skip(width: number): void {
    this.#text += " ";
    this.#filled += width;
  }

  add(piece: Piece): void {
    if (this.#fits(this.#text, this.#filled, piece)) {
      this.#text += piece.text;
      this.#filled += piece.width;
      return;
    }
    if (this.#text !== "") this.#before++;
    if (this.#fits("", 0, piece)) return this.#start(piece.text, piece.width);
    const fits = (candidate: string) => this.#measure(candidate.trimEnd()) <= this.#width;
    const parts = brokenWord(piece.text, fits);
    this.#before += parts.length - 1;
    const last = parts.at(-1) ?? "";
    this.#start(last, this.#measure(last));
  }

  #start(text: string, filled: number): void {
    this.#text = text;
    this.#filled = filled;
  }

  #fits(before: string, filled: number, { text, bare }: Piece): boolean {
    const over = filled + bare - this.#width;
    if (bare === 0) return true;
    if (Math.abs(over) > this.#tolerance) return over < 0;
    return this.#measure((before + text).trimEnd()) <= this.#width;
  }
}
