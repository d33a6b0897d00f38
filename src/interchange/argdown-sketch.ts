import type { Data } from "#interchange/plain-json.ts";

/*
 * What an Argdown text says, place by place, before it is understood as a map. The reader makes a sketch from
 * text and a map from the sketch; the writer makes a sketch from a map, asks the reader's second half how it
 * would be understood, and adds as data whatever that gets wrong. So the two cannot drift apart.
 */

/** How an indented line bears on the line above it; the signs are Argdown's. */
export type Arrow = "+" | "-" | "_" | "+>" | "->" | "_>" | "><";

/** A statement `[Title]: text` or argument `<Title>: text` at one place. Without a text it refers to another place. */
export interface Mention {
  readonly type: "statement" | "argument";
  title: string | null;
  readonly text: string | null;
  readonly data: Data;
  readonly line: number;
  readonly links: Link[];
}

/** A line below a mention. */
export interface Link {
  readonly arrow: Arrow;
  readonly to: Mention;
}

/** One inference of a premise-conclusion structure. `undercuts` stand below its rule. */
export interface Inference {
  readonly premises: readonly Mention[];
  readonly conclusion: Mention;
  readonly undercuts: readonly Link[];
}

/** A paragraph. A premise-conclusion structure has the title of the argument right above it, if there is one. */
export type Block =
  | { readonly type: "mention"; readonly mention: Mention }
  | {
      readonly type: "inferences";
      readonly title: string | null;
      readonly inferences: readonly Inference[];
      readonly line: number;
    };

export interface Sketch {
  readonly front: Data;
  /** Headings, in order. */
  readonly headings: readonly string[];
  readonly blocks: readonly Block[];
}
