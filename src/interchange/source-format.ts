/** The forms in which sources are handed from one program to another. */
export const sourceFormats = ["bibtex", "ris", "csl"] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** In which of the forms a text holds sources; `null` for any other text. */
export function sourceFormatOf(text: string): SourceFormat | null {
  const start = text.replace(/^\uFEFF/u, "").slice(0, 100_000);
  if (/^\s*(?:TY {2}- )/u.test(start)) return "ris";
  if (/^[ \t]*@[ \t]*[a-z]+[ \t\r\n]*[{(][^{}"=,\s]*\s*[,=]/imu.test(start)) return "bibtex";
  return /^\s*[[{]\s*(?:\{\s*)?"/u.test(start) && /"type"\s*:\s*"[a-z]/u.test(start) ? "csl" : null;
}

/**
 * In which form a file holds sources, by its name and by its start; `null` for any other file. CSL-JSON in a file is a
 * list, and a map in JSON never is. What begins as Argdown is a map, whatever it quotes.
 */
export function formatOfFile(name: string, start: string): SourceFormat | null {
  const isList = /^\uFEFF?\s*\[\s*[{\]]/u.test(start);
  if (/\.json$/iu.test(name)) return isList && !/\.argmap\.json$/iu.test(name) ? "csl" : null;
  const found = sourceFormatOf(start);
  if (/\.bib(?:tex)?$/iu.test(name)) return found ?? "bibtex";
  if (/\.ris$/iu.test(name)) return found ?? "ris";
  if (/\.(?:argdown|ad|md)$/iu.test(name) || /^\uFEFF?\s*===/u.test(start)) return null;
  return found === "csl" && !isList ? null : found;
}
