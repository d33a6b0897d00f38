import type { ArgumentMap } from "#model/map.ts";
import { describe, expect, test } from "vitest";
import type { CompiledMap } from "#interchange/compiled-form.ts";
import { compiledMap } from "#interchange/compiled-write.ts";
import { fromCompiled } from "#interchange/compiled.ts";
import { readNative } from "#interchange/native-read.ts";
import { writeNative } from "#interchange/native-write.ts";
import { plainJson } from "#interchange/plain-json.ts";
import { argumentMap } from "../notation.ts";
import { randomMap, reshuffled, rubbishMap, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";

/** The text of a sound file with some of its values replaced. */
function file(changes: Readonly<Record<string, unknown>> = {}): string {
  const sound = { format: "counterpoint/argument-map", version: 1, id: "m", claims: [{ id: "a" }] };
  return JSON.stringify({ ...sound, ...changes }, null, 1);
}

describe("laws over random maps", () => {
  test("random maps come back from the file", { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= seeds(1000, 250); seed++) {
      const map = seed % 5 === 0 ? rubbishMap(seeded(seed)) : randomMap(seeded(seed));
      expect(readNative(writeNative(map)), `seed ${seed}`).toEqual({
        map,
        warnings: expect.any(Array),
      });
    }
  });

  test("300 maps come back from their compiled form, through JSON", { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 300; seed++) {
      const map = randomMap(seeded(seed));
      const compiled = JSON.parse(JSON.stringify(compiledMap(map))) as CompiledMap;
      expect(fromCompiled(compiled), `seed ${seed}`).toEqual(withoutImages(map));
    }
  });

  test("equal maps give equal files, whatever the order of their records", { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = seeded(seed);
      const map = randomMap(random);
      expect(writeNative(reshuffled(random, map)), `seed ${seed}`).toBe(writeNative(map));
    }
  });

  test("a file that is cut off anywhere is refused", { timeout: 60_000 }, () => {
    const text = writeNative(argumentMap("A; +B > A; -C > (B>A)")).trimEnd();
    for (let end = 0; end < text.length; end++) {
      expect(readNative(text.slice(0, end)), `cut at ${end}`).toHaveProperty("refused");
    }
  });
});

test("the file is readable: one value a line, and nothing that is empty", () => {
  expect(writeNative(argumentMap("A; -B > A"))).toMatchInlineSnapshot(`
    "{
      "format": "counterpoint/argument-map",
      "version": 1,
      "id": "map",
      "title": "A map",
      "question": "",
      "language": "en",
      "claims": [
        {
          "id": "A",
          "text": "A",
          "order": "a0"
        },
        {
          "id": "B",
          "text": "B",
          "home": "B>A",
          "order": "a0"
        }
      ],
      "relations": [
        {
          "id": "B>A",
          "kind": "opposes",
          "premises": [
            "B"
          ],
          "target": {
            "claim": "A"
          },
          "order": "a0"
        }
      ],
      "sources": []
    }
    "
  `);
});

test("what may be left out is filled in", () => {
  const outcome = readNative(
    file({ relations: [{ id: "r", kind: "supports", premises: [], target: { claim: "a" } }] }),
  );
  expect(outcome).toMatchObject({
    map: {
      about: { title: "", question: "", language: "en", leavesOut: "", dismissed: [] },
      claims: new Map([
        [
          "a",
          {
            id: "a",
            text: "",
            label: "",
            note: "",
            home: null,
            order: "a0",
            citations: [],
            attributions: [],
            period: "",
          },
        ],
      ]),
      relations: new Map([["r", { order: "a0", mutual: null, target: { type: "claim", id: "a" } }]]),
    },
  });
});

test.each([
  [
    "words",
    "Once upon a time",
    "This is not a Counterpoint map: line 1, column 1 is not JSON. Expected the text of an .argmap.json file.",
  ],
  ["a slip on line 3", '{\n "format": "x",\n "version" 1 }', /line 3, column 12 is not JSON/],
  [
    "a cut",
    file().slice(0, -5),
    /^This file is cut off: it ends in line 8, in the middle of the map\. Expected a closing brace/,
  ],
  ["a cut inside a text", '{"title": "half', /^This file is cut off: it ends in line 1/],
  [
    "a list",
    "[]",
    'This JSON file is not a Counterpoint map: its "format" is a list. Expected "counterpoint/argument-map".',
  ],
  ["other JSON", '{"name": "x"}', /its "format" is nothing\. Expected "counterpoint\/argument-map"\./],
  ["another format", file({ format: "geojson" }), /its "format" is the text "geojson"/],
  [
    "a newer version",
    file({ version: 2 }),
    "This map was written by a newer Counterpoint (file version 2). This one reads version 1: update it, then open the file again.",
  ],
  [
    "no version",
    file({ version: "one" }),
    'This map\'s "version" is the text "one". Expected a whole number from 1 to 1.',
  ],
  [
    "no claims",
    file({ claims: undefined }),
    'This map has a fault at "claims": expected a value, found nothing.',
  ],
  [
    "claims of the wrong type",
    file({ claims: {} }),
    'This map has a fault at "claims": expected a list, found names and values.',
  ],
  [
    "a text of the wrong type",
    file({ claims: [{ id: "a" }, { id: "b", text: 5 }] }),
    'This map has a fault at "claims", number 2, "text": expected text, found the number 5.',
  ],
  [
    "an empty id",
    file({ claims: [{ id: "" }] }),
    'This map has a fault at "claims", number 1, "id": expected text that is not empty, found the text "".',
  ],
  [
    "an id twice",
    file({ claims: [{ id: "a" }, { id: "a" }] }),
    'This map has a fault at "claims": the id "a" is there twice. Expected each id once.',
  ],
  [
    "a kind that is none",
    file({ relations: [{ id: "r", kind: "likes", premises: [], target: { claim: "a" } }] }),
    'This map has a fault at "relations", number 1, "kind": expected "supports" or "opposes", found the text "likes".',
  ],
  [
    "a target that is none",
    file({ relations: [{ id: "r", kind: "supports", premises: [], target: "a" }] }),
    'This map has a fault at "relations", number 1, "target": expected {"claim": id} or {"relation": id}, found the text "a".',
  ],
  [
    "a source without a record",
    file({ sources: [{ id: "s", item: { type: "book", author: "Taubman" } }] }),
    'This map has a fault at "sources", number 1, "item", "author": expected a list, found the text "Taubman".',
  ],
  [
    "a stance that is none",
    file({ claims: [{ id: "a", attributions: [{ id: "1", holder: "h", stance: "likes" }] }] }),
    'This map has a fault at "claims", number 1, "attributions", number 1, "stance": expected "asserts" or "denies" or "qualifies" or "reports" or "abandons", found the text "likes".',
  ],
  [
    "an attribution twice",
    file({
      claims: [
        {
          id: "a",
          attributions: [
            { id: "1", holder: "h" },
            { id: "1", holder: "g" },
          ],
        },
      ],
    }),
    'This map has a fault at "attributions": the id "1" is there twice. Expected each id once.',
  ],
  [
    "a colour that is none",
    file({ schools: [{ id: "s", colour: "orange" }] }),
    /^This map has a fault at "schools", number 1, "colour": expected "teal" or .* or "violet", found the text "orange"\.$/,
  ],
  [
    "a role that is none",
    file({ sources: [{ id: "s", item: { type: "book" }, role: "tertiary" }] }),
    /"role": expected "primary" or "secondary" or "historiography", found the text "tertiary"/,
  ],
  [
    "a holder without an id",
    file({ holders: [{ name: "Fritz Fischer" }] }),
    'This map has a fault at "holders", number 1, "id": expected a value, found nothing.',
  ],
  [
    "too many claims",
    file({ claims: Array.from({ length: 200_001 }, () => 0) }),
    "This file holds 200,001 claims; Counterpoint opens maps of up to 200,000.",
  ],
  ["deep nesting", `{"a":${"[".repeat(100_000)}`, /^This file is nested too deeply/],
])("refused with what was found and what was expected: %s", (_, text, sentence) => {
  const refused: unknown = typeof sentence === "string" ? sentence : expect.stringMatching(sentence);
  expect(readNative(text)).toEqual({ refused });
});

test("plain JSON has no prototype but its own", () => {
  const plain = plainJson(JSON.parse('{"a": {"__proto__": {"polluted": 1}}}')) as { a: object };
  expect(Object.getPrototypeOf(plain.a)).toBe(Object.prototype);
  expect(plain).toEqual({ a: {} });
});

test("`__proto__` in a file changes nothing and is dropped", () => {
  const text = file({ sources: [{ id: "s", item: { type: "book" } }] })
    .replace('"type": "book"', '"type": "book", "__proto__": {"polluted": 1}')
    .replace('"id": "m"', '"id": "m", "__proto__": {"claims": []}');
  const outcome = readNative(text);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(outcome).toMatchObject({ map: { claims: { size: 1 } } });
  const item = "map" in outcome ? [...outcome.map.sources.values()][0]?.item : undefined;
  expect(item).toEqual({ type: "book" });
  expect(item?.["polluted"]).toBeUndefined();
});

test("a history of any length comes back: its bytes are no text that anyone wrote", () => {
  const history = { by: "E. H. Carr", document: new Uint8Array(900_000).fill(7), crc: 3 };
  const map = argumentMap("A; +B > A");
  expect(readNative(writeNative(map, history))).toEqual({ map, warnings: [], history });
});

/** A shipped map has none, since nothing would carry their bytes. */
function withoutImages(map: ArgumentMap): ArgumentMap {
  return { ...map, claims: new Map([...map.claims].map(([id, claim]) => [id, { ...claim, images: [] }])) };
}
