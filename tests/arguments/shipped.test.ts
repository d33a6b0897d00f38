import { describe, expect, test } from "vitest";
import { shippedMaps } from "virtual:shipped-maps";
import { readArgdown } from "#interchange/argdown-read.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import { readNative } from "#interchange/native-read.ts";
import { writeNative } from "#interchange/native-write.ts";
import { problems } from "#model/problems.ts";
import { readShipped, shippedNames, textOf } from "./shipped-files.ts";

describe.each(shippedNames)("%s", (name) => {
  const { map, warnings } = readShipped(name);

  test("parses without a warning", () => {
    expect(warnings).toEqual([]);
  });

  test("has no problem", () => {
    expect(problems(map)).toEqual([]);
  });

  test("comes back from Argdown and from the native file as it was", () => {
    expect(readArgdown(writeArgdown(map))).toEqual({ map, warnings: [] });
    expect(readNative(writeNative(map))).toEqual({ map, warnings: [] });
  });

  test("cites no source that it does not list, and lists none that it does not cite", () => {
    const cited = [...map.claims.values()].flatMap(({ citations, attributions }) =>
      [...citations, ...attributions.map(({ citation }) => citation)].flatMap((each) => each?.source ?? []),
    );
    expect([...new Set(cited)].toSorted()).toEqual([...map.sources.keys()].toSorted());
  });

  test("has ids that follow from its titles alone", () => {
    expect(textOf(name)).not.toMatch(/\bid:/);
    expect([...map.claims.keys()].filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  test("is compiled as the reader reads it", async () => {
    const shipped = shippedMaps.find(({ id }) => id === map.id);
    const { title, question } = map.about;
    expect(shipped).toMatchObject({ title, question, claims: map.claims.size });
    expect(await shipped?.load()).toEqual(map);
  });
});

test("all files are compiled, and nothing else", () => {
  expect(shippedMaps.map(({ id }) => id as string)).toEqual(shippedNames);
});
