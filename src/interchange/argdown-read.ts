import { parseArgdown } from "#interchange/argdown-parse.ts";
import { mapOf } from "#interchange/argdown-map.ts";
import { contentId } from "#interchange/content-id.ts";
import { type ReadOutcome, reading } from "#interchange/reading.ts";
import type { MapId } from "#model/ids.ts";

export interface ArgdownOptions {
  /** The map's id, whatever the text says. Without it: the frontmatter's `id`, or else one that title and text give. */
  readonly id?: MapId;
}

/**
 * Reads Argdown, written by hand or by `writeArgdown`. What Argdown has and a map has not (headings, colours) is
 * left out with a warning; text that is no Argdown is refused with the line and what was expected there.
 * Deterministic: the same text gives the same ids.
 */
export function readArgdown(text: string, options: ArgdownOptions = {}): ReadOutcome {
  return reading(() => mapOf(parseArgdown(text), options.id ?? null, (title) => contentId(title, text)));
}
