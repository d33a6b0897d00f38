import { Fields, placeAsData, placeNames } from "#interchange/argdown-fields.ts";
import { type Data, describeJson, isData } from "#interchange/plain-json.ts";
import { takeId } from "#interchange/slug.ts";
import { type AttributionId, compareIds, type HolderId, type SchoolId, type SourceId } from "#model/ids.ts";
import {
  asAttributions,
  asMemberships,
  type Attribution,
  type Holder,
  type Membership,
  newHolder,
  newSchool,
  type School,
  schoolColours,
  schoolPatterns,
  stances,
} from "#model/people.ts";
import type { Json } from "#model/source.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/*
 * What data says of people. In the frontmatter:
 *
 *   schools:
 *     orthodox: {name: Orthodox, when: 1947/1965, colour: teal, pattern: solid, note: "Markdown"}
 *   holders:
 *     fischer: {name: Fritz Fischer, lived: 1908/1999, affiliation: University of Hamburg, note: "Markdown",
 *       schools: [{school: hamburg, when: 1961/}]}         or only `schools: hamburg`
 *
 * and in the braces of a claim, one or a list:
 *
 *   {held: {by: fischer, stance: asserts, when: 1961, source: fischer-1961, locator: 12, id: some-id}}
 *
 * Without `stance` they assert it, as with a text alone (`held: fischer`). The names of a citation say where. An
 * attribution without an id gets one from what it says, "fischer-asserts-1961", the same each time it is read.
 */

const heldNames = ["by", "stance", "when", "id", ...placeNames];
const holderNames = ["name", "lived", "affiliation", "note", "schools"];
const schoolNames = ["name", "when", "colour", "pattern", "note"];

/**
 * Who holds a claim, as its data says. What has no holder, or a stance that is not known, is left out with a warning:
 * nothing is said of anyone that may not be so.
 */
export function attributionsIn(claim: Fields, sectionsOf: SourceId | null): readonly Attribution[] {
  const read = claim.records("held", "by", "a holder's id, or names and values").flatMap((held) => {
    const attribution = attributionOf(held, sectionsOf);
    return attribution === null ? [] : [{ attribution, said: held.text("id") ?? "" }];
  });
  const taken = new Set<string>();
  const ids = read.map(({ said }) => {
    if (said === "" || !taken.has(said)) return said === "" ? null : takeId(said, taken);
    claim.say((place) => words.idTaken(place, said));
    return null;
  });
  return asAttributions(
    read.map(({ attribution }, at) => withId(ids[at] ?? takeId(derivedId(attribution), taken), attribution)),
  );
}

function withId(id: string, attribution: Omit<Attribution, "id">): Attribution {
  return { id: id as AttributionId, ...attribution };
}

function attributionOf(held: Fields, sectionsOf: SourceId | null): Omit<Attribution, "id"> | null {
  held.noteUnknown(heldNames);
  const holder = held.text("by");
  if (holder === undefined) return held.leave("held", "a holder's id in `by`", undefined);
  const stance = held.name("stance", stances, "asserts");
  if (stance === null) return held.leave("held", words.stance(stances), held.value("stance"));
  const hasPlace = placeNames.some((name) => held.value(name) !== undefined);
  const citation = hasPlace ? held.place("held", sectionsOf) : null;
  return { holder: holder as HolderId, stance, when: held.date("when"), citation };
}

function derivedId({ holder, stance, when }: Omit<Attribution, "id">): string {
  return [holder, stance, when].filter((part) => part !== "").join("-");
}

/** Attributions as data, with an id only where the reader would give another. */
export function attributionsAsData(attributions: readonly Attribution[]): Json {
  const values = attributions.map(attributionAsData);
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}

function attributionAsData(attribution: Attribution): Data {
  const { id, holder, stance, when, citation } = attribution;
  return {
    by: holder,
    ...(stance !== "asserts" && { stance }),
    ...(when !== "" && { when }),
    ...(citation !== null && placeAsData(citation)),
    ...(id !== derivedId(attribution) && { id }),
  };
}

export function holdersIn(front: Data, warnings: string[]): readonly Holder[] {
  return recordsIn(front, "holders", warnings, words.ofHolder).map(([id, fields]) => {
    fields.noteUnknown(holderNames);
    return newHolder(id as HolderId, {
      name: fields.text("name") ?? "",
      lived: fields.date("lived"),
      affiliation: fields.text("affiliation") ?? "",
      note: fields.text("note") ?? "",
      memberships: asMemberships(fields.records("schools", "school", "a school's id").map(membershipOf)),
    });
  });
}

function membershipOf(fields: Fields): Membership {
  fields.noteUnknown(["school", "when"]);
  return { school: (fields.text("school") ?? "") as SchoolId, when: fields.date("when") };
}

export function schoolsIn(front: Data, warnings: string[]): readonly School[] {
  return recordsIn(front, "schools", warnings, words.ofSchool).map(([id, fields]) => {
    fields.noteUnknown(schoolNames);
    return newSchool(id as SchoolId, {
      name: fields.text("name") ?? "",
      when: fields.date("when"),
      colour: known(fields, "colour", schoolColours, "slate"),
      pattern: known(fields, "pattern", schoolPatterns, "solid"),
      note: fields.text("note") ?? "",
    });
  });
}

/** One of some names, or the usual one, and a warning for any other. */
function known<Name extends string>(fields: Fields, key: string, names: readonly Name[], usual: Name): Name {
  const name = fields.name(key, names, usual);
  if (name === null) fields.leave(key, words.oneOf(names), fields.value(key));
  return name ?? usual;
}

/** The records of the frontmatter under a key, by id. One that is only a text is a name. */
function recordsIn(
  front: Data,
  key: string,
  warnings: string[],
  placeOf: (id: string) => string,
): readonly (readonly [id: string, fields: Fields])[] {
  const listed = front[key] ?? {};
  if (!isData(listed)) {
    warnings.push(words.dataValue(words.line(1), key, words.records, describeJson(listed)));
    return [];
  }
  return Object.entries(listed).flatMap(([id, value]) => {
    const record = typeof value === "string" ? { name: value } : value;
    if (isData(record)) return [[id, new Fields(record, placeOf(id), warnings)] as const];
    warnings.push(words.dataValue(words.line(1), key, words.records, describeJson(value)));
    return [];
  });
}

export function holdersAsData(holders: Iterable<Holder>): Data {
  return byId(holders, ({ name, lived, affiliation, note, memberships }) => ({
    name,
    ...(lived !== "" && { lived }),
    ...(affiliation !== "" && { affiliation }),
    ...(note !== "" && { note }),
    ...(memberships.length > 0 && { schools: memberships.map(membershipAsData) }),
  }));
}

function membershipAsData({ school, when }: Membership): Json {
  return when === "" ? school : { school, when };
}

export function schoolsAsData(schools: Iterable<School>): Data {
  return byId(schools, ({ name, when, colour, pattern, note }) => ({
    name,
    ...(when !== "" && { when }),
    colour,
    pattern,
    ...(note !== "" && { note }),
  }));
}

function byId<Item extends { readonly id: string }>(
  items: Iterable<Item>,
  asData: (item: Item) => Data,
): Data {
  const sorted = [...items].toSorted((a, b) => compareIds(a.id, b.id));
  return Object.fromEntries(sorted.map((item) => [item.id, asData(item)]));
}
