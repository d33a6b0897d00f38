import type { Picture, Rect } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** Up to this many cards each is a block of its own; more are drawn into cells. */
export const fewCards = 600;
/** The side of a cell, in CSS pixels. */
const cell = 0.5;

/**
 * SVG path data of the blocks of each tone, in CSS pixels from the top left of the map's bounds at `scale`. Where
 * blocks overlap, the one that comes last in the picture is seen. There are at most 255 tones.
 */
export function miniBlocks(
  { cards, bounds }: Picture,
  scale: number,
  toneOf: (claim: ClaimId) => string,
): ReadonlyMap<string, string> {
  const tones = new Map<string, number>();
  const blocks = [...cards].map(([claim, rect]) => {
    const tone = toneOf(claim);
    const place = tones.get(tone) ?? tones.size;
    tones.set(tone, place);
    return { place, rect: scaled(rect, bounds, scale) };
  });
  const paths = Array.from(tones, () => "");
  if (blocks.length <= fewCards) for (const { place, rect } of blocks) paths[place] += rectPath(rect);
  else drawCells(blocks, bounds, scale, paths);
  return new Map([...tones.keys()].map((tone, place) => [tone, paths[place]!]));
}

interface Block {
  readonly place: number;
  readonly rect: Rect;
}

function drawCells(blocks: readonly Block[], bounds: Rect, scale: number, paths: string[]): void {
  const columns = Math.ceil((bounds.width * scale) / cell) + 1;
  const rows = Math.ceil((bounds.height * scale) / cell) + 1;
  const cells = new Uint8Array(columns * rows);
  for (const { place, rect } of blocks) mark(cells, columns, rect, place + 1);
  for (let start = 0, at = 1; at <= cells.length; at++) {
    if (at < cells.length && cells[at] === cells[start] && at % columns !== 0) continue;
    const tone = cells[start]! - 1;
    const [x, y] = [(start % columns) * cell, Math.floor(start / columns) * cell];
    if (tone >= 0) paths[tone] += rectPath({ x, y, width: (at - start) * cell, height: cell });
    start = at;
  }
}

function scaled({ x, y, width, height }: Rect, bounds: Rect, scale: number): Rect {
  return {
    x: (x - bounds.x) * scale,
    y: (y - bounds.y) * scale,
    width: width * scale,
    height: height * scale,
  };
}

function mark(cells: Uint8Array, columns: number, { x, y, width, height }: Rect, value: number): void {
  const [left, right] = [Math.floor(x / cell), Math.floor((x + width) / cell)];
  for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row++)
    cells.fill(value, row * columns + left, row * columns + Math.max(left + 1, right));
}

function rectPath({ x, y, width, height }: Rect): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}
