import { mapRecord, NATIVE_FORMAT, NATIVE_VERSION } from "#interchange/native-file.ts";
import { noImages, writeImages } from "#interchange/native-images.ts";
import { writeHistory } from "#interchange/native-history.ts";
import type { FileHistory } from "#interchange/reading.ts";
import type { ImageBytes } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";

/**
 * The whole map as the text of an `.argmap.json` file: JSON to read, to compare line by line and to keep, and
 * after it, if they are given, the images that it shows, and its history: what merging needs. Equal maps give equal files.
 */
export function writeNative(
  map: ArgumentMap,
  history: FileHistory | null = null,
  given: ImageBytes = noImages,
): string {
  const images = writeImages(map, given);
  const file = {
    format: NATIVE_FORMAT,
    version: NATIVE_VERSION,
    ...mapRecord(map),
    ...(images !== null && { images }),
    ...(history !== null && { history: writeHistory(history) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
