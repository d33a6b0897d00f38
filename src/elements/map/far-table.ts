import type { CardFace } from "#elements/map/face.ts";
import { edgesOf } from "#layout/rects.ts";
import type { Picture, Rect } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** What a block stands for, as a number. */
export const kinds = { thesis: 0, supports: 1, opposes: 2 } as const;

/** The head of a branch that is named where single claims cannot be: a thesis or one of its main answers. */
export interface Heading {
  /** Place of its claim in the table. */
  readonly at: number;
  readonly text: string;
  readonly isThesis: boolean;
  /** Encloses the cards of the whole branch. */
  readonly branch: Rect;
}

/** The cards of a picture as numbers side by side, depth first. */
export interface FarTable {
  readonly faces: readonly CardFace[];
  /** Left, top, right and bottom of each. */
  readonly edges: Float64Array;
  readonly kind: Uint8Array;
  readonly level: Uint16Array;
  readonly headings: readonly Heading[];
  readonly places: ReadonlyMap<ClaimId, number>;
}

export function farTable(picture: Picture, faces: ReadonlyMap<ClaimId, CardFace>): FarTable {
  const drawn = [...faces.values()].filter(({ claim }) => picture.cards.has(claim));
  const edges = edgesOf(drawn.map(({ claim }) => picture.cards.get(claim)!));
  const level = Uint16Array.from(drawn, (face) => face.level);
  const headings = drawn.flatMap((face, at): readonly Heading[] => {
    if (face.level > 2) return [];
    const text = face.label || face.text;
    return [{ at, text, isThesis: face.level === 1, branch: extentOf(edges, at, branchEnd(level, at)) }];
  });
  return {
    faces: drawn,
    edges,
    kind: Uint8Array.from(drawn, (face) => kinds[face.kind ?? "thesis"]),
    level,
    headings: headings.toSorted((a, b) => Number(b.isThesis) - Number(a.isThesis)),
    places: new Map(drawn.map(({ claim }, at) => [claim, at])),
  };
}

/** The place after the last claim of the branch at `at`. */
export function branchEnd(level: Uint16Array, at: number): number {
  let end = at + 1;
  while (end < level.length && level[end]! > level[at]!) end++;
  return end;
}

/** A rect around the cards from one place to another. */
export function extentOf(edges: Float64Array, from: number, end: number): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 4 * from; at < 4 * end; at += 4) {
    left = Math.min(left, edges[at]!);
    top = Math.min(top, edges[at + 1]!);
    right = Math.max(right, edges[at + 2]!);
    bottom = Math.max(bottom, edges[at + 3]!);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
