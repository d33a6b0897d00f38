import type { SchoolPattern } from "#model/people.ts";

/** One tile of a pattern, 8 by 8, whose edges meet: a line to be drawn over a school's colour in that of the card. */
export interface Tile {
  /** SVG path data; empty where nothing is drawn over the colour. */
  readonly line: string;
  readonly width: number;
}

/** The side of a tile. */
export const tileSide = 8;

/** At least half of each tile keeps the school's colour. Ends of lines are round in `dots` alone, where they are all there is. */
export const schoolTiles: Readonly<Record<SchoolPattern, Tile>> = {
  solid: { line: "", width: 0 },
  stripes: { line: "M-2 2L2-2M-1 9L9-1M6 10L10 6", width: 2 },
  dots: { line: "M2 2h.01M6 6h.01", width: 2.6 },
  grid: { line: "M0 2h8M2 0v8", width: 1.4 },
  dashes: { line: "M0 2h5M4 6h4M0 6h1", width: 1.6 },
  waves: { line: "M-2 4q2-4.6 4 0t4 0t4 0", width: 1.8 },
  checks: { line: "M0 2h4M4 6h4", width: 4 },
  rings: { line: "M1.6 4a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0", width: 1.4 },
};
