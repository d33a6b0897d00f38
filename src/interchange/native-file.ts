import type { Claim } from "#model/claim.ts";
import { compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
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

export function mapRecord({ id, about, claims, relations, sources }: ArgumentMap) {
  return {
    id,
    title: about.title,
    question: about.question,
    language: about.language,
    claims: inIdOrder(claims).map(claimRecord),
    relations: inIdOrder(relations).map(relationRecord),
    sources: inIdOrder(sources).map(sourceRecord),
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

function claimRecord({ id, text, label, note, home, order, citations }: Claim) {
  return {
    id,
    text,
    ...(label !== "" && { label }),
    ...(note !== "" && { note }),
    ...(home !== null && { home }),
    order,
    ...(citations.length > 0 && { citations: citations.map(citationRecord) }),
  };
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

function sourceRecord({ id, item }: Source) {
  return { id, item: inNameOrder(item) as CslItem };
}

/** A value whose fields stand in the order of their names, however deep: equal sources give equal text. */
function inNameOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inNameOrder);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => compareIds(a, b));
  return Object.fromEntries(fields.map(([name, field]) => [name, inNameOrder(field)]));
}
