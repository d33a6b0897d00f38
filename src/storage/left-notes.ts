import { crc32 } from "#store/crc.ts";
import type { LeftSteps, MapEntry } from "#store/ports.ts";
import { readValue, writeValue } from "#storage/plain-value.ts";
import type { NewUpdate } from "#storage/records.ts";

/*
 * What a page could not bring to the disk before it went. localStorage is written in the moment in which a page is
 * told that it goes, when a database can only be asked; the next visit takes the note up. Each page has a note of its
 * own, so that two of them never write over each other, and a checksum in front of it.
 */

const VERSION = 1;
/** The records of a note take up no more than this, in characters: the first are kept, since the later build on them. */
const LONGEST_NOTE = 1_000_000;
/** What a record takes up besides its bytes and its label. */
const RECORD_HEAD = 150;

export interface LeftNote {
  readonly version: typeof VERSION;
  /** Records that waited for the log, oldest first. */
  readonly records: readonly Omit<NewUpdate, "change">[];
  /** The lines of their maps. */
  readonly entries: readonly MapEntry[];
  readonly steps: readonly LeftSteps[];
}

/** `undefined` where there is none, `null` for one that is damaged or of another version. */
export function readNote(key: string): LeftNote | null | undefined {
  const text = localStorage.getItem(key);
  if (text === null) return undefined;
  const at = text.indexOf(" ");
  const said = text.slice(at + 1);
  try {
    const note = sumOf(said) === text.slice(0, at) ? (readValue(said) as LeftNote) : null;
    return note?.version === VERSION ? note : null;
  } catch {
    return null;
  }
}

/** Writes a note, as much of it as there is room for; none at all where there is nothing to say. */
export function putNote(key: string, { records, entries, steps }: Omit<LeftNote, "version">): void {
  const note: LeftNote = { version: VERSION, records: roomFor(records), entries, steps };
  try {
    const said = writeValue(note);
    const isBlank = note.records.length + steps.length === 0;
    if (isBlank || said === null || said.length > 2 * LONGEST_NOTE) localStorage.removeItem(key);
    else localStorage.setItem(key, `${sumOf(said)} ${said}`);
  } catch {
    // A browser that keeps nothing here, or has no room: what waits was never called saved.
  }
}

/** The first records, up to where a note is long enough. */
function roomFor(records: LeftNote["records"]): LeftNote["records"] {
  let length = 0;
  const end = records.findIndex(({ bytes, label }) => {
    length += (bytes.length * 4) / 3 + label.length + RECORD_HEAD;
    return length > LONGEST_NOTE;
  });
  return end === -1 ? records : records.slice(0, end);
}

function sumOf(said: string): string {
  return crc32(new TextEncoder().encode(said)).toString(36);
}
