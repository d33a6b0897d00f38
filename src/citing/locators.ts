import type { Citation } from "#model/source.ts";
import { typographic } from "#citing/fields.ts";
import { citingWords as words } from "#words/citing.ts";

/**
 * The place in a source as a note names it: "274", "187–202", "fol. 12v", "para. 2".
 * With the label `section` it is printed as it is written. "" where the whole work is cited.
 */
export function locatorOf({ locator, label }: Citation): string {
  const written = locator.trim();
  if (written === "" || label === "section") return typographic(written);
  if (label === "page") return isPages(written) ? pageRange(bare(written)) : typographic(written);
  return /^[\d\p{Lu}ivxlc]/u.test(written) ? termed(written, label) : typographic(written);
}

/** The same with "p." or "pp." before page numbers, for places where bare numbers could mean something else. */
export function locatorWithTerm(citation: Citation): string {
  const written = citation.locator.trim();
  if (citation.label !== "page" || !isPages(written)) return locatorOf(citation);
  return termed(bare(written), "page");
}

/** Whether the place is a page, so that it can follow a volume or a year after a colon. */
export function isPageLocator({ locator, label }: Citation): boolean {
  return label === "page" && isPages(locator.trim());
}

/** Ranges with an en dash and the second number cut as Chicago cuts it (9.63): 101–8, 187–202, 1496–500. */
export function pageRange(pages: string): string {
  return pages
    .replaceAll(/(?<=[\p{L}\d])\s*[-–—]\s*(?=[\p{L}\d])/gu, "–")
    .replaceAll(
      /(?<![\p{L}\d])(\d+)–(\d+)(?![\p{L}\d])/gu,
      (_, from: string, to: string) => `${from}–${shortened(from, to)}`,
    );
}

function shortened(from: string, to: string): string {
  const first = Number(from);
  if (from.length !== to.length || first < 100 || first % 100 === 0 || Number(to) <= first) return to;
  const changed = to.slice([...from].findIndex((digit, place) => digit !== to[place]));
  return first % 100 < 10 ? changed : to.slice(-Math.max(2, changed.length));
}

function termed(written: string, label: Citation["label"]): string {
  const [one, several] = words.locators[label];
  const range = label === "timestamp" ? written.replaceAll("-", "–") : pageRange(written);
  return `${/[-–,&]|\band\b/u.test(written) ? several : one} ${range}`;
}

function isPages(written: string): boolean {
  return /^(?:pp?\.?\s*)?[A-Z]?(?:\d|[ivxlc]+\b)/u.test(written);
}

function bare(written: string): string {
  return written.replace(/^pp?\.?\s*/u, "");
}
