import * as v from "valibot";
import { describeJson } from "#interchange/plain-json.ts";
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
import { imageTypes } from "#model/image.ts";
import { asMemberships, type Holder, schoolColours, schoolPatterns, stances } from "#model/people.ts";
import type { Relation } from "#model/relation.ts";
import { type CslItem, locatorLabels, type Source, sourceRoles } from "#model/source.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/*
 * What records look like in a file. What is empty or usual may be left out. Unknown names are dropped, except in
 * a source's CSL-JSON, where they are kept.
 */

/** What is wrong with a value and where: a sentence. */
export interface Fault {
  readonly fault: string;
}

function id<Id extends string>() {
  return v.pipe(
    v.string(),
    v.minLength(1),
    v.transform((text) => text as Id),
  );
}

/** The id of something that need not be there. */
function end<Id extends string>() {
  return v.pipe(
    v.string(),
    v.transform((text) => text as Id),
  );
}

const text = v.optional(v.string(), "");

const locatorLabel = v.picklist(locatorLabels);

const citation = v.pipe(
  v.object({
    source: id<SourceId>(),
    locator: text,
    label: v.optional(locatorLabel, "page"),
    prefix: text,
    suffix: text,
    quotation: text,
    translation: text,
  }),
  v.transform(({ translation, ...others }) => (translation === "" ? others : { ...others, translation })),
);

const attribution = v.object({
  id: id<AttributionId>(),
  holder: end<HolderId>(),
  stance: v.optional(v.picklist(stances), "asserts"),
  when: text,
  citation: v.optional(v.nullable(citation), null),
});

const count = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0);

const imageHash = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/),
  v.transform((digits) => digits as ImageHash),
);

const image = v.object({
  id: id<ImageId>(),
  hash: imageHash,
  type: v.picklist(imageTypes),
  size: count,
  width: count,
  height: count,
  alternative: text,
  caption: text,
  credit: text,
  citation: v.optional(v.nullable(citation), null),
  order: v.optional(v.string(), "a0"),
});

const claim = v.object({
  id: id<ClaimId>(),
  text,
  label: text,
  note: text,
  home: v.optional(v.nullable(id<RelationId>()), null),
  order: v.optional(v.string(), "a0"),
  citations: v.optional(v.array(citation), []),
  attributions: v.optional(v.array(attribution), []),
  period: text,
  images: v.optional(v.array(image), []),
});

const target = v.union([
  v.pipe(
    v.strictObject({ claim: id<ClaimId>() }),
    v.transform(({ claim }) => ({ type: "claim" as const, id: claim })),
  ),
  v.pipe(
    v.strictObject({ relation: id<RelationId>() }),
    v.transform(({ relation }) => ({ type: "relation" as const, id: relation })),
  ),
]);

const relation = v.object({
  id: id<RelationId>(),
  kind: v.picklist(["supports", "opposes"]),
  premises: v.array(id<ClaimId>()),
  target,
  order: v.optional(v.string(), "a0"),
  mutual: v.optional(v.nullable(id<RelationId>()), null),
});

/** CSL-JSON in the wild has numbers where the schema has text, and the other way round. */
const cslText = v.optional(
  v.union([
    v.string(),
    v.pipe(
      v.number(),
      v.transform((number) => String(number)),
    ),
  ]),
);

const cslNumber = v.union([v.number(), v.pipe(v.string(), v.transform(Number), v.finite())]);

const cslNames = v.optional(
  v.array(
    v.looseObject({
      family: v.optional(v.string()),
      given: v.optional(v.string()),
      suffix: v.optional(v.string()),
      "non-dropping-particle": v.optional(v.string()),
      literal: v.optional(v.string()),
    }),
  ),
);

const cslDate = v.optional(
  v.looseObject({
    "date-parts": v.optional(v.array(v.array(cslNumber))),
    literal: v.optional(v.string()),
    circa: v.optional(
      v.union([
        v.boolean(),
        v.pipe(
          v.union([v.number(), v.string()]),
          v.transform((value) => Boolean(value)),
        ),
      ]),
    ),
  }),
);

const cslItem = v.looseObject({
  type: v.optional(v.string(), "document"),
  title: cslText,
  "container-title": cslText,
  "collection-title": cslText,
  author: cslNames,
  editor: cslNames,
  translator: cslNames,
  issued: cslDate,
  accessed: cslDate,
  publisher: cslText,
  "publisher-place": cslText,
  volume: cslText,
  issue: cslText,
  page: cslText,
  edition: cslText,
  genre: cslText,
  event: cslText,
  URL: cslText,
  DOI: cslText,
  language: cslText,
});

const source = v.object({
  id: id<SourceId>(),
  item: cslItem,
  role: v.optional(v.picklist(sourceRoles)),
});

const holder = v.object({
  id: id<HolderId>(),
  name: text,
  lived: text,
  affiliation: text,
  note: text,
  memberships: v.optional(v.array(v.object({ school: end<SchoolId>(), when: text })), []),
});

const school = v.object({
  id: id<SchoolId>(),
  name: text,
  when: text,
  colour: v.optional(v.picklist(schoolColours), "slate"),
  pattern: v.optional(v.picklist(schoolPatterns), "solid"),
  note: text,
});

/** The whole file, version 1. */
export const mapFile = v.object({
  id: v.optional(v.string(), ""),
  title: text,
  question: text,
  language: v.optional(v.string(), "en"),
  leavesOut: text,
  dismissed: v.optional(v.record(v.string(), v.string()), {}),
  claims: v.array(claim),
  relations: v.optional(v.array(relation), []),
  sources: v.optional(v.array(source), []),
  holders: v.optional(v.array(holder), []),
  schools: v.optional(v.array(school), []),
});

export type MapFile = v.InferOutput<typeof mapFile>;

/** A validated value, or the first thing that is wrong with it. */
export function check<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): { readonly value: v.InferOutput<Schema> } | Fault {
  const result = v.safeParse(schema, value, { abortEarly: true });
  return result.success ? { value: result.output } : { fault: sentenceOf(result.issues[0]) };
}

export function readRelation(value: unknown): Relation | Fault {
  const checked = check(relation, value);
  return "fault" in checked ? checked : checked.value;
}

export function readSource(value: unknown): Source | Fault {
  const checked = check(source, value);
  return "fault" in checked ? checked : asSource(checked.value);
}

/** Drops the names that the schema adds without a value. */
export function asSource({ id, item, role }: v.InferOutput<typeof source>): Source {
  return { id, item: item as CslItem, ...(role !== undefined && { role }) };
}

export function asHolder({ memberships, ...fields }: v.InferOutput<typeof holder>): Holder {
  return { ...fields, memberships: asMemberships(memberships) };
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const place = placeOf(issue);
  if (issue.input === undefined) return words.missing(place);
  return words.wrongType(place, expectedBy(issue), describeJson(issue.input));
}

/** `"claims", number 4, "text"` */
function placeOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === "number" ? `number ${key + 1}` : JSON.stringify(key),
  );
  return keys.length === 0 ? "its top level" : keys.join(", ");
}

const expectations: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  Array: "a list",
  Object: "names and values",
  ">=1": "text that is not empty",
  "/^[0-9a-f]{64}$/": "64 hexadecimal digits",
  "(string | null)": "text",
  "(string | number)": "text",
  "(number | string)": "a number",
};

function expectedBy(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "union" && issue.path?.at(-1)?.key === "target") {
    return '{"claim": id} or {"relation": id}';
  }
  const expected = issue.expected ?? "something else";
  return expectations[expected] ?? expected.replaceAll(/[()]/g, "").replaceAll(" | ", " or ");
}
