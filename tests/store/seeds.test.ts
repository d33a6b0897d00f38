import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readArgdown } from "#interchange/argdown-read.ts";
import type { MapId } from "#model/ids.ts";
import { LiveMap } from "#store/live.ts";
import { normalMap } from "#store/normal-map.ts";
import { isPrefix } from "./prefix.ts";
import { written } from "./written.ts";

const folder = "arguments/seeds";
const released = JSON.parse(readFileSync(`${folder}/released.json`, "utf8")) as Record<string, string>;
const names = readdirSync("arguments").filter((name) => name.endsWith(".argdown"));
const maps = names.map((name) => name.slice(0, -".argdown".length) as MapId);

function release(name: string): number {
  return Number(name.split(".").at(-2));
}

function seedsOf(map: MapId): readonly string[] {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${map}.`) && name.endsWith(".bin"));
  return files.toSorted((a, b) => release(a) - release(b));
}

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`${folder}/${name}`));
}

describe("the committed seeds", () => {
  test.each(maps)("of %s follow each other, each a prefix of the next, and the last says the map", (map) => {
    const seeds = seedsOf(map);
    expect(seeds, "npm run seeds").toEqual(seeds.map((_, at) => `${map}.${at + 1}.bin`));
    for (const [at, name] of seeds.slice(1).entries())
      expect(isPrefix(bytesOf(seeds[at]!), bytesOf(name)), name).toBe(true);
    const read = readArgdown(readFileSync(`arguments/${map}.argdown`, "utf8"), { id: map });
    if ("refused" in read) throw new Error(read.refused);
    const last = new LiveMap(map, [bytesOf(seeds.at(-1)!)]).map;
    expect(written(last), "npm run seeds").toBe(written(normalMap(read.map)));
  });

  test("that were released are the bytes that were released", () => {
    for (const [name, hash] of Object.entries(released))
      expect(createHash("sha256").update(bytesOf(name)).digest("hex"), name).toBe(hash);
  });
});
