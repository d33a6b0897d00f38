import type { Link, Mention } from "#interchange/argdown-sketch.ts";
import type { Data } from "#interchange/plain-json.ts";
import type { RelationKind } from "#model/relation.ts";

/** A claim as far as the sketch tells: gathered from all the places that mention it. */
export interface ClaimDraft {
  readonly title: string | null;
  readonly first: Mention;
  /** The place that gives its text, if any does. */
  definition: Mention | null;
  /** Data from all places; that of the definition wins. */
  readonly data: Data;
  /** The step under which its text stands. */
  nestedUnder: RelationDraft | null;
  /** The step under which the text first speaks of it; `null` where that is a paragraph. */
  firstUnder: RelationDraft | null;
  /** The first step that it takes, in the order of the text. */
  firstStep: RelationDraft | null;
}

export type TargetDraft = { readonly claim: ClaimDraft } | { readonly step: RelationDraft } | StepOfClaim;

/** The step that a claim takes, to be found once all steps are known; `above` is the one at that place. */
export interface StepOfClaim {
  readonly stepOf: ClaimDraft;
  readonly above: RelationDraft | null;
}

export interface RelationDraft {
  kind: RelationKind;
  /** In the order of the text. */
  readonly premises: readonly ClaimDraft[];
  target: TargetDraft | null;
  data: Data;
  mutual: RelationDraft | null;
  readonly line: number;
}

/** An `<argument>` whose premises are written out: its last inference is the step that others speak of. */
export interface Reconstruction {
  readonly inferences: readonly RelationDraft[];
  readonly last: RelationDraft;
  readonly conclusion: Mention;
  /** The conclusion only says "this tells against that": the premises themselves bear on what the argument bears on. */
  readonly standIn: boolean;
}

/** The claims and steps of a sketch, and which place speaks of which. */
export interface Drafts {
  readonly claims: readonly ClaimDraft[];
  /** In the order of the text. */
  readonly relations: readonly RelationDraft[];
  readonly claimAt: ReadonlyMap<Mention, ClaimDraft>;
  readonly relationAt: ReadonlyMap<Link, RelationDraft>;
  /** For `><`: the step from the upper claim to the lower one. */
  readonly backAt: ReadonlyMap<Link, RelationDraft>;
  readonly warnings: readonly string[];
}
