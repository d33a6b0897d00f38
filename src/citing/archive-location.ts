/** The mark of an archival unit as the archives of the former Soviet Union give it, and what other archives write. */
export interface ArchivePlace {
  readonly fond: string;
  readonly opis: string;
  readonly delo: string;
  readonly list: string;
  /** "box 3, folder 5": whatever is written otherwise. */
  readonly other: string;
}

/** The levels of such a mark, from the largest to the page. */
export const archiveLevels = ["fond", "opis", "delo", "list"] as const;
export type ArchiveLevel = (typeof archiveLevels)[number];

const marks: Readonly<Record<string, ArchiveLevel>> = {
  "f.": "fond",
  "op.": "opis",
  "d.": "delo",
  "l.": "list",
  "ll.": "list",
};

/** Reads CSL's `archive_location`: "f. 17, op. 165, d. 12, l. 3". What cannot be written back equal is `other` as a whole. */
export function archivePlace(location: string): ArchivePlace {
  const found: Record<ArchiveLevel, string> = { fond: "", opis: "", delo: "", list: "" };
  const others: string[] = [];
  for (const part of location.split(", ")) {
    const [, mark = "", value = ""] = /^(f|op|d|ll?)\. (.+)$/u.exec(part) ?? [];
    const level = marks[`${mark}.`];
    if (level === undefined || found[level] !== "") others.push(part);
    else found[level] = value;
  }
  const place = { ...found, other: others.join(", ") };
  return archiveLocation(place) === location
    ? place
    : { fond: "", opis: "", delo: "", list: "", other: location };
}

/** "f. 17, op. 165, d. 12, l. 3"; several leaves are "ll. 3–5". Levels that say nothing are left out. */
export function archiveLocation({ fond, opis, delo, list, other }: ArchivePlace): string {
  const leaf = /\d\s*[-–]\s*\d/u.test(list) ? "ll." : "l.";
  const parts = [marked("f.", fond), marked("op.", opis), marked("d.", delo), marked(leaf, list), other];
  return parts.filter((part) => part !== "").join(", ");
}

function marked(mark: string, value: string): string {
  return value === "" ? "" : `${mark} ${value}`;
}
