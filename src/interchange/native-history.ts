import * as v from "valibot";
import { fromBase64, toBase64 } from "#interchange/base64.ts";
import type { FileHistory } from "#interchange/reading.ts";

/** Names beyond this are cut. */
const LONGEST_NAME = 80;

const historyRecord = v.object({ by: v.optional(v.string(), ""), document: v.string(), crc: v.number() });

/** How a file holds a document, after everything that is there to be read. */
export function writeHistory({ by, document, crc }: FileHistory) {
  return { by, document: toBase64(document), crc };
}

/** The history in a file; `null` for what is none. */
export function readHistory(value: unknown): FileHistory | null {
  const checked = v.safeParse(historyRecord, value);
  const document = checked.success ? fromBase64(checked.output.document) : null;
  if (!checked.success || document === null) return null;
  return { by: plainName(checked.output.by), document, crc: checked.output.crc };
}

/** A name as a sentence can hold it: one line, without signs that turn or hide what follows. */
function plainName(name: string): string {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ").replaceAll(/\s+/g, " ");
  return Array.from(line.trim()).slice(0, LONGEST_NAME).join("").trim();
}
