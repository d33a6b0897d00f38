import { compareDays, type Day, firstDay, lastDay, type Point, pointFault } from "#dating/point.ts";
import { asEdtf } from "#dating/spoken.ts";
import { datingWords as words } from "#words/dating.ts";

/*
 * Dates as the Extended Date/Time Format has them (https://www.loc.gov/standards/datetime/, ISO 8601-2): levels 0 and 1
 * without times of the day, and of level 2 unspecified digits anywhere and qualified parts, which qualify the whole.
 */

/** An end of an interval that is left open (".."), or that is not known (nothing written). */
export type Edge = Point | "open" | "unknown";

/** A date that could be read. */
export interface Dating {
  /** In EDTF, ready to be kept. */
  readonly edtf: string;
  readonly from: Edge;
  /** `null` for a single date. */
  readonly to: Edge | null;
}

/** Why a date could not be read, in a sentence. */
export interface Undated {
  readonly refused: string;
}

/** Reads EDTF, and what people write in its place: "c. 1979", "1953–1964", "1990s", "25 February 1956", "431 BCE". */
export function readDating(written: string): Dating | Undated {
  const text = written.trim();
  const edtf = asEdtf(text);
  const [first = "", second, ...more] = edtf.split("/");
  const from = edgeOf(first);
  const to = second === undefined ? null : edgeOf(second);
  if (from === null || (second !== undefined && to === null) || more.length > 0)
    return { refused: words.unreadable(text) };
  if (to === null && typeof from === "string") return { refused: words.unreadable(text) };
  const dating = { edtf, from, to };
  const fault = faultOf(dating, text);
  return fault === null ? dating : { refused: fault };
}

/** The first and the last day that a date can mean; `null` where an end is open or unknown. */
export function daysOf({ from, to }: Dating): { readonly first: Day | null; readonly last: Day | null } {
  const end = to ?? from;
  return {
    first: typeof from === "string" ? null : firstDay(from),
    last: typeof end === "string" ? null : lastDay(end),
  };
}

function faultOf(dating: Dating, written: string): string | null {
  const { from, to } = dating;
  if (typeof from === "string" && typeof to === "string") return words.noEnds(written);
  for (const edge of [from, to])
    if (edge !== null && typeof edge !== "string") {
      const fault = pointFault(edge, written);
      if (fault !== null) return fault;
    }
  const { first, last } = daysOf(dating);
  return first !== null && last !== null && compareDays(first, last) > 0 ? words.endsFirst(written) : null;
}

const mark = "([?~%]?)";
const point = new RegExp(
  `^${mark}(Y-?[1-9]\\d{4,8}|-?[\\dX]{4})${mark}(?:-${mark}([\\dX]{2})${mark}(?:-${mark}([\\dX]{2})${mark})?)?$`,
  "u",
);

function edgeOf(edtf: string): Edge | null {
  if (edtf === "..") return "open";
  if (edtf === "") return "unknown";
  const [, a, year = "", b, c, month = "", d, e, day = "", f] = point.exec(edtf) ?? [];
  if (year === "" || (year.startsWith("Y") && month !== "")) return null;
  const marks = [a, b, c, d, e, f].join("");
  return {
    year: year.replace("Y", ""),
    month,
    day,
    approximate: /[~%]/u.test(marks),
    uncertain: /[?%]/u.test(marks),
  };
}
