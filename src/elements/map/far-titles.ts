import { blockAt, type Frame } from "#elements/map/far-frame.ts";
import type { Heading } from "#elements/map/far-table.ts";
import type { Words } from "#elements/map/far-words.ts";
import { notYet } from "#elements/map/far-tones.ts";
import { touches } from "#elements/map/rects.ts";
import type { Point, Rect, Size } from "#layout/picture.ts";

/** How titles are set, at the usual text size, in CSS pixels. */
const thesis = { size: 15, most: 320, lines: 2 };
const answer = { size: 12, most: 190, lines: 2 };
const edge = 8;
const padding = 5;
/** From a title down to what it names. */
const gap = 6;
/** So many titles may stand in the way of one before it is left out. */
const tries = 6;

/** The titles of the thesis and its branches, where single claims cannot be read. */
export class Titles {
  readonly #thesis: Words;
  readonly #answer: Words;

  constructor(thesis: Words, answer: Words) {
    this.#thesis = thesis;
    this.#answer = answer;
  }

  forget(): void {
    this.#thesis.forget();
    this.#answer.forget();
  }

  /** The thesis first; a title for which there is no room beside earlier ones is left out. Poles stand behind titles. */
  draw(frame: Frame): void {
    const placed: Placed[] = [];
    for (const heading of frame.table.headings) {
      if (frame.tones?.fade[heading.at] === notYet) continue;
      const pole = poleOf(frame, heading);
      const title = pole && this.#placed(frame, heading, pole, placed);
      if (title !== null) placed.push(title);
    }
    const { context, look } = frame;
    context.fillStyle = look.line;
    for (const { pole, box } of placed)
      if (pole.isOnScreen)
        context.fillRect(Math.round(pole.x), box.y + box.height, 1, pole.y - box.y - box.height);
    for (const title of placed) drawTitle(frame, title);
  }

  #placed(frame: Frame, heading: Heading, pole: Pole, placed: readonly Placed[]): Placed | null {
    const { look, screen } = frame;
    const { size, most, lines } = heading.isThesis ? thesis : answer;
    const words = heading.isThesis ? this.#thesis : this.#answer;
    const scaled = size * look.textScale;
    const said = words.lines(heading.text, scaled, most * look.textScale, lines);
    if (said.length === 0) return null;
    const leading = Math.round(scaled * 1.25);
    const width = Math.max(...said.map((line) => words.width(line, scaled))) + 2 * padding;
    const box = freePlace({ width, height: said.length * leading + padding }, pole, screen, placed);
    return box && { pole, box, lines: said, size: scaled, leading, font: words.fontOf(scaled) };
  }
}

/** A title in its place. */
interface Placed {
  readonly pole: Pole;
  readonly box: Rect;
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
  readonly font: string;
}

function drawTitle({ context, look }: Frame, { box, lines, size, leading, font }: Placed): void {
  context.fillStyle = look.paper;
  context.globalAlpha = 0.92;
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 4);
  context.fill();
  context.globalAlpha = 1;
  context.font = font;
  context.fillStyle = look.ink;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  for (const [at, line] of lines.entries())
    context.fillText(line, box.x + padding, box.y + size + at * leading);
}

/** What a title stands over: the head of its branch, or where that leaves the screen. */
interface Pole extends Point {
  readonly isOnScreen: boolean;
}

/** `null` where nothing of the branch is on screen. */
function poleOf(frame: Frame, { at, branch }: Heading): Pole | null {
  const { view, screen } = frame;
  const left = (branch.x - view.x) * view.scale;
  const top = (branch.y - view.y) * view.scale;
  const right = left + branch.width * view.scale;
  const bottom = top + branch.height * view.scale;
  if (right < 0 || bottom < 0 || left > screen.width || top > screen.height) return null;
  const head = blockAt(frame, at);
  const isOnScreen = touches(head, { x: 0, y: 0, ...screen });
  const x = Math.max(left, Math.min(Math.max(head.x, 0), right));
  return { x, y: Math.max(head.y, 0), isOnScreen };
}

/** Over its pole, or beside what stands there already: higher over one that is on screen, lower over one that is not. */
function freePlace(
  { width, height }: Size,
  pole: Pole,
  screen: Size,
  placed: readonly Placed[],
): Rect | null {
  const x = Math.max(edge, Math.min(pole.x, screen.width - width - edge));
  let y = Math.max(edge, Math.min(pole.y - height - gap, screen.height - height - edge));
  for (let step = 0; step < tries; step++) {
    const box = { x, y, width, height };
    const other = placed.find((each) => touches(each.box, box))?.box;
    if (other === undefined) return box;
    y = pole.isOnScreen ? other.y - height - 1 : other.y + other.height + 1;
    if (y < edge || y > screen.height - height - edge) return null;
  }
  return null;
}
