import type { MapId } from "#model/ids.ts";
import type { Handover, LeftSteps } from "#store/ports.ts";
import { type LeftNote, putNote, readNote } from "#storage/left-notes.ts";
import type { DiskLog } from "#storage/log.ts";
import type { NewUpdate } from "#storage/records.ts";
import { noteKey, noteKeys } from "#storage/mark.ts";

/** This page's note for the next visit, and those that earlier pages have left. */
export class PageHandover implements Handover {
  readonly #library: string;
  readonly #log: DiskLog;
  readonly #key: string;

  constructor(library: string, log: DiskLog) {
    this.#library = library;
    this.#log = log;
    this.#key = noteKey(library, crypto.getRandomValues(new Uint32Array(2)).join("-"));
  }

  leave(steps: readonly LeftSteps[]): boolean {
    const waiting = this.#log.waiting;
    putNote(this.#key, {
      records: waiting.flatMap(({ updates }) => updates.map(withoutChange)),
      entries: waiting.flatMap(({ entry }) => entry ?? []),
      steps,
    });
    return waiting.length + steps.length > 0;
  }

  clear(): void {
    if (this.#log.waiting.length === 0) putNote(this.#key, { records: [], entries: [], steps: [] });
  }

  hasSteps(map: MapId): boolean {
    return this.#earlier().some((key) => readNote(key)?.steps.some((left) => left.map === map) ?? false);
  }

  claim(map: MapId): readonly LeftSteps[] {
    return this.#earlier().flatMap((key) => {
      const note = readNote(key);
      const found = note?.steps.filter((left) => left.map === map) ?? [];
      if (note && found.length > 0) {
        putNote(this.#key, withSteps(readNote(this.#key), found));
        putNote(key, { ...note, steps: note.steps.filter((left) => left.map !== map) });
      }
      return found;
    });
  }

  #earlier(): readonly string[] {
    return noteKeys(this.#library).filter((key) => key !== this.#key);
  }
}

function withSteps(note: LeftNote | null | undefined, more: readonly LeftSteps[]): Omit<LeftNote, "version"> {
  const { records, entries, steps } = note ?? { records: [], entries: [], steps: [] };
  return { records, entries, steps: [...steps, ...more] };
}

/** A record's change only repeats what its bytes say. */
function withoutChange({ map, client, number, label, crc, bytes }: NewUpdate): LeftNote["records"][number] {
  return { map, client, number, label, crc, bytes };
}
