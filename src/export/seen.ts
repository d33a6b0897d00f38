import type { Curve, Drop, PlacedBracket, Trunk } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { SchoolColour, SchoolPattern } from "#model/people.ts";

/** A colour with its pattern. */
export interface Paint {
  readonly colour: SchoolColour;
  readonly pattern: SchoolPattern;
}

/** What is drawn of a claim besides its face, where a map is exported as it is looked at. */
export interface SeenClaim {
  /** `dim`: it steps back; `perhaps`: it may not have been made by then; `notYet`: an empty frame. */
  readonly fade: "none" | "dim" | "perhaps" | "notYet";
  /** One for each of its groups; none where these are not told by colour. */
  readonly paint: readonly Paint[];
  /** What its groups are called; empty where nothing is to be said. */
  readonly name: string;
  /** How it stands in the year; empty where there is nothing to say. */
  readonly standing: string;
}

/** A line of the legend. */
export interface LegendEntry {
  readonly paint: Paint | null;
  readonly name: string;
}

/** A map as it is looked at: through a lens, in a year, with names hidden. */
export interface Seen {
  of(claim: ClaimId): SeenClaim;
  /** Whether a line steps back with its claims. */
  fades(line: Trunk | Drop | PlacedBracket | Curve): boolean;
  readonly legend: readonly LegendEntry[];
  /** In a sentence, how the map is looked at. */
  readonly said: string;
}
