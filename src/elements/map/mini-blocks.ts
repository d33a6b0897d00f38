import type { CardFace } from "#elements/map/face.ts";
import type { Picture, Rect } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

export const blockKinds = ["thesis", "supports", "opposes"] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Up to this many cards each is a block of its own; more are drawn into cells. */
const fewCards = 600;
/** The side of a cell, in CSS pixels. */
const cell = 0.5;

/** SVG path data of the blocks of each kind, in CSS pixels from the top left of the map's bounds at `scale`. */
export function miniBlocks(
  { cards, bounds }: Picture,
  faces: ReadonlyMap<ClaimId, CardFace>,
  scale: number,
): Readonly<Record<BlockKind, string>> {
  const blocks = [...cards].map(([claim, rect]) => ({
    kind: faces.get(claim)?.kind ?? ("thesis" as const),
    rect: scaled(rect, bounds, scale),
  }));
  const paths = { thesis: "", supports: "", opposes: "" };
  if (blocks.length <= fewCards) {
    for (const { kind, rect } of blocks) paths[kind] += rectPath(rect);
    return paths;
  }
  const columns = Math.ceil((bounds.width * scale) / cell) + 1;
  const rows = Math.ceil((bounds.height * scale) / cell) + 1;
  const cells = new Uint8Array(columns * rows);
  for (const { kind, rect } of blocks) mark(cells, columns, rect, blockKinds.indexOf(kind) + 1);
  for (let start = 0, at = 1; at <= cells.length; at++) {
    if (at < cells.length && cells[at] === cells[start] && at % columns !== 0) continue;
    const kind = blockKinds[cells[start]! - 1];
    const [x, y] = [(start % columns) * cell, Math.floor(start / columns) * cell];
    if (kind !== undefined) paths[kind] += rectPath({ x, y, width: (at - start) * cell, height: cell });
    start = at;
  }
  return paths;
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
