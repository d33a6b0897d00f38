import { dismissalsAsData } from "#interchange/dismissals.ts";
import type { Claim } from "#model/claim.ts";
import { compareIds } from "#model/ids.ts";
import type { ClaimImage } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution, Holder, Membership, School } from "#model/people.ts";
import type { Relation } from "#model/relation.ts";
import type { Citation, CslItem, Source } from "#model/source.ts";

/** What the first line of an `.argmap.json` file says. */
export const NATIVE_FORMAT = "counterpoint/argument-map";

/** The version that this program writes; it reads this and all earlier ones. */
export const NATIVE_VERSION = 1;

/** A map as JSON holds it: records in id order, without what is empty or usual. */
export type MapRecord = ReturnType<typeof mapRecord>;
export type ClaimRecord = ReturnType<typeof claimRecord>;
export type RelationRecord = ReturnType<typeof relationRecord>;
export type CitationRecord = ReturnType<typeof citationRecord>;
export type AttributionRecord = ReturnType<typeof attributionRecord>;
export type HolderRecord = ReturnType<typeof holderRecord>;

export function mapRecord({ id, about, claims, relations, sources, holders, schools }: ArgumentMap) {
  return {
    id,
    title: about.title,
    question: about.question,
    language: about.language,
    ...(about.leavesOut !== "" && { leavesOut: about.leavesOut }),
    ...(about.dismissed.length > 0 && { dismissed: dismissalsAsData(about.dismissed) }),
    claims: inIdOrder(claims).map(claimRecord),
    relations: inIdOrder(relations).map(relationRecord),
    sources: inIdOrder(sources).map(sourceRecord),
    ...(holders.size > 0 && { holders: inIdOrder(holders).map(holderRecord) }),
    ...(schools.size > 0 && { schools: inIdOrder(schools).map(schoolRecord) }),
  };
}

/** Also how Argdown's frontmatter keeps the relations that no line can state. */
export function relationRecord({ id, kind, premises, target, order, mutual }: Relation) {
  return {
    id,
    kind,
    premises: [...premises],
    target: target.type === "claim" ? { claim: target.id } : { relation: target.id },
    order,
    ...(mutual !== null && { mutual }),
  };
}

function inIdOrder<Item extends { readonly id: string }>(items: ReadonlyMap<string, Item>): readonly Item[] {
  return [...items.values()].toSorted((a, b) => compareIds(a.id, b.id));
}

function claimRecord(claim: Claim) {
  const { id, text, label, note, home, order, citations, attributions, period, images } = claim;
  return {
    id,
    text,
    ...(label !== "" && { label }),
    ...(note !== "" && { note }),
    ...(home !== null && { home }),
    order,
    ...(citations.length > 0 && { citations: citations.map(citationRecord) }),
    ...(attributions.length > 0 && { attributions: attributions.map(attributionRecord) }),
    ...(period !== "" && { period }),
    ...(images.length > 0 && { images: images.map(imageRecord) }),
  };
}

function attributionRecord({ id, holder, stance, when, citation }: Attribution) {
  return {
    id,
    holder,
    stance,
    ...(when !== "" && { when }),
    ...(citation !== null && { citation: citationRecord(citation) }),
  };
}

/** The bytes are kept apart from it. */
function imageRecord(image: ClaimImage) {
  const { id, hash, type, size, width, height, alternative, caption, credit, citation, order } = image;
  return {
    id,
    hash,
    type,
    size,
    width,
    height,
    ...(alternative !== "" && { alternative }),
    ...(caption !== "" && { caption }),
    ...(credit !== "" && { credit }),
    ...(citation !== null && { citation: citationRecord(citation) }),
    order,
  };
}

function holderRecord({ id, name, lived, affiliation, note, memberships }: Holder) {
  return {
    id,
    name,
    ...(lived !== "" && { lived }),
    ...(affiliation !== "" && { affiliation }),
    ...(note !== "" && { note }),
    ...(memberships.length > 0 && { memberships: memberships.map(membershipRecord) }),
  };
}

function membershipRecord({ school, when }: Membership) {
  return { school, ...(when !== "" && { when }) };
}

function schoolRecord({ id, name, when, colour, pattern, note }: School) {
  return { id, name, ...(when !== "" && { when }), colour, pattern, ...(note !== "" && { note }) };
}

function citationRecord({ source, locator, label, prefix, suffix, quotation, translation = "" }: Citation) {
  return {
    source,
    ...(locator !== "" && { locator }),
    ...(label !== "page" && { label }),
    ...(prefix !== "" && { prefix }),
    ...(suffix !== "" && { suffix }),
    ...(quotation !== "" && { quotation }),
    ...(translation !== "" && { translation }),
  };
}

function sourceRecord({ id, item, role }: Source) {
  return { id, item: inNameOrder(item) as CslItem, ...(role !== undefined && { role }) };
}

/** A value whose fields stand in the order of their names, however deep: equal sources give equal text. */
function inNameOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inNameOrder);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => compareIds(a, b));
  return Object.fromEntries(fields.map(([name, field]) => [name, inNameOrder(field)]));
}
