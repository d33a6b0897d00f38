/** Stands where a claim has no text: neither Argdown nor an outline has empty lines to show. */
export const NO_TEXT = "…";

/**
 * A text as one line of Argdown can hold it: line breaks and runs of blanks become one space, what is no
 * character is replaced. Texts that this changes are kept whole in the data beside it.
 */
export function shownText(text: string): string {
  const line = text
    .replaceAll(/\p{Cs}/gu, "\ufffd")
    .replaceAll(/(?:[^\S\u00a0\u202f]|\p{Cc})+/gu, " ")
    .trim();
  return line === "" ? NO_TEXT : line;
}
