import { describe, expect, test } from "vitest";
import { readArgdown } from "#interchange/argdown-read.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import { readNative } from "#interchange/native-read.ts";
import { writeNative } from "#interchange/native-write.ts";
import type { AttributionId, ClaimId, HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newAttribution, newHolder, newSchool } from "#model/people.ts";
import { newCitation } from "#model/source.ts";
import { argumentMap, claimId } from "../notation.ts";

/** The text of a native file with one claim and what is given. */
function file(fields: Readonly<Record<string, unknown>>): string {
  const sound = { format: "counterpoint/argument-map", version: 1, id: "m", claims: [{ id: "a" }] };
  return JSON.stringify({ ...sound, ...fields });
}

function read(text: string): ArgumentMap & { readonly warnings: readonly string[] } {
  const outcome = readArgdown(text);
  if ("refused" in outcome) throw new Error(outcome.refused);
  return { ...outcome.map, warnings: outcome.warnings };
}

const front = `===
leavesOut: |
  The *east*.

  And women.
sources:
  griff: {role: secondary, type: book, title: Griff nach der Weltmacht}
schools:
  hamburg: {name: Hamburg, when: 1961/, colour: plum, pattern: stripes, note: "Who *began* it"}
  none: Nameless
holders:
  fischer: {name: Fritz Fischer, lived: 1908/1999, affiliation: University of Hamburg, note: "*N*",
    schools: [{school: hamburg, when: 1961/}]}
  geiss: {name: Imanuel Geiss, schools: hamburg}
===
`;

describe("Argdown", () => {
  test("says in the frontmatter who argues, and in what schools", () => {
    const { about, sources, schools, holders, warnings } = read(`${front}\n[A]: a`);
    expect(about.leavesOut).toBe("The *east*.\n\nAnd women.\n");
    const item = { type: "book", title: "Griff nach der Weltmacht" };
    expect([...sources.values()]).toEqual([{ id: "griff", item, role: "secondary" }]);
    expect([...schools.values()]).toEqual([
      newSchool("hamburg" as SchoolId, {
        name: "Hamburg",
        when: "1961/",
        colour: "plum",
        pattern: "stripes",
        note: "Who *began* it",
      }),
      newSchool("none" as SchoolId, { name: "Nameless" }),
    ]);
    expect([...holders.values()]).toEqual([
      newHolder("fischer" as HolderId, {
        name: "Fritz Fischer",
        lived: "1908/1999",
        affiliation: "University of Hamburg",
        note: "*N*",
        memberships: [{ school: "hamburg" as SchoolId, when: "1961/" }],
      }),
      newHolder("geiss" as HolderId, {
        name: "Imanuel Geiss",
        memberships: [{ school: "hamburg" as SchoolId, when: "" }],
      }),
    ]);
    expect(warnings).toEqual([]);
  });

  test("says of a claim which time it is about, and who holds it, when and where", () => {
    const { claims, warnings } = read(
      `${front}
[A]: a {id: A, period: 1914-07, held: {by: fischer, stance: abandons, when: 1961, source: griff, locator: 12}}

[B]: b {id: B, held: [{by: fischer, when: 1961}, {by: ritter, stance: denies, when: 1962}, geiss, {by: fischer, when: 1961}]}

[C]: c {id: C, held: {by: fischer, when: 1956-02-25, id: mine, locator: "3", label: chapter}}`,
    );
    expect(warnings).toEqual([]);
    expect(claims.get("A" as ClaimId)).toMatchObject({
      period: "1914-07",
      attributions: [
        newAttribution("fischer-abandons-1961" as AttributionId, "fischer" as HolderId, {
          stance: "abandons",
          when: "1961",
          citation: newCitation("griff" as SourceId, { locator: "12" }),
        }),
      ],
    });
    expect(claims.get("B" as ClaimId)?.attributions.map(({ id, stance }) => [id, stance])).toEqual([
      ["fischer-asserts-1961", "asserts"],
      ["fischer-asserts-1961-2", "asserts"],
      ["geiss-asserts", "asserts"],
      ["ritter-denies-1962", "denies"],
    ]);
    expect(claims.get("C" as ClaimId)?.attributions).toEqual([
      newAttribution("mine" as AttributionId, "fischer" as HolderId, {
        when: "1956-02-25",
        citation: newCitation("griff" as SourceId, { locator: "3", label: "chapter" }),
      }),
    ]);
  });

  test.each([
    [
      "a {held: {by: x, stance: likes}}",
      'Line 1: "held" was left out. Expected one of the stances asserts, denies, qualifies, reports, abandons, found the text "likes".',
    ],
    [
      "a {held: 5}",
      'Line 1: "held" was left out. Expected a holder\'s id, or names and values, found the number 5.',
    ],
    [
      "a {held: {when: 1961}}",
      'Line 1: "held" was left out. Expected a holder\'s id in `by`, found nothing.',
    ],
    ["a {held: {by: x, locator: 3}}", 'Line 1: "held" was left out. Expected a source, found nothing.'],
    ["a {held: {by: x, year: 1961}}", "Line 1: data that Counterpoint does not know was left out: year."],
    [
      "a {held: [{by: x, id: one}, {by: y, id: one}]}",
      'Line 1: the id "one" is taken already, so another was made.',
    ],
    ["a {period: 1914-13}", /^Line 1: “1914-13” has the month 13\. .* It was kept as it is\.$/],
    [
      "b\n\na {held: {by: x, when: soon}}",
      /^Line 3: “soon” cannot be read as a date\. .* It was kept as it is\.$/,
    ],
    [
      "===\nschools: {s: {name: S, colour: orange}}\n===\n\na",
      'The school "s": "colour" was left out. Expected teal, plum, olive, rose, slate, gold, brown, violet, found the text "orange".',
    ],
    [
      "===\nschools: {s: {name: S, pattern: 3}}\n===\n\na",
      /^The school "s": "pattern" was left out\. Expected solid, .*, found the number 3\.$/,
    ],
    [
      "===\nholders: {h: {name: H, lived: 1999/1908}}\n===\n\na",
      /^The holder "h": “1999\/1908” ends before it begins\. .* It was kept as it is\.$/,
    ],
    [
      "===\nholders: [Fischer]\n===\n\na",
      'Line 1: "holders" was left out. Expected ids with names and values, found a list.',
    ],
    [
      "===\nholders: {h: 5}\n===\n\na",
      'Line 1: "holders" was left out. Expected ids with names and values, found the number 5.',
    ],
    [
      "===\nsources: {s: {type: book, role: tertiary}}\n===\n\na",
      'The source "s": "role" was left out. Expected primary, secondary, historiography, found the text "tertiary".',
    ],
  ])("%j is read, with a warning", (text, warning) => {
    const { claims, warnings } = read(text);
    expect(claims.size).toBeGreaterThan(0);
    expect(warnings).toEqual([typeof warning === "string" ? warning : expect.stringMatching(warning)]);
  });

  test("keeps what else an entry says, and a record of CSL that has a role of its own", () => {
    const map = argumentMap("A");
    const sources = ["role", "item"].map((field) => ({
      id: field as SourceId,
      item: { type: "book", [field]: { kept: "as it is" } },
    }));
    const roles = sources.map((source) => ({
      ...source,
      id: `${source.id}s` as SourceId,
      role: "primary" as const,
    }));
    const all = new Map([...sources, ...roles].map((source) => [source.id, source]));
    expect(read(writeArgdown({ ...map, sources: all })).sources).toEqual(all);
  });

  test("a holder with the name of every object's prototype is dropped, and harms nothing", () => {
    const { holders, warnings } = read(
      "===\nholders: {__proto__: {name: P}, h: {name: H}}\n===\n\na {held: __proto__}",
    );
    expect([[...holders.keys()], warnings]).toEqual([["h"], []]);
    expect(({} as Record<string, unknown>)["name"]).toBeUndefined();
  });
});

describe("the native file", () => {
  test("what people hold is read, with what may be left out; odd dates are kept, and said", () => {
    const outcome = readNative(
      file({
        leavesOut: "The east",
        claims: [
          { id: "a", period: "1914-13", attributions: [{ id: "1", holder: "__proto__", when: "1961" }] },
        ],
        holders: [{ id: "__proto__", memberships: [{ school: "b" }, { school: "a", when: "soon" }] }],
        schools: [{ id: "b", when: "1972/1959" }],
      }),
    );
    expect(outcome).toMatchObject({
      map: {
        about: { leavesOut: "The east" },
        claims: new Map([
          [
            "a",
            {
              period: "1914-13",
              attributions: [
                { id: "1", holder: "__proto__", stance: "asserts", when: "1961", citation: null },
              ],
            },
          ],
        ]),
        holders: new Map([
          [
            "__proto__",
            {
              name: "",
              memberships: [
                { school: "a", when: "soon" },
                { school: "b", when: "" },
              ],
            },
          ],
        ]),
        schools: new Map([["b", { colour: "slate", pattern: "solid", when: "1972/1959" }]]),
      },
      warnings: [
        expect.stringMatching(/^The claim "a": “1914-13” has the month 13\. .* It was kept as it is\.$/),
        expect.stringMatching(/^The holder "__proto__": “soon” cannot be read as a date/),
        expect.stringMatching(/^The school "b": “1972\/1959” ends before it begins/),
      ],
    });
  });

  test("comes back with what a holder of odd names holds", () => {
    const attribution = newAttribution("__proto__" as AttributionId, "constructor" as HolderId);
    const map = argumentMap("A");
    const claim = { ...map.claims.get(claimId("A"))!, attributions: [attribution] };
    const holder = newHolder("constructor" as HolderId, { name: "toString" });
    const held = {
      ...map,
      claims: new Map([[claim.id, claim]]),
      holders: new Map([[holder.id, holder]]),
    };
    expect(readNative(writeNative(held))).toEqual({ map: held, warnings: [] });
    expect(read(writeArgdown(held))).toEqual({ ...held, warnings: [] });
  });
});
