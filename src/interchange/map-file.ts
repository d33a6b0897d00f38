import { readImages } from "#interchange/native-images.ts";
import { readNative } from "#interchange/native-read.ts";
import type { ReadOutcome } from "#interchange/reading.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/**
 * Reads a file that someone opens or drops, by its name and by what it holds: Counterpoint's own format or
 * Argdown, whose parser is loaded only then. Never throws; ask `refuseSize` before reading the text.
 */
export async function readMapFile(name: string, text: string): Promise<ReadOutcome> {
  if (text.includes("\0")) return { refused: words.notText };
  if (text.trim() === "") return { refused: words.empty };
  if (isArgdown(name, text)) {
    const { readArgdown } = await import("#interchange/argdown-read.ts");
    return readArgdown(text);
  }
  if (/\.json$/i.test(name) || /^\s*\{/.test(text)) return readNativeFile(text);
  return { refused: words.notMapFile(name) };
}

/** The native format, with the images that the file holds. */
async function readNativeFile(text: string): Promise<ReadOutcome> {
  const { packed, ...outcome } = readNative(text);
  if ("refused" in outcome) return outcome;
  const { images, warnings } = await readImages(outcome.map, packed);
  return {
    ...outcome,
    warnings: [...outcome.warnings, ...warnings],
    ...(images.size > 0 && { images }),
  };
}

function isArgdown(name: string, text: string): boolean {
  if (/\.(?:argdown|ad)$/i.test(name)) return true;
  if (/\.json$/i.test(name)) return false;
  return /^\s*===/.test(text) || /^[ \t]*(?:[-+_] )?(?:\[[^\]\n]+\]|<[^>\n]+>):/m.test(text);
}
