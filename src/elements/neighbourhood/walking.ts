import type { Picture, Rect } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Neighbourhood } from "#model/neighbourhood.ts";

/** Keys that lead from card to card. */
const steps: ReadonlySet<string> = new Set([
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Home",
  "End",
]);

/** What is walked through. */
export interface Walk {
  readonly picture: Picture;
  readonly found: Neighbourhood;
}

/**
 * The claim that a key leads to from another; `null` where it leads nowhere, `undefined` for a key that is none of these.
 * Up and down follow the lines, to the nearest card of the nearest row; where no line leads that way, the nearest card of the
 * next row. Left and right go along a row, and on to the one before or after.
 */
export function walked(key: string, from: ClaimId, walk: Walk): ClaimId | null | undefined {
  if (!steps.has(key)) return undefined;
  const rows = rowsOf(walk.picture);
  const order = rows.flat();
  const at = order.findIndex(({ claim }) => claim === from);
  if (key === "Home" || at < 0) return order[0]?.claim ?? null;
  if (key === "End") return order.at(-1)?.claim ?? null;
  if (key === "ArrowLeft" || key === "ArrowRight")
    return order[at + (key === "ArrowLeft" ? -1 : 1)]?.claim ?? null;
  return acrossRows(key === "ArrowUp" ? -1 : 1, rows, order[at]!, joinedTo(from, walk.found));
}

interface Placed {
  readonly claim: ClaimId;
  readonly rect: Rect;
}

/** Cards by the line that they stand on, from the topmost; in each from left to right. */
function rowsOf({ cards }: Picture): readonly (readonly Placed[])[] {
  const rows = new Map<number, Placed[]>();
  for (const [claim, rect] of cards) {
    const row = rows.get(rect.y) ?? [];
    row.push({ claim, rect });
    rows.set(rect.y, row);
  }
  const sorted = [...rows].toSorted(([a], [b]) => a - b);
  return sorted.map(([, row]) => row.toSorted((a, b) => a.rect.x - b.rect.x));
}

function acrossRows(
  way: -1 | 1,
  rows: readonly (readonly Placed[])[],
  from: Placed,
  joined: ReadonlySet<ClaimId>,
): ClaimId | null {
  const at = rows.findIndex((row) => row.includes(from));
  const ahead = way < 0 ? rows.slice(0, at).toReversed() : rows.slice(at + 1);
  const onLine = ahead
    .map((row) => row.filter(({ claim }) => joined.has(claim)))
    .find((row) => row.length > 0);
  const row = onLine ?? ahead[0] ?? [];
  const away = ({ rect }: Placed) => Math.abs(rect.x + rect.width / 2 - from.rect.x - from.rect.width / 2);
  return row.toSorted((a, b) => away(a) - away(b))[0]?.claim ?? null;
}

/** All claims that a claim answers, or that answer it, or its step. */
function joinedTo(claim: ClaimId, { relations }: Neighbourhood): ReadonlySet<ClaimId> {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const joined = new Set<ClaimId>();
  for (const { premises, target } of relations) {
    const ends = target.type === "claim" ? [target.id] : (byId.get(target.id)?.premises ?? []);
    if (ends.includes(claim)) for (const premise of premises) joined.add(premise);
    if (premises.includes(claim)) for (const end of ends) joined.add(end);
  }
  return joined;
}
