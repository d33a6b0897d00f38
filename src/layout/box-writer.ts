import { forms, type PlanNames, type PlanTable, type Step } from "#layout/plan-table.ts";
import type { Size } from "#layout/picture.ts";
import {
  bracketLeg,
  chipGap,
  chipHeight,
  chipWidth,
  grid,
  memberGap,
  railOutside,
  stackRail,
} from "#layout/sizes.ts";
import type { Branching } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

/** How a box hangs: numbers of the plan. */
export interface Hanging {
  readonly parent: number;
  readonly under: number;
  readonly attacks: number;
}

/**
 * Writes boxes down one after the other, each with what is inside it. A box is what the layout moves about as one
 * piece: its width is a multiple of twice the grid, its height of the grid.
 */
export class BoxWriter {
  readonly #sizeOf: (claim: ClaimId) => Size;
  readonly #boxes = { parent: [], width: [], height: [], form: [], under: [], attacks: [] } as Columns<
    "parent" | "width" | "height" | "form" | "under" | "attacks"
  >;
  readonly #firsts = { card: [], chip: [], step: [] } as Columns<"card" | "chip" | "step">;
  readonly #cards: number[] = [];
  readonly #chips: number[] = [];
  readonly #names = { cards: [] as ClaimId[], chips: [] as ClaimId[], steps: [] as Step[] };

  constructor(sizeOf: (claim: ClaimId) => Size) {
    this.#sizeOf = sizeOf;
  }

  get boxCount(): number {
    return this.#boxes.parent.length;
  }

  get cardCount(): number {
    return this.#names.cards.length;
  }

  /** One card; a thesis takes no step. */
  addCard(hanging: Hanging, claim: ClaimId, step: Step | null): void {
    this.#begin(hanging, forms.card);
    if (step !== null) this.#names.steps.push(step);
    const { width, height } = this.#soundSize(claim);
    const outer = up(width, 2 * grid);
    this.#card(claim, (outer - width) / 2, 0, width, height);
    this.#end(outer, height);
  }

  /** Co-premises side by side below the bar; those that are drawn elsewhere are chips in a last column. */
  addBracket(hanging: Hanging, step: Branching): void {
    this.#begin(hanging, forms.bracket);
    this.#names.steps.push(step);
    let x = 0;
    let bottom = 0;
    for (const claim of step.premises) {
      const { width, height } = this.#soundSize(claim);
      this.#card(claim, x, bracketLeg, width, height);
      x += up(width, grid) + memberGap;
      bottom = Math.max(bottom, bracketLeg + height);
    }
    for (const [row, claim] of step.elsewhere.entries()) {
      const y = bracketLeg + row * (chipHeight + chipGap);
      this.#names.chips.push(claim);
      this.#chips.push(x, y, chipWidth, chipHeight);
      bottom = Math.max(bottom, y + chipHeight);
    }
    this.#end(step.elsewhere.length > 0 ? x + chipWidth : x - memberGap, bottom);
  }

  /** Leaves in a column, to the right of the rail that joins them; the rail itself stands outside. */
  addStack(hanging: Hanging, steps: readonly Branching[]): void {
    this.#begin(hanging, forms.stack);
    let [y, right, bottom] = [0, 0, 0];
    for (const step of steps) {
      this.#names.steps.push(step);
      for (const claim of step.premises) {
        const { width, height } = this.#soundSize(claim);
        this.#card(claim, stackRail - railOutside, y, width, height);
        right = Math.max(right, stackRail - railOutside + width);
        bottom = Math.max(bottom, y + height);
        y += up(height, grid) + memberGap;
      }
    }
    this.#end(right, bottom);
  }

  finish(): { readonly table: Omit<PlanTable, "links">; readonly names: Omit<PlanNames, "links"> } {
    this.#mark();
    const { parent, width, height, form, under, attacks } = this.#boxes;
    const { card, chip, step } = this.#firsts;
    const table = {
      boxes: {
        direction: "down",
        parent: new Int32Array(parent),
        width: new Float64Array(width),
        height: new Float64Array(height),
      },
      form: new Uint8Array(form),
      under: new Int32Array(under),
      attacks: new Int32Array(attacks),
      firstCard: new Int32Array(card),
      firstChip: new Int32Array(chip),
      firstStep: new Int32Array(step),
      cards: new Float64Array(this.#cards),
      chips: new Float64Array(this.#chips),
    } as const;
    return { table, names: this.#names };
  }

  #begin({ parent, under, attacks }: Hanging, form: number): void {
    this.#mark();
    this.#boxes.parent.push(parent);
    this.#boxes.under.push(under);
    this.#boxes.attacks.push(attacks);
    this.#boxes.form.push(form);
  }

  /** Where the parts of the next box begin. */
  #mark(): void {
    this.#firsts.card.push(this.#names.cards.length);
    this.#firsts.chip.push(this.#names.chips.length);
    this.#firsts.step.push(this.#names.steps.length);
  }

  #end(right: number, bottom: number): void {
    this.#boxes.width.push(up(right, 2 * grid));
    this.#boxes.height.push(up(bottom, grid));
  }

  #card(claim: ClaimId, x: number, y: number, width: number, height: number): void {
    this.#names.cards.push(claim);
    this.#cards.push(x, y, width, height);
  }

  /** A card that could not be measured takes no room, instead of moving all others to nowhere. */
  #soundSize(claim: ClaimId): Size {
    const { width, height } = this.#sizeOf(claim);
    return { width: soundLength(width), height: soundLength(height) };
  }
}

type Columns<Name extends string> = Readonly<Record<Name, number[]>>;

function soundLength(length: number): number {
  return Number.isFinite(length) && length > 0 ? length : 0;
}

function up(length: number, step: number): number {
  return Math.ceil(length / step) * step;
}
