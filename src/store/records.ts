import * as Y from "yjs";
import type { Claim } from "#model/claim.ts";
import type {
  AttributionId,
  ClaimId,
  HolderId,
  ImageHash,
  ImageId,
  RelationId,
  SchoolId,
  SourceId,
} from "#model/ids.ts";
import { asImages, type ClaimImage, imageTypes, isImageHash } from "#model/image.ts";
import { asDismissals, type Dismissal } from "#model/dismissals.ts";
import type { About } from "#model/map.ts";
import {
  type Attribution,
  type Holder,
  type Membership,
  type School,
  schoolColours,
  schoolPatterns,
  stances,
} from "#model/people.ts";
import type { Relation, Target } from "#model/relation.ts";
import { type Citation, type CslItem, locatorLabels, type Source, sourceRoles } from "#model/source.ts";
import type { RecordOn, Shelf } from "#model/shelves.ts";
import { compareIds } from "#model/ids.ts";
import { ATTRIBUTION, DISMISSED, IMAGE } from "#store/document.ts";
import { keyOf } from "#store/fields.ts";
import { now, type Sight } from "#store/sight.ts";

/*
 * Reading a document. A document may come from a newer version, a colleague or a faulty program, so every
 * reader is total: what is missing or odd is read as the default, and nothing here throws.
 * A record that is gone, or is no record, is `null`. What is read is the document as it is, or as it was (`sight`).
 */

const FIRST_ORDER = "a0";

export function readAbout(about: Y.Map<unknown>, sight: Sight = now): About {
  const text = (name: string) => textOf(sight.value(about, name), sight);
  return {
    title: text("title"),
    question: text("question"),
    language: text("language") || "en",
    leavesOut: text("leavesOut"),
    dismissed: dismissalsOf(about, sight),
  };
}

function dismissalsOf(about: Y.Map<unknown>, sight: Sight): readonly Dismissal[] {
  const start = keyOf(DISMISSED, "");
  const found: Dismissal[] = [];
  for (const key of sight.keys(about)) {
    const reason = key.startsWith(start) ? sight.value(about, key) : undefined;
    if (typeof reason === "string") found.push({ key: key.slice(start.length), reason });
  }
  return asDismissals(found);
}

/** Reads a record on a shelf: `null` for one that is not there, or gone. */
export function readRecord<S extends Shelf>(
  shelf: S,
  id: string,
  record: unknown,
  sight: Sight = now,
): RecordOn<S> | null {
  return isHere(record, sight) ? readers[shelf](id, record, sight) : null;
}

const readers: {
  readonly [S in Shelf]: (id: string, record: Y.Map<unknown>, sight: Sight) => RecordOn<S>;
} = {
  claims: readClaim,
  relations: readRelation,
  sources: readSource,
  holders: readHolder,
  schools: readSchool,
};

function readClaim(id: string, record: Y.Map<unknown>, sight: Sight): Claim {
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
    attributions: attributionsOf(record, sight),
    period: text("period"),
    images: imagesIn(record, sight),
  };
}

function readRelation(id: string, record: Y.Map<unknown>, sight: Sight): Relation {
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

function readSource(id: string, record: Y.Map<unknown>, sight: Sight): Source {
  const item = sight.value(record, "item");
  const fields = entriesOf(item, sight).filter(([, value]) => !(value instanceof Y.AbstractType));
  const role = knownIn(sourceRoles, sight.value(record, "role"));
  return {
    id: id as SourceId,
    item: readItem(Object.fromEntries(fields)),
    ...(role !== undefined && { role }),
  };
}

function readHolder(id: string, record: Y.Map<unknown>, sight: Sight): Holder {
  const text = (name: string) => textOf(sight.value(record, name), sight);
  return {
    id: id as HolderId,
    name: text("name"),
    lived: text("lived"),
    affiliation: text("affiliation"),
    note: text("note"),
    memberships: entriesOf(sight.value(record, "memberships"), sight)
      .map(([, membership]) => membership)
      .filter(isFields)
      .map(readMembership),
  };
}

function readMembership(kept: Record<string, unknown>): Membership {
  return { school: textOf(kept["school"]) as SchoolId, when: textOf(kept["when"]) };
}

function readSchool(id: string, record: Y.Map<unknown>, sight: Sight): School {
  const text = (name: string) => textOf(sight.value(record, name), sight);
  return {
    id: id as SchoolId,
    name: text("name"),
    when: text("when"),
    colour: knownIn(schoolColours, text("colour")) ?? "slate",
    pattern: knownIn(schoolPatterns, text("pattern")) ?? "solid",
    note: text("note"),
  };
}

/** An attribution with a stance that this version does not know is passed over: nothing is said of anyone that may not be so. */
function attributionsOf(record: Y.Map<unknown>, sight: Sight): readonly Attribution[] {
  const start = keyOf(ATTRIBUTION, "");
  const found: Attribution[] = [];
  for (const key of sight.keys(record)) {
    const kept = key.startsWith(start) ? sight.value(record, key) : undefined;
    const stance = isFields(kept) ? knownIn(stances, kept["stance"]) : undefined;
    if (isFields(kept) && stance !== undefined)
      found.push(readAttribution(key.slice(start.length) as AttributionId, stance, kept));
  }
  return found.toSorted((a, b) => compareIds(a.id, b.id));
}

function readAttribution(
  id: AttributionId,
  stance: Attribution["stance"],
  kept: Record<string, unknown>,
): Attribution {
  const citation = kept["citation"];
  return {
    id,
    holder: textOf(kept["holder"]) as HolderId,
    stance,
    when: textOf(kept["when"]),
    citation: isFields(citation) ? readCitation(citation) : null,
  };
}

/** An image of a type that this version cannot show, or whose bytes cannot be found by any hash, is passed over. */
function imagesIn(record: Y.Map<unknown>, sight: Sight): readonly ClaimImage[] {
  const start = keyOf(IMAGE, "");
  const found: ClaimImage[] = [];
  for (const key of sight.keys(record)) {
    const kept = key.startsWith(start) ? sight.value(record, key) : undefined;
    if (!isFields(kept)) continue;
    const [type, hash] = [knownIn(imageTypes, kept["type"]), textOf(kept["hash"])];
    if (type !== undefined && isImageHash(hash))
      found.push(readImage(key.slice(start.length) as ImageId, hash, type, kept));
  }
  return asImages(found);
}

function readImage(
  id: ImageId,
  hash: ImageHash,
  type: ClaimImage["type"],
  kept: Record<string, unknown>,
): ClaimImage {
  const citation = kept["citation"];
  return {
    id,
    hash,
    type,
    size: countOf(kept["size"]),
    width: countOf(kept["width"]),
    height: countOf(kept["height"]),
    alternative: textOf(kept["alternative"]),
    caption: textOf(kept["caption"]),
    credit: textOf(kept["credit"]),
    citation: isFields(citation) ? readCitation(citation) : null,
    order: textOf(kept["order"]) || FIRST_ORDER,
  };
}

function readItem(fields: Record<string, unknown>): CslItem {
  return { ...fields, type: textOf(fields["type"]) || "document" };
}

function readCitation(kept: Record<string, unknown>): Citation {
  const label = knownIn(locatorLabels, kept["label"]);
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

function knownIn<Name extends string>(names: readonly Name[], kept: unknown): Name | undefined {
  return names.find((name) => name === kept);
}

function textOf(kept: unknown, sight: Sight = now): string {
  if (kept instanceof Y.Text) return sight.text(kept);
  return typeof kept === "string" ? kept : "";
}

function countOf(kept: unknown): number {
  return typeof kept === "number" && Number.isSafeInteger(kept) && kept > 0 ? kept : 0;
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
