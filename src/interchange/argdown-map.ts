import { dismissalsIn } from "#interchange/dismissals.ts";
import { holdersIn, schoolsIn } from "#interchange/argdown-people.ts";
import { settle } from "#interchange/argdown-settle.ts";
import type { Sketch } from "#interchange/argdown-sketch.ts";
import { understand } from "#interchange/argdown-understand.ts";
import { readRelation, readSource } from "#interchange/map-schema.ts";
import { type Data, describeJson, isData } from "#interchange/plain-json.ts";
import { Unreadable } from "#interchange/reading.ts";
import type { Dismissal } from "#model/dismissals.ts";
import type { MapId, RelationId, SourceId } from "#model/ids.ts";
import { MAX_CLAIMS } from "#model/limits.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";
import { type Json, type Source, sourceRoles } from "#model/source.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/** The map that a sketch stands for, and what was odd about it. `idFor` gives the id of one that names none. */
export function mapOf(
  sketch: Sketch,
  id: MapId | null,
  idFor: (title: string) => MapId,
): { readonly map: ArgumentMap; readonly warnings: readonly string[] } {
  const { front, headings } = sketch;
  const warnings: string[] = [];
  const drafts = understand(sketch);
  if (drafts.claims.length > MAX_CLAIMS) {
    throw new Unreadable(words.tooManyClaims(drafts.claims.length, MAX_CLAIMS));
  }
  const sources = sourcesIn(front, warnings);
  const settled = settle(drafts, sectionsOf(front, sources));
  const title = textIn(front, "title", warnings) ?? headings[0] ?? "";
  if (headings.length > (front["title"] === undefined ? 1 : 0)) warnings.push(words.headingsLeft);
  const about: About = {
    title,
    question: textIn(front, "question", warnings) ?? "",
    language: textIn(front, "language", warnings) ?? "en",
    leavesOut: textIn(front, "leavesOut", warnings) ?? "",
    dismissed: dismissedIn(front, warnings),
  };
  const relations = [...settled.relations.values(), ...relationsIn(front, warnings)];
  const map: ArgumentMap = {
    id: id ?? ((textIn(front, "id", warnings) || idFor(title)) as MapId),
    about,
    claims: new Map([...settled.claims.values()].map((claim) => [claim.id, claim])),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
    sources: new Map(sources.map((source) => [source.id, source])),
    holders: new Map(holdersIn(front, warnings).map((holder) => [holder.id, holder])),
    schools: new Map(schoolsIn(front, warnings).map((school) => [school.id, school])),
  };
  return { map, warnings: [...warnings, ...drafts.warnings, ...settled.warnings] };
}

/** The source that a citation means which says no more than a section. */
function sectionsOf(front: Data, sources: readonly Source[]): SourceId | null {
  const cites = front["cites"];
  if (typeof cites === "string") return cites as SourceId;
  return sources.length === 1 ? (sources[0]?.id ?? null) : null;
}

function textIn(front: Data, key: string, warnings: string[]): string | undefined {
  const value = front[key];
  if (value === undefined || typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  warnings.push(words.dataValue(words.line(1), key, "text", describeJson(value)));
  return undefined;
}

/** Reasons by the keys of what they dismiss; what is no reason is left out with a warning. */
function dismissedIn(front: Data, warnings: string[]): readonly Dismissal[] {
  const listed = front["dismissed"] ?? {};
  if (!isData(listed)) {
    warnings.push(words.dataValue(words.line(1), "dismissed", words.reasons, describeJson(listed)));
    return [];
  }
  const reasons = Object.keys(listed).map((key) => [key, textIn(listed, key, warnings) ?? null] as const);
  return dismissalsIn(
    Object.fromEntries(reasons.filter((each): each is [string, string] => each[1] !== null)),
  );
}

function sourcesIn(front: Data, warnings: string[]): readonly Source[] {
  const listed = front["sources"];
  if (listed === undefined || listed === null) return [];
  if (!isData(listed)) {
    warnings.push(
      words.dataValue(words.line(1), "sources", "ids with their CSL-JSON records", describeJson(listed)),
    );
    return [];
  }
  return Object.entries(listed).flatMap(([id, record]) => {
    const read = readSource({ id, ...withRole(id, record, warnings) });
    if (!("fault" in read)) return [read];
    warnings.push(words.sourceLeft(id, read.fault));
    return [];
  });
}

/** A record that has a role says it beside its CSL fields; one whose CSL has fields of these names has it apart, in `item`. */
function withRole(
  id: string,
  record: Json,
  warnings: string[],
): Omit<Source, "id" | "item"> & { item: Json } {
  if (!isData(record)) return { item: record };
  const { role: said, ...fields } = record;
  const item = isData(fields["item"]) ? fields["item"] : fields;
  if (said === undefined) return { item };
  const role = sourceRoles.find((known) => known === said);
  if (role !== undefined) return { item, role };
  const expected = words.oneOf(sourceRoles);
  warnings.push(words.dataValue(words.ofSource(id), "role", expected, describeJson(said)));
  return { item };
}

/** Relations that no line can state, as the writer keeps them: without premises, or with an end that is not there. */
function relationsIn(front: Data, warnings: string[]): readonly Relation[] {
  const listed = front["relations"];
  if (listed === undefined || listed === null) return [];
  const seen = new Set<RelationId>();
  return (Array.isArray(listed) ? listed : [listed]).flatMap((value: unknown, place) => {
    const read = readRelation(value);
    if ("fault" in read) {
      warnings.push(words.relationLeft(place + 1, read.fault));
      return [];
    }
    if (seen.has(read.id)) return [];
    seen.add(read.id);
    return [read];
  });
}
