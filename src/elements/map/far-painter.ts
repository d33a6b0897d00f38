import { BlockWords, drawCards, drawPlain, hasWords } from "#elements/map/far-blocks.ts";
import { Dots } from "#elements/map/far-dots.ts";
import { blockAt, findOnScreen, type Frame } from "#elements/map/far-frame.ts";
import { FarLines } from "#elements/map/far-lines.ts";
import type { FarLook } from "#elements/map/far-look.ts";
import { branchEnd, extentOf, type FarTable, farTable } from "#elements/map/far-table.ts";
import type { Tones } from "#elements/map/far-tones.ts";
import { Titles } from "#elements/map/far-titles.ts";
import { Words } from "#elements/map/far-words.ts";
import type { CardFace } from "#elements/map/face.ts";
import { seenPart } from "#elements/map/culling.ts";
import type { Picture, Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Viewport } from "#session/viewport.ts";

/** From so many blocks on they are drawn as pixels, which costs the same for any number. */
const manyBlocks = 2500;
/** The outline of what is in hand, and how small it gets, in CSS pixels. */
const outline = 3;
const leastHand = 6;

/** A picture written down for drawing it from afar. */
export interface FarDrawing {
  readonly table: FarTable;
  readonly lines: FarLines;
  /** Room for the places of all cards. */
  readonly places: Int32Array;
}

export function farDrawing(picture: Picture, faces: ReadonlyMap<ClaimId, CardFace>): FarDrawing {
  const table = farTable(picture, faces);
  return { table, lines: new FarLines(picture), places: new Int32Array(table.faces.length) };
}

/** What is shown of a picture besides itself. */
interface Shown {
  readonly inHand: ClaimId | null;
  readonly tones: Tones | null;
}

/** Draws frames of blocks on a canvas. */
export class FarPainter {
  readonly #context: CanvasRenderingContext2D;
  readonly #words: BlockWords;
  readonly #titles: Titles;
  readonly #dots = new Dots();
  #look: FarLook | null = null;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext("2d")!;
    const set = (weight: number, family: "serif" | "sans") =>
      new Words(context, (size) => `${weight} ${size}px ${this.#look?.[family] ?? family}`);
    this.#context = context;
    this.#words = new BlockWords(set(400, "serif"));
    this.#titles = new Titles(set(600, "serif"), set(600, "sans"));
  }

  /** How everything looks from now on; words are measured anew. */
  dress(look: FarLook): void {
    this.#look = look;
    this.#words.forget();
    this.#titles.forget();
  }

  /** The picture or what its cards say is another: lines are broken anew. */
  renew(): void {
    this.#words.forget();
  }

  paint({ table, lines, places }: FarDrawing, view: Viewport, screen: Size, { inHand, tones }: Shown): void {
    const look = this.#look;
    if (look === null) return;
    const frame: Frame = {
      context: this.#context,
      view,
      screen,
      ratio: devicePixelRatio,
      look,
      table,
      tones,
    };
    begin(frame);
    const found = findOnScreen(table, view, screen, places);
    const hand = inHand === null ? undefined : table.places.get(inHand);
    if (found.count > manyBlocks) this.#dots.draw(frame, found);
    if (hand !== undefined) drawBranch(frame, hand);
    if (found.count <= manyBlocks) {
      const seen = seenPart(view, screen);
      lines.draw(frame, seen);
      if (hasWords(frame)) drawCards(frame, found);
      else drawPlain(frame, found);
      lines.drawBadges(frame, seen);
      if (hasWords(frame)) this.#words.draw(frame, found);
    }
    if (hand !== undefined) drawHand(frame, hand);
    if (!hasWords(frame)) this.#titles.draw(frame);
  }
}

/** An empty canvas of the screen's size, in device pixels; drawn on in CSS pixels. */
function begin({ context, screen, ratio }: Frame): void {
  const { canvas } = context;
  const [width, height] = [Math.round(screen.width * ratio), Math.round(screen.height * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, screen.width, screen.height);
}

/** A ground under the branch in hand, unless that is all of the map. */
function drawBranch({ context, view, look, table }: Frame, at: number): void {
  const end = branchEnd(table.level, at);
  if (table.level[at] === 1 || end === at + 1) return;
  const margin = 14 * view.scale + 2;
  const { x, y, width, height } = extentOf(table.edges, at, end);
  context.beginPath();
  context.roundRect(
    (x - view.x) * view.scale - margin,
    (y - view.y) * view.scale - margin,
    width * view.scale + 2 * margin,
    height * view.scale + 2 * margin,
    Math.min(10, margin),
  );
  context.globalAlpha = 0.12;
  context.fillStyle = look.focus;
  context.fill();
  context.globalAlpha = 0.5;
  context.lineWidth = 1;
  context.strokeStyle = look.focus;
  context.stroke();
  context.globalAlpha = 1;
}

function drawHand(frame: Frame, at: number): void {
  const { context, look } = frame;
  const { x, y, width, height } = blockAt(frame, at);
  const [across, down] = [Math.max(leastHand, width), Math.max(leastHand, height)];
  context.lineWidth = outline;
  context.strokeStyle = look.focus;
  context.beginPath();
  context.roundRect(
    x - (across - width) / 2 - outline / 2,
    y - (down - height) / 2 - outline / 2,
    across + outline,
    down + outline,
    4,
  );
  context.stroke();
}
