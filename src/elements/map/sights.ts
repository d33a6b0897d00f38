import type { TemplateResult } from "lit";
import type { CardFace } from "#elements/map/face.ts";
import type { Curve, Drop, Picture, PlacedBracket, Trunk } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { SchoolColour, SchoolPattern } from "#model/people.ts";

/** How far a claim steps back. `dim`: the legend hides it, or it was given up; `perhaps`: it may not have been made yet. */
export type Fade = "none" | "dim" | "perhaps" | "notYet";

/** Where a claim is shown: on a card of a map, or in a row of text. */
export type SightPlace = "card" | "row";

/** What a card shows besides its face, or in place of a part of it. Its size stays. */
export interface CardSight {
  /** Two with the same key show the same. */
  readonly key: string;
  readonly fade: Fade;
  /** Said in place of what the face says. */
  readonly over: Partial<Pick<CardFace, "arguers" | "citation">>;
  /** For screen readers; empty where there is nothing to say. */
  readonly said: string;
  /** Drawn over the card, or in the row. */
  readonly drawn: TemplateResult | undefined;
}

/** What a claim's block is painted in: none, one, or several beside each other. */
export type Paint = readonly { readonly colour: SchoolColour; readonly pattern: SchoolPattern }[];

/** A map as it is looked at through a lens, in a year, or with names hidden. */
export interface Sights {
  /** `place`: what it is shown on, a card of the map or a row of the outline. */
  of(claim: ClaimId, face: CardFace, place?: SightPlace): CardSight;
  fadeOf(claim: ClaimId): Fade;
  /** `null` where blocks have the colours of reasons and objections, as ever. */
  paintOf: ((claim: ClaimId) => Paint) | null;
  /** Whether a line steps back with its claims. */
  fades(line: Trunk | Drop | PlacedBracket | Curve): boolean;
  /** Of a part of a picture: what is drawn as ever, and what steps back. */
  parted(picture: Picture): { readonly shown: Picture; readonly faded: Picture | null };
}
