import { mapRecord, NATIVE_FORMAT, NATIVE_VERSION } from "#interchange/native-file.ts";
import type { ArgumentMap } from "#model/map.ts";

/**
 * The whole map as the text of an `.argmap.json` file: JSON to read, to compare line by line and to keep.
 * Equal maps give equal files.
 */
export function writeNative(map: ArgumentMap): string {
  return `${JSON.stringify({ format: NATIVE_FORMAT, version: NATIVE_VERSION, ...mapRecord(map) }, null, 2)}\n`;
}
