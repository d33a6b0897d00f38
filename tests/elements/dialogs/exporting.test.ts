import { expect, test } from "vitest";
import { fileName } from "#elements/dialogs/exporting.ts";

test.each([
  ["De-Stalinization", "De-Stalinization.svg"],
  ["", "map.svg"],
  ["  … ", "….svg"],
  ["../../etc/passwd", "etc passwd.svg"],
  ['Who "won"? <1956|1957>', "Who won 1956 1957.svg"],
  ["Десталинизация", "Десталинизация.svg"],
  ["a\u0000b\u202Ec", "a b c.svg"],
  ["x".repeat(300), `${"x".repeat(80)}.svg`],
])("a map called “%s” becomes %s", (title, name) => {
  expect(fileName(title, ".svg")).toBe(name);
});
