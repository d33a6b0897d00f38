/** Words are measured at this size and scaled: a font's widths grow with it. */
const measured = 100;
const mostKept = 20_000;

/** Breaks sentences into lines in one font, and remembers how wide words are. All lengths in CSS pixels. */
export class Words {
  readonly #context: CanvasRenderingContext2D;
  readonly #font: (size: number) => string;
  readonly #widths = new Map<string, number>();

  /** `font` says a font of a size, as CSS writes it. */
  constructor(context: CanvasRenderingContext2D, font: (size: number) => string) {
    this.#context = context;
    this.#font = font;
  }

  fontOf(size: number): string {
    return this.#font(size);
  }

  /** Fonts have come: what was measured holds no longer. */
  forget(): void {
    this.#widths.clear();
  }

  /** As many lines as there is room for; the last one ends in "…" where the sentence goes on. */
  lines(text: string, size: number, width: number, most: number): readonly string[] {
    const room = (width / size) * measured;
    const space = this.#widthOf(" ");
    const lines: string[] = [];
    let line = "";
    let length = 0;
    for (const word of text.split(/\s+/)) {
      if (word === "") continue;
      const next = this.#widthOf(word);
      if (line !== "" && length + space + next > room) {
        if (lines.length + 1 === most) return [...lines, this.#cut(`${line}…`, room)];
        lines.push(length > room ? this.#cut(line, room) : line);
        line = "";
        length = 0;
      }
      length += next + (line === "" ? 0 : space);
      line = line === "" ? word : `${line} ${word}`;
    }
    return line === "" ? lines : [...lines, length > room ? this.#cut(line, room) : line];
  }

  /** How wide a line is. */
  width(line: string, size: number): number {
    return (this.#length(line) * size) / measured;
  }

  /** A line without its end, where it is too long. */
  #cut(line: string, room: number): string {
    if (this.#length(line) <= room) return line;
    const letters = [...line];
    while (letters.length > 1 && this.#length(`${letters.join("")}…`) > room) letters.pop();
    return `${letters.join("").trimEnd()}…`;
  }

  #length(line: string): number {
    const words = line.split(" ");
    const spaces = (words.length - 1) * this.#widthOf(" ");
    return words.reduce((sum, word) => sum + this.#widthOf(word), spaces);
  }

  #widthOf(word: string): number {
    const known = this.#widths.get(word);
    if (known !== undefined) return known;
    this.#context.font = this.#font(measured);
    const { width } = this.#context.measureText(word);
    if (this.#widths.size >= mostKept) this.#widths.clear();
    this.#widths.set(word, width);
    return width;
  }
}
