import { namesFrom } from "#citing/written-names.ts";
import type { Name } from "#model/source.ts";

/** A name as it is being written: of a person in two fields, of a body in one. Nothing in it is no name yet. */
export interface NameRow {
  /** The same for the same row, wherever it stands. */
  readonly key: number;
  readonly isBody: boolean;
  readonly name: Name;
}

/** Names in rows of their own; `keyOf` says what each place is known by. */
export function rowsOf(names: readonly Name[], keyOf: (at: number) => number): readonly NameRow[] {
  return names.map((name, at) => ({ key: keyOf(at), isBody: name.literal !== undefined, name }));
}

/** The names that stand in rows. Several that were written into one field, as in a line, are several. */
export function namesInRows(rows: readonly NameRow[]): readonly Name[] {
  return rows.flatMap(namesOfRow);
}

/** Whether what is written in a row is more than its name. */
export function isLine({ isBody, name: { family = "", given = "" } }: NameRow): boolean {
  return !isBody && ((given === "" && /[,;]/u.test(family)) || given.includes(";"));
}

function namesOfRow(row: NameRow): readonly Name[] {
  const { family = "", given = "" } = row.name;
  if (isLine(row)) return namesFrom(given === "" ? family : `${family}, ${given}`);
  const name = kept(row.name);
  return Object.keys(name).length === 0 ? [] : [name];
}

/** Without what is empty. */
function kept(name: Name): Name {
  const parts = Object.entries(name).map(([part, text]) => [part, text?.trim() ?? ""] as const);
  return Object.fromEntries(parts.filter(([, text]) => text !== ""));
}

/** The row as one of a body, or of a person again. */
export function turnedRow(row: NameRow): NameRow {
  const { literal = "", given = "", family = "" } = row.name;
  if (!row.isBody) {
    const name = [given, family].filter((part) => part !== "").join(" ");
    return { ...row, isBody: true, name: { literal: name } };
  }
  const [person] = namesFrom(literal);
  const isTold = person !== undefined && person.literal === undefined;
  return { ...row, isBody: false, name: isTold ? person : { family: literal } };
}

/** The rows with one of them a place further up (-1) or down (1); as they are where there is no such place. */
export function movedRow(rows: readonly NameRow[], key: number, by: -1 | 1): readonly NameRow[] {
  const at = rows.findIndex((row) => row.key === key);
  const other = rows[at + by];
  const row = rows[at];
  if (row === undefined || other === undefined) return rows;
  return rows.with(at, other).with(at + by, row);
}

/** "Taubman, William"; "" for what is no name yet. */
export function calledIn({ isBody, name }: NameRow): string {
  return isBody ? (name.literal ?? "") : [name.family, name.given].filter(Boolean).join(", ");
}
