import * as Y from "yjs";
import type { Change, Edit } from "#model/change.ts";
import type { ClaimImage } from "#model/image.ts";
import type { Claim } from "#model/claim.ts";
import type { About } from "#model/map.ts";
import { type Attribution, type Holder, membershipKey, type School } from "#model/people.ts";
import type { Relation } from "#model/relation.ts";
import { byShelf, type RecordOn, type Shelf } from "#model/shelves.ts";
import type { Source } from "#model/source.ts";
import { type Fields, newFields, writeFields } from "#store/fields.ts";
import { mintClient } from "#store/mint.ts";

/**
 * What a map's document holds. At its root six maps, and a list, `versions`, which `chronicle.ts` reads and writes:
 *
 * - `about`: title, question, language, what it leaves out; each dismissal of what is missing under a key of its own.
 * - `claims`, `relations`, `sources`, `holders`, `schools`: one map a record, by id. Texts are `Y.Text`, citations a
 *   `Y.Array`, premises, memberships and the fields of a source a `Y.Map`, so that what two people do to one of them
 *   merges; the other fields are plain, and the later of two concurrent values wins. Each attribution and
 *   each image stands under a key of its own in the claim's map ("attribution", its id): no claim from before there were any has to be given a
 *   container for them, which two people would do at once and of which one would be lost.
 *
 * No record is ever taken out: `gone` marks what was deleted, and an edit that someone else made meanwhile stays readable.
 * Nor is any key of a map, once set: what is no premise, or no field of a source, any more is `undefined`.
 * (Undo cannot put back a value behind which a key was set and taken out again.)
 * Nothing in a document can stop it from being read; see `records.ts`.
 */
export type Roots = Readonly<Record<"about" | Shelf, Y.Map<unknown>>>;

/** The field of a claim whose entries are its attributions, by id. */
export const ATTRIBUTION = "attribution";

/** The field of a claim whose entries describe its images, by id; their bytes are in no document. */
export const IMAGE = "image";

/** The field of `about` whose entries are dismissals, by the keys of what they dismiss. */
export const DISMISSED = "dismissed";

/** The origin of transactions that make a record's room in the document: undo does not take them back, it only marks the record as gone. */
const ROOM = "room";

export function newDocument(client: number = mintClient()): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = client;
  return doc;
}

export function rootsOf(doc: Y.Doc): Roots {
  return {
    about: doc.getMap("about"),
    ...byShelf<Roots>((shelf) => doc.getMap(shelf)),
  };
}

/**
 * Writes a change, field by field: only what differs between before and after is touched, so that edits that
 * others made to other fields, other words or other premises of the same record stay.
 */
export function writeChange(doc: Y.Doc, change: Change, origin: unknown): void {
  const roots = rootsOf(doc);
  const edits = fieldEdits(roots, change);
  const missing = edits.filter(({ root, id, after }) => after !== null && !(root.get(id) instanceof Y.Map));
  if (missing.length > 0)
    doc.transact(() => {
      for (const { root, id, after } of missing) if (after !== null) root.set(id, newRecord(after));
    }, ROOM);
  doc.transact(() => {
    if (change.about !== null) writeAbout(roots, change.about);
    for (const edit of edits) writeRecord(edit);
  }, origin);
}

function writeAbout(roots: Roots, { before, after }: Edit<About>): void {
  if (after !== null) writeFields(roots.about, before && aboutFields(before), aboutFields(after));
}

interface FieldEdit {
  readonly root: Y.Map<unknown>;
  readonly id: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
}

function fieldEdits(roots: Roots, change: Change): readonly FieldEdit[] {
  return [
    ...change.claims.map((edit) => fieldEdit(roots.claims, edit, fieldsOn.claims)),
    ...change.relations.map((edit) => fieldEdit(roots.relations, edit, fieldsOn.relations)),
    ...change.sources.map((edit) => fieldEdit(roots.sources, edit, fieldsOn.sources)),
    ...change.holders.map((edit) => fieldEdit(roots.holders, edit, fieldsOn.holders)),
    ...change.schools.map((edit) => fieldEdit(roots.schools, edit, fieldsOn.schools)),
  ];
}

function fieldEdit<Value extends { readonly id: string }>(
  root: Y.Map<unknown>,
  { before, after }: Edit<Value>,
  fields: (value: Value) => Fields,
): FieldEdit {
  const id = (after ?? before)?.id ?? "";
  return { root, id, before: before && fields(before), after: after && fields(after) };
}

function writeRecord({ root, id, before, after }: FieldEdit): void {
  const record = root.get(id);
  if (!(record instanceof Y.Map)) return;
  if (after === null) {
    if (record.get("gone") !== true) record.set("gone", true);
    return;
  }
  writeFields(record, before, after);
  if (before === null && record.get("gone") === true) record.set("gone", false);
}

/** A record that is not there yet: it is marked as gone until it is written. */
function newRecord(fields: Fields): Y.Map<unknown> {
  const record = newFields(fields);
  record.set("gone", true);
  return record;
}

/** What is kept of a record on each shelf, in the order in which it is written. */
const fieldsOn: { readonly [S in Shelf]: (record: RecordOn<S>) => Fields } = {
  claims: claimFields,
  relations: relationFields,
  sources: sourceFields,
  holders: holderFields,
  schools: schoolFields,
};

export function recordFields<S extends Shelf>(shelf: S, record: RecordOn<S>): Fields {
  return fieldsOn[shelf](record);
}

function claimFields(claim: Claim): Fields {
  return {
    text: { as: "text", value: claim.text },
    label: { as: "plain", value: claim.label },
    note: { as: "text", value: claim.note },
    home: { as: "plain", value: claim.home },
    order: { as: "plain", value: claim.order },
    citations: { as: "list", value: claim.citations },
    [ATTRIBUTION]: { as: "keys", value: claim.attributions.map(attributionEntry) },
    period: { as: "optional", value: claim.period },
    [IMAGE]: { as: "keys", value: claim.images.map(imageEntry) },
  };
}

function attributionEntry({ id, ...attribution }: Attribution): readonly [string, unknown] {
  return [id, attribution];
}

function imageEntry({ id, ...image }: ClaimImage): readonly [string, unknown] {
  return [id, image];
}

function relationFields(relation: Relation): Fields {
  return {
    kind: { as: "plain", value: relation.kind },
    premises: { as: "entries", value: relation.premises.map((id) => [id, true]) },
    target: { as: "plain", value: relation.target },
    order: { as: "plain", value: relation.order },
    mutual: { as: "plain", value: relation.mutual },
  };
}

function sourceFields(source: Source): Fields {
  return {
    item: { as: "entries", value: Object.entries(source.item) },
    role: { as: "optional", value: source.role ?? "" },
  };
}

function holderFields(holder: Holder): Fields {
  return {
    name: { as: "plain", value: holder.name },
    lived: { as: "plain", value: holder.lived },
    affiliation: { as: "plain", value: holder.affiliation },
    note: { as: "text", value: holder.note },
    memberships: {
      as: "entries",
      value: holder.memberships.map(({ school, when }) => [
        membershipKey({ school, when }),
        { school, when },
      ]),
    },
  };
}

function schoolFields(school: School): Fields {
  return {
    name: { as: "plain", value: school.name },
    when: { as: "plain", value: school.when },
    colour: { as: "plain", value: school.colour },
    pattern: { as: "plain", value: school.pattern },
    note: { as: "text", value: school.note },
  };
}

export function aboutFields(about: About): Fields {
  return {
    title: { as: "plain", value: about.title },
    question: { as: "plain", value: about.question },
    language: { as: "plain", value: about.language },
    leavesOut: { as: "optional", value: about.leavesOut },
    [DISMISSED]: { as: "keys", value: about.dismissed.map(({ key, reason }) => [key, reason]) },
  };
}
