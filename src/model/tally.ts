import { type Aspect, type Comparison, differsBesides } from "#model/comparison.ts";

/** The ways in which a claim may differ that are counted each for itself. */
export type Counted = "added" | "moved" | "reworded" | "turned" | "removed";

const counted: ReadonlySet<Aspect> = new Set<Counted>(["added", "moved", "reworded", "turned", "removed"]);

/** A comparison in numbers. A claim that was both moved and reworded counts in both. */
export interface Tally extends Readonly<Record<Counted, number>> {
  /** Claims that differ in nothing that is counted for itself: in links, notes, sources, short names, order, who holds it. */
  readonly otherwise: number;
  /** Whether anything differs besides claims: the title, the lists of sources and people, steps that hold no claim. */
  readonly hasOther: boolean;
}

export function tallyOf({ claims, ...others }: Comparison): Tally {
  const having = (aspect: Counted) => claims.filter(({ aspects }) => aspects.includes(aspect)).length;
  return {
    added: having("added"),
    moved: having("moved"),
    reworded: having("reworded"),
    turned: having("turned"),
    removed: having("removed"),
    otherwise: claims.filter(({ aspects }) => !aspects.some((aspect) => counted.has(aspect))).length,
    hasOther: differsBesides(others),
  };
}
