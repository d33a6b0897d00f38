import { writeArgdown } from "#interchange/argdown-write.ts";
import { writeNative } from "#interchange/native-write.ts";
import type { ImageBytes } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import { historyOf, withoutHistory } from "#store/copies.ts";

/** As what a map is written: text that others read, a file to open again with its history, or one without it. */
export type WritingForm =
  | { readonly type: "argdown" }
  | {
      readonly type: "copy";
      readonly document: Uint8Array<ArrayBuffer>;
      readonly by: string;
      readonly images?: ImageBytes;
    }
  | { readonly type: "bare"; readonly images?: ImageBytes };

/** Writes a map as a file. */
export function writeMap(map: ArgumentMap, form: WritingForm): Blob {
  if (form.type === "argdown") return new Blob([writeArgdown(map)], { type: "text/plain;charset=utf-8" });
  const { map: written, history } =
    form.type === "bare"
      ? withoutHistory(map)
      : { map, history: historyOf({ map, document: form.document }, form.by) };
  return new Blob([writeNative(written, history, form.images)], { type: "application/json" });
}
