import { expect, test } from "vitest";
import { applyChange, type Change, invertChange } from "#model/change.ts";
import { newClaim } from "#model/claim.ts";
import { takingBack } from "#model/taking-back.ts";
import { mapOf } from "#store/likeness.ts";
import { changeAsNow } from "#store/older-records.ts";
import { argumentMap, claimId } from "../notation.ts";

/*
 * Texts as the version before holders wrote them: without the shelves, and without the fields, that came with these.
 */

const about = '{"title":"A map","question":"","language":"en"}';
const claim = (id: string, text: string) =>
  `{"id":"${id}","text":"${text}","label":"","note":"","home":null,"order":"a0","citations":[]}`;
const kept = `{"about":{"before":${about},"after":{"title":"Another","question":"","language":"en"}},
  "claims":[{"before":null,"after":${claim("N", "New")}},{"before":${claim("A", "A")},"after":${claim("A", "Other")}}],
  "relations":[],"sources":[]}`;

test("a likeness of the version before is read as a map of this one", () => {
  const map = argumentMap("A");
  const pieces = [
    `{"about":${about}}`,
    `{"claims":[${claim("A", "A")}]}`,
    '{"relations":[]}',
    '{"sources":[]}',
  ];
  expect(mapOf(map.id, pieces)).toEqual(map);
});

test("a change of the version before is one of this version, and what it does not know stays out of it", () => {
  const change = changeAsNow(JSON.parse(kept) as Partial<Change>);
  const map = argumentMap("A");
  const after = applyChange(map, change);
  expect(after.about).toEqual({ ...map.about, title: "Another" });
  expect(after.claims.get(claimId("N"))).toEqual(newClaim(claimId("N"), { text: "New" }));
  expect(after.claims.get(claimId("A"))?.text).toBe("Other");
  expect(applyChange(after, invertChange(change))).toEqual(map);
});

test("steps of the version before that are done again leave alone what it did not know", () => {
  const change = changeAsNow(JSON.parse(kept) as Partial<Change>);
  const map = argumentMap("A");
  const dated = { ...map.claims.get(claimId("A"))!, period: "1914" };
  const leavesOut = "The east";
  const now = { ...map, about: { ...map.about, leavesOut }, claims: new Map([[dated.id, dated]]) };
  const again = applyChange(now, takingBack(now, invertChange(change)));
  expect(again.about).toEqual({ ...map.about, title: "Another", leavesOut });
  expect(again.claims.get(dated.id)).toEqual({ ...dated, text: "Other" });
});
