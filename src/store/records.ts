import * as Y from "yjs";
import type { Claim } from "#model/claim.ts";
import type { ClaimId, RelationId, SourceId } from "#model/ids.ts";
import type { About } from "#model/map.ts";
import type { Relation, Target } from "#model/relation.ts";
import { type Citation, type CslItem, locatorLabels, type Source } from "#model/source.ts";
import { compareIds } from "#model/ids.ts";
import { now, type Sight } from "#store/sight.ts";

/*
 * Reading a document. A document may come from a newer version, a colleague or a faulty program, so every
 * reader is total: what is missing or odd is read as the default, and nothing here throws.
 * A record that is gone, or is no record, is `null`. What is read is the document as it is, or as it was (`sight`).
 */

const FIRST_ORDER = "a0";

export function readAbout(about: Y.Map<unknown>, sight: Sight = now): About {
  const text = (name: string) => textOf(sight.value(about, name), sight);
  return { title: text("title"), question: text("question"), language: text("language") || "en" };
}

export function readClaim(id: string, record: unknown, sight: Sight = now): Claim | null {
  if (!isHere(record, sight)) return null;
  const value = (name: string) => sight.value(record, name);
  const text = (name: string) => textOf(value(name), sight);
  return {
    id: id as ClaimId,
    text: text("text"),
    label: text("label"),
    note: text("note"),
    home: relationOf(value("home")),
    order: text("order") || FIRST_ORDER,
    citations: listOf(value("citations"), sight).filter(isFields).map(readCitation),
  };
}

export function readRelation(id: string, record: unknown, sight: Sight = now): Relation | null {
  if (!isHere(record, sight)) return null;
  const value = (name: string) => sight.value(record, name);
  return {
    id: id as RelationId,
    kind: value("kind") === "opposes" ? "opposes" : "supports",
    premises: entriesOf(value("premises"), sight).map(([premise]) => premise as ClaimId),
    target: readTarget(value("target")),
    order: textOf(value("order"), sight) || FIRST_ORDER,
    mutual: relationOf(value("mutual")),
  };
}

export function readSource(id: string, record: unknown, sight: Sight = now): Source | null {
  if (!isHere(record, sight)) return null;
  const item = sight.value(record, "item");
  const fields = entriesOf(item, sight).filter(([, value]) => !(value instanceof Y.AbstractType));
  return { id: id as SourceId, item: readItem(Object.fromEntries(fields)) };
}

function readItem(fields: Record<string, unknown>): CslItem {
  return { ...fields, type: textOf(fields["type"]) || "document" };
}

function readCitation(kept: Record<string, unknown>): Citation {
  const label = locatorLabels.find((known) => known === kept["label"]);
  const translation = textOf(kept["translation"]);
  return {
    source: textOf(kept["source"]) as SourceId,
    locator: textOf(kept["locator"]),
    label: label ?? "page",
    prefix: textOf(kept["prefix"]),
    suffix: textOf(kept["suffix"]),
    quotation: textOf(kept["quotation"]),
    ...(translation !== "" && { translation }),
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

function isHere(record: unknown, sight: Sight): record is Y.Map<unknown> {
  return record instanceof Y.Map && sight.value(record, "gone") !== true;
}

function isFields(kept: unknown): kept is Record<string, unknown> {
  return typeof kept === "object" && kept !== null && !Array.isArray(kept);
}

function textOf(kept: unknown, sight: Sight = now): string {
  if (kept instanceof Y.Text) return sight.text(kept);
  return typeof kept === "string" ? kept : "";
}

function relationOf(kept: unknown): RelationId | null {
  return typeof kept === "string" ? (kept as RelationId) : null;
}

function listOf(kept: unknown, sight: Sight): readonly unknown[] {
  if (kept instanceof Y.Array) return sight.list(kept);
  return Array.isArray(kept) ? kept : [];
}

/** The entries that were not taken out, in the order of their names: the same on every replica. */
function entriesOf(kept: unknown, sight: Sight): readonly (readonly [string, unknown])[] {
  if (!(kept instanceof Y.Map)) return [];
  const entries = [...sight.keys(kept)]
    .map((key) => [key, sight.value(kept, key)] as const)
    .filter(([, value]) => value !== undefined);
  return entries.toSorted(([a], [b]) => compareIds(a, b));
}
