import type { Hanging } from "#layout/box-writer.ts";
import type { Plan } from "#layout/plan.ts";
import type { PlanNames, PlanTable } from "#layout/plan-table.ts";

type Boxes = { readonly table: Omit<PlanTable, "links">; readonly names: Omit<PlanNames, "links"> };

/** Boxes that stand side by side in one of the two plans. */
interface Piece {
  readonly isFresh: boolean;
  readonly start: number;
  end: number;
  /** Where the piece stands now: the numbers of its first box and card. */
  readonly box: number;
  readonly card: number;
  /** How its first box hangs, and what attacks that. */
  readonly hanging: Hanging | null;
}

/** Puts a plan together of pieces of the one before and of boxes that are written anew, in their order. */
export class PlanSplicer {
  readonly #before: Plan;
  readonly #pieces: Piece[] = [];
  #fresh = 0;
  boxCount = 0;
  cardCount = 0;

  constructor(before: Plan) {
    this.#before = before;
  }

  /** The next boxes are those of the plan before from `start` to `end`, of which the first hangs so. */
  keep(start: number, end: number, hanging: Hanging): void {
    const { firstCard } = this.#before.table;
    this.#pieces.push({ isFresh: false, start, end, box: this.boxCount, card: this.cardCount, hanging });
    this.boxCount += end - start;
    this.cardCount += firstCard[end]! - firstCard[start]!;
  }

  /** The next box is the next one that is written anew, with so many cards. */
  add(cards: number): void {
    const last = this.#pieces.at(-1);
    const start = this.#fresh++;
    if (last?.isFresh === true) last.end = this.#fresh;
    else {
      const at = { box: this.boxCount, card: this.cardCount };
      this.#pieces.push({ isFresh: true, start, end: this.#fresh, ...at, hanging: null });
    }
    this.boxCount++;
    this.cardCount += cards;
  }

  /** `fresh` are the boxes that were written anew. */
  finish(fresh: Boxes): Boxes {
    const parts = this.#pieces.map((piece) => ({ ...piece, of: piece.isFresh ? fresh : this.#before }));
    const joined = new Joined(parts);
    return { table: joined.table(), names: joined.names() };
  }
}

type Part = Piece & { readonly of: Boxes };
type Numbers = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** The columns of several parts as one. */
class Joined {
  readonly #parts: readonly Part[];
  readonly #boxCount: number;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
    this.#boxCount = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  table(): Boxes["table"] {
    const ints = () => new Int32Array(this.#boxCount);
    const floats = () => new Float64Array(this.#boxCount);
    return {
      boxes: {
        direction: "down",
        parent: this.#shifted(ints(), ({ boxes }) => boxes.parent, "parent"),
        width: this.#copied(floats(), ({ boxes }) => boxes.width),
        height: this.#copied(floats(), ({ boxes }) => boxes.height),
      },
      form: this.#copied(new Uint8Array(this.#boxCount), ({ form }) => form),
      under: this.#shifted(ints(), ({ under }) => under, "under"),
      attacks: this.#shifted(ints(), ({ attacks }) => attacks, "attacks"),
      firstCard: this.#firsts(({ firstCard }) => firstCard),
      firstChip: this.#firsts(({ firstChip }) => firstChip),
      firstStep: this.#firsts(({ firstStep }) => firstStep),
      cards: this.#rects(
        ({ firstCard }) => firstCard,
        ({ cards }) => cards,
      ),
      chips: this.#rects(
        ({ firstChip }) => firstChip,
        ({ chips }) => chips,
      ),
    };
  }

  names(): Boxes["names"] {
    const joined = { cards: [], chips: [], steps: [] } as {
      readonly [List in keyof Boxes["names"]]: Boxes["names"][List][number][];
    };
    for (const { of, start, end } of this.#parts) {
      const { table, names } = of;
      append(joined.cards, names.cards, table.firstCard[start]!, table.firstCard[end]!);
      append(joined.chips, names.chips, table.firstChip[start]!, table.firstChip[end]!);
      append(joined.steps, names.steps, table.firstStep[start]!, table.firstStep[end]!);
    }
    return joined;
  }

  #copied<Column extends Numbers>(into: Column, of: (table: Boxes["table"]) => Column): Column {
    for (const part of this.#parts) into.set(of(part.of.table).subarray(part.start, part.end), part.box);
    return into;
  }

  /** Numbers of boxes or cards, which are others where the piece stands elsewhere than before. */
  #shifted(
    into: Int32Array<ArrayBuffer>,
    of: (table: Boxes["table"]) => Int32Array,
    name: keyof Hanging,
  ): Int32Array<ArrayBuffer> {
    for (const { of: boxes, start, end, box, card, hanging } of this.#parts) {
      const column = of(boxes.table);
      into.set(column.subarray(start, end), box);
      if (hanging === null) continue;
      const first = name === "under" ? boxes.table.firstCard[start]! : start;
      const by = (name === "under" ? card : box) - first;
      const outside = name === "parent" ? hanging.parent : -1;
      for (let at = start; at < end; at++)
        into[box + at - start] = column[at]! >= first ? column[at]! + by : outside;
      into[box] = hanging[name];
    }
    return into;
  }

  #firsts(of: (table: Boxes["table"]) => Int32Array): Int32Array<ArrayBuffer> {
    const firsts = new Int32Array(this.#boxCount + 1);
    let count = 0;
    for (const { of: boxes, start, end, box } of this.#parts) {
      const column = of(boxes.table);
      const by = count - column[start]!;
      for (let at = start; at < end; at++) firsts[box + at - start] = column[at]! + by;
      count = column[end]! + by;
    }
    firsts[this.#boxCount] = count;
    return firsts;
  }

  #rects(
    firstOf: (table: Boxes["table"]) => Int32Array,
    of: (table: Boxes["table"]) => Float64Array,
  ): Float64Array<ArrayBuffer> {
    const ranges = this.#parts.map(({ of: { table }, start, end }) =>
      of(table).subarray(4 * firstOf(table)[start]!, 4 * firstOf(table)[end]!),
    );
    const joined = new Float64Array(ranges.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const range of ranges) {
      joined.set(range, at);
      at += range.length;
    }
    return joined;
  }
}

function append<Item>(list: Item[], from: readonly Item[], start: number, end: number): void {
  for (let at = start; at < end; at++) list.push(from[at]!);
}
