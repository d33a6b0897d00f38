import { describe, expect, test } from "vitest";
import { applyChange, type Change, changeBetween, noChange } from "#model/change.ts";
import { newClaim } from "#model/claim.ts";
import { MAX_CLAIMS, MAX_TEXT, overLimit, refuseMore } from "#model/limits.ts";
import type { SourceId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { newAttribution, newHolder, newSchool } from "#model/people.ts";
import { newCitation } from "#model/source.ts";
import { argumentMap, claimId } from "../notation.ts";

const map = argumentMap("A; +B > A");
const most = "x".repeat(MAX_TEXT);
const longer = `${most}x`;
const sentence =
  "This would be a text of 1,000,001 characters; a map keeps texts of up to 1,000,000. Nothing was changed.";

/** A map in which a claim has other fields. */
function withClaim(fields: Partial<ReturnType<typeof newClaim>>, from: ArgumentMap = map): ArgumentMap {
  const claim = from.claims.get(claimId("A")) ?? newClaim(claimId("A"));
  return { ...from, claims: new Map(from.claims).set(claim.id, { ...claim, ...fields }) };
}

function withSource(title: string): ArgumentMap {
  const source = { id: "s" as SourceId, item: { type: "book", title } };
  return { ...map, sources: new Map([[source.id, source]]) };
}

const places: readonly (readonly [string, (text: string) => ArgumentMap])[] = [
  ["a claim", (text) => withClaim({ text })],
  ["a note", (note) => withClaim({ note })],
  ["a short name", (label) => withClaim({ label })],
  ["a quotation", (quotation) => withClaim({ citations: [newCitation("s" as SourceId, { quotation })] })],
  ["a title", (title) => ({ ...map, about: { ...map.about, title } })],
  ["a source", withSource],
  [
    "what a holder says",
    (quotation) =>
      withClaim({
        attributions: [
          newAttribution("1" as never, "h" as never, {
            citation: newCitation("s" as SourceId, { quotation }),
          }),
        ],
      }),
  ],
  ["a holder", (note) => ({ ...map, holders: new Map([["h" as never, newHolder("h" as never, { note })]]) })],
  ["a school", (note) => ({ ...map, schools: new Map([["g" as never, newSchool("g" as never, { note })]]) })],
];

describe.each(places)("%s", (_, saying) => {
  test("of 1,000,000 characters is kept, and a longer one refused with what was found and what is the limit", () => {
    expect(overLimit(map, changeBetween(map, saying(most)))).toBeNull();
    expect(overLimit(map, changeBetween(map, saying(longer)))).toBe(sentence);
  });

  test("that is too long already may stay, and may shrink", () => {
    const [before, after] = [saying(`${longer}yz`), saying(longer)];
    expect(overLimit(before, changeBetween(before, after))).toBeNull();
    expect(overLimit(before, changeBetween(before, map))).toBeNull();
  });
});

describe("claims", () => {
  const ids = Array.from({ length: MAX_CLAIMS }, (_, at) => claimId(`c${at}`));
  const full: ArgumentMap = {
    ...emptyMap(map.id),
    claims: new Map(ids.map((id) => [id, newClaim(id)])),
  };
  const adding: Change = { ...noChange, claims: [{ before: null, after: newClaim(claimId("new")) }] };

  test("beyond 200,000 are refused, and any number of them may go", () => {
    const almost = applyChange(full, { ...noChange, claims: [{ before: newClaim(ids[0]!), after: null }] });
    expect(overLimit(almost, adding)).toBeNull();
    expect(refuseMore(almost)).toBeNull();
    const refused =
      "This would be a map of 200,001 claims; Counterpoint keeps maps of up to 200,000. Nothing was changed.";
    expect(overLimit(full, adding)).toBe(refused);
    expect(refuseMore(full)).toBe(refused);
    expect(overLimit(applyChange(full, adding), changeBetween(full, almost))).toBeNull();
  });
});
