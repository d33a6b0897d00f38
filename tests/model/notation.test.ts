import { expect, test } from "vitest";
import { argumentMap, claimId, notationOf, relationId } from "../notation.ts";

test.each([
  "A",
  "A; B",
  "A; +B > A; -C > B",
  "A; +B > A; -D > (B>A)",
  "A; +B & C > A; -E > (B&C>A); +D > B",
  "A; C; +B > A; +B > C",
  "A; C; +B? > A; +B > C",
  "A; +B > A; +B > A",
  "+B > A; +A > B",
  "+A > A",
  "+A > ~X",
  "A; -D > (X>Y)",
  "A; +B > A; -D > (B>A); -E > (D>(B>A)); +F > E",
])("a map and its notation say the same: %s", (notation) => {
  expect(notationOf(argumentMap(notation))).toBe(notation);
});

test("ids are the names, spaces around signs apart", () => {
  const map = argumentMap("The thaw; +B & C > The thaw; - D > ( B & C > The thaw )");
  expect([...map.claims.keys()]).toEqual(["The thaw", "B", "C", "D"]);
  expect([...map.relations.keys()]).toEqual(["B&C>The thaw", "D>(B&C>The thaw)"]);
  expect(map.relations.get(relationId("D > (B & C > The thaw)"))?.target.id).toBe("B&C>The thaw");
  expect(map.claims.get(claimId("C"))?.home).toBe("B&C>The thaw");
});

test("a star says which step is the home", () => {
  expect(notationOf(argumentMap("A; C; +B > A; +B* > C"))).toBe("A; C; +B? > A; +B > C");
});
