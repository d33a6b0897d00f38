import { blockAt, type Frame, type OnScreen } from "#elements/map/far-frame.ts";
import { byStrength, fillPaint, notYet, type Tones } from "#elements/map/far-tones.ts";
import { kinds } from "#elements/map/far-table.ts";
import type { Words } from "#elements/map/far-words.ts";
import type { Rect } from "#layout/picture.ts";
import { directionOf } from "#model/direction.ts";

/** The smallest words that are drawn, and how wide a block must be for any, both at the usual text size. */
const leastWords = 9;
const leastWidth = 44;
/** Of the size of words on a card at the same scale: few words that can be read say more than all that cannot. */
const larger = 1.2;
const cardWords = 17;
const cardWidth = 264;
const rail = 3;
const padding = 4;
/** From so many pixels on an objection's block is hollow; a smaller one has no inside. */
const leastHollow = 4;
/** How wide the band of a block's groups is at least. */
const leastBand = 4;
/** How strong words are that step back. */
const faintWords = 0.6;

/** Whether words can be read on blocks at a scale. */
export function hasWords({ view }: Frame): boolean {
  return cardWidth * view.scale >= leastWidth;
}

/** Blocks with room for words look like cards: a tint, and a rail in the colour of their kind; on the far edge their groups. */
export function drawCards(frame: Frame, all: OnScreen): void {
  const { context, table, look } = frame;
  const of = [look.card, look.supportTint, look.opposeTint];
  const rails = [look.ink, look.support, look.oppose];
  for (const { strength, found } of byStrength(frame, all))
    for (let kind = 0; kind < of.length; kind++) {
      const places = found.places.subarray(0, found.count).filter((at) => table.kind[at] === kind);
      const blocks = Array.from(places, (at) => blockAt(frame, at));
      const corner = Math.min(5, 10 * frame.view.scale);
      context.beginPath();
      for (const { x, y, width, height } of blocks) context.roundRect(x, y, width, height, corner);
      context.globalAlpha = strength;
      context.fillStyle = of[kind]!;
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = look.line;
      context.globalAlpha = 0.55 * strength;
      context.stroke();
      context.globalAlpha = strength;
      context.fillStyle = rails[kind]!;
      for (const { x, y, height } of blocks) context.fillRect(x, y, rail, height);
      drawBands(frame, places, blocks);
      context.globalAlpha = 1;
    }
}

/** Bands like those on cards. */
function drawBands(frame: Frame, places: Int32Array, blocks: readonly Rect[]): void {
  const { tones, view } = frame;
  if (tones === null) return;
  const across = Math.max(leastBand, 12 * view.scale);
  for (const [at, { x, y, width, height }] of blocks.entries()) {
    const paint = tones.paints[tones.paint[places[at]!]!]!;
    if (paint.length > 0) fillPaint(frame, paint, { x: x + width - across, y, width: across, height });
  }
}

/** Blocks without words: full for a reason, hollow for an objection, black for a thesis; or in the colours of their groups. */
export function drawPlain(frame: Frame, all: OnScreen): void {
  for (const { strength, found } of byStrength(frame, all)) {
    frame.context.globalAlpha = strength;
    if (frame.tones?.isPainted === true) drawPainted(frame, found, frame.tones);
    else drawKinds(frame, found);
  }
  frame.context.globalAlpha = 1;
}

function drawPainted(frame: Frame, { places, count }: OnScreen, { paints, paint }: Tones): void {
  const { context, look } = frame;
  for (let found = 0; found < count; found++) {
    const at = places[found]!;
    const block = blockAt(frame, at);
    const groups = paints[paint[at]!]!;
    if (groups.length > 0) fillPaint(frame, groups, block);
    else hollow(context, block, look.line, look.paper);
  }
}

function drawKinds({ table, look, context, ...frame }: Frame, { places, count }: OnScreen): void {
  for (const [kind, colour] of [look.ink, look.support, look.oppose].entries()) {
    for (let found = 0; found < count; found++) {
      const at = places[found]!;
      if (table.kind[at] !== kind) continue;
      const block = blockAt({ table, look, context, ...frame }, at);
      if (kind === kinds.opposes) hollow(context, block, colour, look.paper);
      else {
        context.fillStyle = colour;
        context.fillRect(block.x, block.y, block.width, block.height);
      }
    }
  }
}

/** An edge of one colour around another, where there is room for it. */
function hollow(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Rect,
  colour: string,
  inside: string,
): void {
  context.fillStyle = colour;
  context.fillRect(x, y, width, height);
  if (Math.min(width, height) < leastHollow) return;
  context.fillStyle = inside;
  const edge = Math.min(width, height) < 2 * leastHollow ? 1 : 1.5;
  context.fillRect(x + edge, y + edge, width - 2 * edge, height - 2 * edge);
}

/** The first words of claims, as many as their blocks have room for. */
export class BlockWords {
  readonly #words: Words;
  readonly #lines = new Map<number, readonly string[]>();
  #brokenFor = "";

  constructor(words: Words) {
    this.#words = words;
  }

  forget(): void {
    this.#words.forget();
    this.#lines.clear();
  }

  draw(frame: Frame, { places, count }: OnScreen): void {
    const { context, view, look } = frame;
    const exact = Math.max(leastWords, cardWords * view.scale * larger) * look.textScale;
    const size = Math.round(2 * exact) / 2;
    const key = `${size} ${view.scale}`;
    if (key !== this.#brokenFor) this.#lines.clear();
    this.#brokenFor = key;
    context.font = this.#words.fontOf(size);
    context.fillStyle = look.ink;
    context.textBaseline = "alphabetic";
    for (let found = 0; found < count; found++) {
      const fade = frame.tones?.fade[places[found]!] ?? 0;
      if (fade === notYet) continue;
      context.globalAlpha = fade === 0 ? 1 : faintWords;
      this.#write(frame, places[found]!, size);
    }
    context.globalAlpha = 1;
  }

  #write(frame: Frame, at: number, size: number): void {
    const { context, table } = frame;
    const { x, y, width, height } = blockAt(frame, at);
    const face = table.faces[at]!;
    const leading = Math.round(size * 1.2);
    const most = Math.floor((height - 1.5 * padding) / leading);
    if (most < 1) return;
    const known = this.#lines.get(at);
    const lines = known ?? this.#words.lines(face.text, size, width - rail - 2 * padding, most);
    if (known === undefined) {
      this.#lines.set(at, lines);
      context.font = this.#words.fontOf(size);
    }
    const isRightToLeft = directionOf(face.language) === "rtl";
    context.textAlign = isRightToLeft ? "right" : "left";
    const start = isRightToLeft ? x + width - padding : x + rail + padding;
    const top = y + Math.max(padding / 2, Math.min(padding + 2, (height - lines.length * leading) / 2));
    for (const [line, words] of lines.entries())
      context.fillText(words, start, top + line * leading + size * 0.92);
  }
}
