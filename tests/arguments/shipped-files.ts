import { readdirSync, readFileSync } from "node:fs";
import { readArgdown } from "#interchange/argdown-read.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** The names of the maps that ship with the app. */
export const shippedNames: readonly string[] = readdirSync("arguments")
  .filter((name) => name.endsWith(".argdown"))
  .map((name) => name.slice(0, -".argdown".length));

export function textOf(name: string): string {
  return readFileSync(`arguments/${name}.argdown`, "utf8");
}

/** The map and its warnings; fails with the refusal. */
export function readShipped(name: string): {
  readonly map: ArgumentMap;
  readonly warnings: readonly string[];
} {
  const outcome = readArgdown(textOf(name), { id: name as MapId });
  if ("refused" in outcome) throw new Error(`${name}: ${outcome.refused}`);
  return outcome;
}
