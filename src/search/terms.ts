/** A word of a text: where it stands, and how it is compared. */
export interface Term {
  readonly from: number;
  readonly to: number;
  readonly folded: string;
}

/** Scripts that put no spaces between words: each letter is a term of its own there. */
const unspaced = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}";
const pattern = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, "gu");

/** The words of a text in order, with their places in UTF-16 units. */
export function termsOf(text: string): readonly Term[] {
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    folded: folded(word),
  })).filter((term) => term.folded !== "");
}

/** Without case and diacritics, so that "Perez" finds "Pérez", "еще" finds "ещё", and "strasse" finds "Straße". */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ς", "σ");
}
