import { eyebrowOf, hasFooter } from "#elements/map/card-look.ts";
import { type CardMeasure, onGrid } from "#elements/map/card-measure.ts";
import { blankFace, type CardFace } from "#elements/map/face.ts";
import type { KnownSize, Reckoned } from "#elements/map/known-size.ts";
import { type LineCounter, lineCounter } from "#export/line-count.ts";
import type { Steps } from "#model/steps.ts";
import { mapWords } from "#words/map.ts";

/** How many cards a step reckons, some 10 ms of work. */
const STEP_CARDS = 250;
/** Between the parts of a line on a card, as `cardLook` has it. */
const gaps = { eyebrow: 6, footer: 8, marks: 6 };
const markWidth = 13;
const imagesWidth = markWidth + gaps.marks;
/** A break at the end of a text makes no line. */
const lastBreak = /(?:\r\n|[\n\r])$/;

/** How text is set somewhere on a card; lengths in CSS pixels. */
interface Setting {
  /** As a canvas takes it. */
  readonly font: string;
  readonly line: number;
}

/** A card as the style sheet sets it: what heights of cards like it are reckoned from. */
interface Sample {
  /** Of the whole card. */
  readonly width: number;
  readonly height: number;
  readonly text: Setting;
  /** How wide a line of it can be. */
  readonly room: number;
  readonly eyebrow: Setting;
}

/**
 * Reckons how tall cards are without laying them out: their lines are counted by the widths of their words, on a canvas
 * with the page's own fonts. All else, from paddings to the height of a line, is read from samples that are laid out,
 * so that it stands in the style sheet alone.
 */
export function* reckoning(cards: readonly Reckoned[], measure: CardMeasure): Steps<void> {
  const ruler = new Ruler(measure);
  for (const [at, [face, known]] of cards.entries()) {
    known.size = ruler.sizeOf(face);
    known.isMeasured = false;
    if ((at + 1) % STEP_CARDS === 0) yield (at + 1) / cards.length;
  }
}

/** Counts lines, and has a sample of each form of card that it has met. */
class Ruler {
  readonly #measure: CardMeasure;
  readonly #samples = new Map<string, Sample>();
  readonly #counters = new Map<
    string,
    { readonly count: LineCounter; readonly width: (text: string) => number }
  >();
  readonly #pen = document.createElement("canvas").getContext("2d");

  constructor(measure: CardMeasure) {
    this.#measure = measure;
  }

  sizeOf(face: CardFace): KnownSize["size"] {
    const { width, height, text, room, eyebrow } = this.#sampleOf(face);
    const said = face.text.trim() === "" ? mapWords.asks[face.role] : face.text.replace(lastBreak, "");
    const more =
      (this.#set(text.font).count(said, room) - 1) * text.line +
      (this.#labelLines(face, room, eyebrow.font) + this.#citationLines(face, room, eyebrow.font) - 2) *
        eyebrow.line;
    return { width: Math.round(width), height: onGrid(Math.round(height + more)) };
  }

  #labelLines({ label, ...face }: CardFace, room: number, font: string): number {
    if (label === "") return 1;
    const { width } = this.#set(font);
    return this.#set(weighing(450, font)).count(
      `·  ${collapsed(label)}`,
      room - width(eyebrowOf(face)) - gaps.eyebrow,
    );
  }

  #citationLines(face: CardFace, room: number, font: string): number {
    if (face.citation === "") return 1;
    const { width } = this.#set(font);
    const counts = face.held === "" ? [face.reasons, face.objections].filter((count) => count > 0) : [];
    const marks = [
      ...[face.hasNote, face.links > 0].filter(Boolean).map(() => markWidth),
      ...[face.images].filter((count) => count > 0).map((count) => imagesWidth + width(String(count))),
      ...counts.map((count) => width(`+${count}`)),
    ];
    const taken = marks.reduce(
      (sum, each) => sum + each,
      gaps.footer + Math.max(0, marks.length - 1) * gaps.marks,
    );
    return this.#set(weighing(400, font)).count(collapsed(face.citation), room - taken);
  }

  /** A card with one line of each kind that this one has. */
  #sampleOf({ role, held, arguers, ...face }: CardFace): Sample {
    const hasFoot = hasFooter({ ...face, role, held, arguers });
    const form = [role === "thesis", hasFoot, held !== "", arguers !== ""].join();
    const found = this.#samples.get(form);
    if (found !== undefined) return found;
    const like = {
      ...blankFace,
      role,
      held: held && "x",
      arguers: arguers && "x",
      text: "x",
      hasNote: hasFoot,
    };
    const [sample] = this.#measure.laidOut([like], sampled);
    if (sample === undefined) throw new Error("No card was laid out as a sample; expected one.");
    this.#samples.set(form, sample);
    return sample;
  }

  #set(font: string) {
    const found = this.#counters.get(font);
    if (found !== undefined) return found;
    const pen = this.#pen;
    if (pen === null) throw new Error("This browser has no canvas to measure with.");
    const width = (text: string) => {
      if (pen.font !== font) pen.font = font;
      return pen.measureText(text).width;
    };
    const counter = { count: lineCounter(width), width };
    this.#counters.set(font, counter);
    return counter;
  }
}

function sampled(card: HTMLElement): Sample {
  const [text, eyebrow] = [card.querySelector(".text")!, card.querySelector(".eyebrow")!];
  const { width, height } = card.getBoundingClientRect();
  const room = text.getBoundingClientRect().width;
  return { width, height, room, text: settingOf(text), eyebrow: settingOf(eyebrow) };
}

function settingOf(element: Element): Setting {
  const { fontWeight, fontSize, fontFamily, lineHeight } = getComputedStyle(element);
  return { font: `${fontWeight} ${fontSize} ${fontFamily}`, line: Number.parseFloat(lineHeight) };
}

function collapsed(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** The same font, so bold. */
function weighing(weight: number, font: string): string {
  return font.replace(/^\S+/, String(weight));
}
