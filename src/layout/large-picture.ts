import { showLinesBy } from "#layout/cull.ts";
import { bracketOf, dropOf, longCurve } from "#layout/drawn.ts";
import type { LineTable } from "#layout/lines.ts";
import type { Curve, Line, Picture, Rect, Trunk } from "#layout/picture.ts";
import type { Plan } from "#layout/plan.ts";
import { edgesIn, edgesOf, rectAt, touching } from "#layout/rects.ts";
import type { Routes } from "#layout/route.ts";

/** As `pictureOf`, but that lines are made when they are near the screen, or when all of them are asked for. */
export function largePictureOf(plan: Plan, routes: Routes, cut: Picture["cut"]): Picture {
  const { cards } = plan.names;
  const lists = listsOf(plan, routes);
  const isLong = routes.curves.extents.some((length, at) => at % 4 >= 2 && length > longCurve);
  const picture: Picture = {
    bounds: routes.bounds,
    cards: new Map(cards.map((claim, at) => [claim, rectAt(routes.cards, at)])),
    get brackets() {
      return lists.brackets.all();
    },
    get trunks() {
      return lists.trunks.all();
    },
    get drops() {
      return lists.drops.all();
    },
    get curves() {
      return lists.curves.all();
    },
    ...(isLong && cut && { cut }),
  };
  showLinesBy(picture, (rect) => ({
    brackets: lists.brackets.within(rect),
    trunks: lists.trunks.within(rect),
    drops: lists.drops.within(rect),
    curves: lists.curves.within(rect),
  }));
  return picture;
}

function listsOf(plan: Plan, routes: Routes) {
  const { cards, links } = plan.names;
  const { boxes } = routes;
  const framed = (box: number) => rectAt(boxes, box);
  return {
    brackets: new LineList(routes.brackets, (box, line) => bracketOf(plan, routes, box, line), framed),
    trunks: new LineList(routes.trunks, (card, line): Trunk => ({ parent: cards[card]!, ...line })),
    drops: new LineList(routes.drops.lines, (step, line) => dropOf(plan, routes, step, line)),
    curves: new LineList(routes.curves, (link, line): Curve => ({ ...links[link]!, ...line })),
  };
}

const ascii = new TextDecoder();

/** Lines of one sort, made when they are asked for. */
class LineList<Item extends Line> {
  readonly #table: LineTable;
  readonly #itemOf: (of: number, line: Line) => Item;
  readonly #edges: Float64Array;
  #all: readonly Item[] | null = null;

  /** `rectOf` says what a line is found by where that is not the rect around it. */
  constructor(table: LineTable, itemOf: (of: number, line: Line) => Item, rectOf?: (of: number) => Rect) {
    this.#table = table;
    this.#itemOf = itemOf;
    this.#edges = rectOf === undefined ? edgesIn(table.extents) : edgesOf(Array.from(table.of, rectOf));
  }

  all(): readonly Item[] {
    return (this.#all ??= Array.from(this.#table.of, (_, at) => this.#item(at)));
  }

  within(rect: Rect): readonly Item[] {
    return touching(this.#edges, rect).map((at) => this.#all?.[at] ?? this.#item(at));
  }

  #item(at: number): Item {
    const { of, paths, ends, extents } = this.#table;
    const path = ascii.decode(paths.subarray(at === 0 ? 0 : ends[at - 1], ends[at]));
    return this.#itemOf(of[at]!, { path, extent: rectAt(extents, at) });
  }
}
