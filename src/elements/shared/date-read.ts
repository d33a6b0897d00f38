import { dateInWords } from "#dating/date-words.ts";
import { readDating } from "#dating/dating.ts";

/** A date as it is read, "c. 1979"; one that cannot be is shown as it stands, and nothing as nothing. */
export function dateRead(edtf: string): string {
  const dating = edtf === "" ? null : readDating(edtf);
  return dating === null || "refused" in dating ? edtf : dateInWords(dating);
}
