import { type AttributionId, compareIds, type HolderId, type SchoolId } from "#model/ids.ts";
import type { Citation } from "#model/source.ts";

/** That a holder belonged to a school. */
export interface Membership {
  readonly school: SchoolId;
  /** EDTF, mostly an interval: "1961/". Empty when it is not said. */
  readonly when: string;
}

/** Who has argued: a person, such as a historian, or a body. */
export interface Holder {
  readonly id: HolderId;
  readonly name: string;
  /** EDTF: "1908/1999", "1928/" for someone who lives. Empty when it is not said. */
  readonly lived: string;
  /** "University of Hamburg"; empty when it is not said. */
  readonly affiliation: string;
  /** Markdown, empty when there is none. */
  readonly note: string;
  /** A set, by school and time: none twice. */
  readonly memberships: readonly Membership[];
}

/** What schools are drawn in; the values are `look.css`'s. None is of the blue and orange of reasons and objections. */
export const schoolColours = ["teal", "plum", "olive", "rose", "slate", "gold", "brown", "violet"] as const;
export type SchoolColour = (typeof schoolColours)[number];

/** What a school's colour is hatched with, so that no school is told by colour alone. */
export const schoolPatterns = [
  "solid",
  "stripes",
  "dots",
  "grid",
  "dashes",
  "waves",
  "checks",
  "rings",
] as const;
export type SchoolPattern = (typeof schoolPatterns)[number];

/** A school of thought, as historians are grouped in. */
export interface School {
  readonly id: SchoolId;
  readonly name: string;
  /** EDTF: "1959/1972". Empty when it is not said. */
  readonly when: string;
  readonly colour: SchoolColour;
  readonly pattern: SchoolPattern;
  /** Markdown: who they are, in a sentence or two. */
  readonly note: string;
}

/** What a holder does with a claim. One who `reports` it says that others hold it; one who `abandons` it held it before. */
export const stances = ["asserts", "denies", "qualifies", "reports", "abandons"] as const;
export type Stance = (typeof stances)[number];

/** That a holder takes a stance on the claim that it stands on. */
export interface Attribution {
  readonly id: AttributionId;
  readonly holder: HolderId;
  readonly stance: Stance;
  /** EDTF; empty when it is not said. */
  readonly when: string;
  /** Where: a place in one of the map's sources. `null` when it is not said. */
  readonly citation: Citation | null;
}

/** By what two memberships are one and the same. */
export function membershipKey({ school, when }: Membership): string {
  return JSON.stringify([school, when]);
}

/** Each once, in an order that is the same everywhere. */
export function asMemberships(memberships: readonly Membership[]): readonly Membership[] {
  const byKey = new Map(memberships.map((membership) => [membershipKey(membership), membership]));
  return [...byKey].toSorted(([a], [b]) => compareIds(a, b)).map(([, membership]) => membership);
}

/** Each id once, in the order of the ids. */
export function asAttributions(attributions: readonly Attribution[]): readonly Attribution[] {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  return [...byId.values()].toSorted((a, b) => compareIds(a.id, b.id));
}

export function newHolder(id: HolderId, fields: Partial<Omit<Holder, "id">> = {}): Holder {
  return { id, name: "", lived: "", affiliation: "", note: "", memberships: [], ...fields };
}

export function newSchool(id: SchoolId, fields: Partial<Omit<School, "id">> = {}): School {
  return { id, name: "", when: "", colour: "slate", pattern: "solid", note: "", ...fields };
}

/** That a holder asserts a claim: what a new attribution starts from. */
export function newAttribution(
  id: AttributionId,
  holder: HolderId,
  fields: Partial<Omit<Attribution, "id" | "holder">> = {},
): Attribution {
  return { id, holder, stance: "asserts", when: "", citation: null, ...fields };
}
