/** The forms in which sources are handed from one program to another. */
export type SourceFormat = "bibtex" | "ris" | "csl";

/** In which of the forms a text holds sources; `null` for any other text. */
export function sourceFormatOf(text: string): SourceFormat | null {
  const start = text.replace(/^\uFEFF/u, "").slice(0, 100_000);
  if (/^\s*(?:TY {2}- )/u.test(start)) return "ris";
  if (/^[ \t]*@[ \t]*[a-z]+[ \t\r\n]*[{(][^{}"=,\s]*\s*[,=]/imu.test(start)) return "bibtex";
  return /^\s*[[{]\s*(?:\{\s*)?"/u.test(start) && /"type"\s*:\s*"[a-z]/u.test(start) ? "csl" : null;
}
