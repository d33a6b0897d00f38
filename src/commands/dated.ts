import type { Refusal } from "#commands/command.ts";
import { readDating } from "#dating/dating.ts";

/**
 * A date as a map keeps it, in EDTF; empty for none. One that cannot be read is refused in a sentence, unless it stands
 * there already (`before`), as it may when it comes from a file.
 */
export function keptDate(written: string, before = ""): string | Refusal {
  const text = written.trim();
  if (text === "" || text === before) return text;
  const dating = readDating(text);
  return "refused" in dating ? dating : dating.edtf;
}
