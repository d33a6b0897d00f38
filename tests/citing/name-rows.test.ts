import { expect, test } from "vitest";
import {
  calledIn,
  isLine,
  movedRow,
  namesInRows,
  type NameRow,
  rowsOf,
  turnedRow,
} from "#citing/name-rows.ts";
import type { CslItem, Name } from "#model/source.ts";
import { works } from "./works.ts";

const row = (name: Name): NameRow => ({ key: 0, isBody: name.literal !== undefined, name });

test("the names of every work stand in rows, and are the same again", () => {
  const all: readonly CslItem[] = Object.values(works);
  const lists = all.flatMap(({ author = [], editor = [] }) => [author, editor]);
  expect(lists.length).toBeGreaterThan(20);
  for (const names of lists) expect(namesInRows(rowsOf(names, (at) => at))).toEqual(names);
});

test.each([
  [{ family: "Taubman, William" }, [{ family: "Taubman", given: "William" }]],
  [{ family: "Taubman, William;" }, [{ family: "Taubman", given: "William" }]],
  [
    { family: "Taubman", given: "William; Jones, Polly" },
    ["Taubman", "Jones"].map((family) => ({ family, given: family === "Jones" ? "Polly" : "William" })),
  ],
  [{ family: "Plato" }, [{ family: "Plato" }]],
  [{ family: " Plato ", given: "" }, [{ family: "Plato" }]],
  [{ family: "", given: " " }, []],
  [
    { literal: "Institute of History, Moscow; Leningrad" },
    [{ literal: "Institute of History, Moscow; Leningrad" }],
  ],
  [
    { family: "Hollweg", given: "Theobald", "dropping-particle": "von" },
    [{ family: "Hollweg", given: "Theobald", "dropping-particle": "von" }],
  ],
])("%j is %j", (written: Name, names) => {
  expect(namesInRows([row(written)])).toEqual(names);
  expect(isLine(row(written))).toBe(/[,;]/u.test(`${written.family}${written.given}`));
});

test("a person is turned into a body and back", () => {
  const body = turnedRow(row({ family: "Center", given: "Wilson" }));
  expect(calledIn(body)).toBe("Wilson Center");
  expect(turnedRow(body)).toEqual({ key: 0, isBody: false, name: { family: "Wilson Center" } });
  expect(turnedRow(row({ literal: "Taubman, William" })).name).toEqual({
    family: "Taubman",
    given: "William",
  });
});

test("a row is moved within the list, and no further", () => {
  const rows = rowsOf([{ family: "A" }, { family: "B" }, { family: "C" }], (at) => at);
  const moved = (key: number, by: -1 | 1) => movedRow(rows, key, by).map(calledIn).join("");
  expect([moved(0, 1), moved(2, -1), moved(0, -1), moved(2, 1), moved(9, 1)]).toEqual([
    "BAC",
    "ACB",
    "ABC",
    "ABC",
    "ABC",
  ]);
});
