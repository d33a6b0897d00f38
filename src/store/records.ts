import * as Y from "yjs";
import type { Claim } from "#model/claim.ts";
import type { ClaimId, RelationId, SourceId } from "#model/ids.ts";
import type { About } from "#model/map.ts";
import type { Relation, Target } from "#model/relation.ts";
import { type Citation, type CslItem, locatorLabels, type Source } from "#model/source.ts";
import { compareIds } from "#model/ids.ts";
import { plainText } from "#store/fields.ts";

/*
 * Reading a document. A document may come from a newer version, a colleague or a faulty program, so every
 * reader is total: what is missing or odd is read as the default, and nothing here throws.
 * A record that is gone, or is no record, is `null`.
 */

const FIRST_ORDER = "a0";

export function readAbout(about: Y.Map<unknown>): About {
  return {
    title: textOf(about.get("title")),
    question: textOf(about.get("question")),
    language: textOf(about.get("language")) || "en",
  };
}

export function readClaim(id: string, record: unknown): Claim | null {
  if (!isHere(record)) return null;
  return {
    id: id as ClaimId,
    text: textOf(record.get("text")),
    label: textOf(record.get("label")),
    note: textOf(record.get("note")),
    home: relationOf(record.get("home")),
    order: textOf(record.get("order")) || FIRST_ORDER,
    citations: listOf(record.get("citations")).filter(isFields).map(readCitation),
  };
}

export function readRelation(id: string, record: unknown): Relation | null {
  if (!isHere(record)) return null;
  return {
    id: id as RelationId,
    kind: record.get("kind") === "opposes" ? "opposes" : "supports",
    premises: entriesOf(record.get("premises")).map(([premise]) => premise as ClaimId),
    target: readTarget(record.get("target")),
    order: textOf(record.get("order")) || FIRST_ORDER,
    mutual: relationOf(record.get("mutual")),
  };
}

export function readSource(id: string, record: unknown): Source | null {
  if (!isHere(record)) return null;
  const item = record.get("item");
  const fields = entriesOf(item).filter(([, value]) => !(value instanceof Y.AbstractType));
  return { id: id as SourceId, item: readItem(Object.fromEntries(fields)) };
}

function readItem(fields: Record<string, unknown>): CslItem {
  return { ...fields, type: textOf(fields["type"]) || "document" };
}

function readCitation(kept: Record<string, unknown>): Citation {
  const label = locatorLabels.find((known) => known === kept["label"]);
  return {
    source: textOf(kept["source"]) as SourceId,
    locator: textOf(kept["locator"]),
    label: label ?? "page",
    prefix: textOf(kept["prefix"]),
    suffix: textOf(kept["suffix"]),
    quotation: textOf(kept["quotation"]),
  };
}

/** A relation whose target cannot be read dangles: it bears on a claim that no map has. */
function readTarget(kept: unknown): Target {
  if (!isFields(kept)) return { type: "claim", id: "" as ClaimId };
  const id = textOf(kept["id"]);
  return kept["type"] === "relation"
    ? { type: "relation", id: id as RelationId }
    : { type: "claim", id: id as ClaimId };
}

function isHere(record: unknown): record is Y.Map<unknown> {
  return record instanceof Y.Map && record.get("gone") !== true;
}

function isFields(kept: unknown): kept is Record<string, unknown> {
  return typeof kept === "object" && kept !== null && !Array.isArray(kept);
}

function textOf(kept: unknown): string {
  if (kept instanceof Y.Text) return plainText(kept);
  return typeof kept === "string" ? kept : "";
}

function relationOf(kept: unknown): RelationId | null {
  return typeof kept === "string" ? (kept as RelationId) : null;
}

function listOf(kept: unknown): readonly unknown[] {
  if (kept instanceof Y.Array) return kept.toArray();
  return Array.isArray(kept) ? kept : [];
}

/** The entries that were not taken out, in the order of their names: the same on every replica. */
function entriesOf(kept: unknown): readonly (readonly [string, unknown])[] {
  if (!(kept instanceof Y.Map)) return [];
  const entries = [...kept.entries()].filter(([, value]) => value !== undefined);
  return entries.toSorted(([a], [b]) => compareIds(a, b));
}
