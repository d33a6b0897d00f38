import { NATIVE_FORMAT, NATIVE_VERSION } from "#interchange/native-format.ts";
import type { Claim } from "#model/claim.ts";
import { compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";
import type { Citation, Source } from "#model/source.ts";

/**
 * The whole map as the text of an `.argmap.json` file: JSON to read, to compare line by line and to keep.
 * Records stand in id order and what is empty is left out, so that equal maps give equal files.
 */
export function writeNative(map: ArgumentMap): string {
  const file = {
    format: NATIVE_FORMAT,
    version: NATIVE_VERSION,
    id: map.id,
    title: map.about.title,
    question: map.about.question,
    language: map.about.language,
    claims: inIdOrder(map.claims).map(claimRecord),
    relations: inIdOrder(map.relations).map(relationRecord),
    sources: inIdOrder(map.sources).map(sourceRecord),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function inIdOrder<Record extends { readonly id: string }>(
  records: ReadonlyMap<string, Record>,
): readonly Record[] {
  return [...records.values()].toSorted((a, b) => compareIds(a.id, b.id));
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

function citationRecord({ source, locator, label, prefix, suffix, quotation }: Citation) {
  return {
    source,
    ...(locator !== "" && { locator }),
    ...(label !== "page" && { label }),
    ...(prefix !== "" && { prefix }),
    ...(suffix !== "" && { suffix }),
    ...(quotation !== "" && { quotation }),
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

function sourceRecord({ id, item }: Source) {
  return { id, item };
}
