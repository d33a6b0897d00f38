import { mapRecord, NATIVE_FORMAT, NATIVE_VERSION } from "#interchange/native-file.ts";
import { writeHistory } from "#interchange/native-history.ts";
import type { FileHistory } from "#interchange/reading.ts";
import type { ArgumentMap } from "#model/map.ts";

/**
 * The whole map as the text of an `.argmap.json` file: JSON to read, to compare line by line and to keep, and with
 * its history, if that is given, after it: what merging needs. Equal maps give equal files.
 */
export function writeNative(map: ArgumentMap, history: FileHistory | null = null): string {
  const file = {
    format: NATIVE_FORMAT,
    version: NATIVE_VERSION,
    ...mapRecord(map),
    ...(history !== null && { history: writeHistory(history) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
