import type { MapId } from "#model/ids.ts";
import type { LoadedLog, MapEntry, UpdateLog, UpdateRecord } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";
import type { Growth } from "#storage/growth.ts";
import { isLostConnection, NotAnswering } from "#storage/lost-connections.ts";
import { quarantine } from "#storage/quarantine.ts";
import { fewest, readMap, sift } from "#storage/reading.ts";
import { keptCount, keptUpdate, type NewUpdate } from "#storage/records.ts";
import { renewJournal } from "#storage/renewal.ts";
import type { KeptCount } from "#storage/schema.ts";
import type { Tabs } from "#storage/tabs.ts";
import { writeStrictly } from "#storage/writing.ts";
import { storeWords } from "#words/store.ts";

/** How long to wait after a write has failed, and has failed again, in milliseconds; the last holds from then on. */
const PAUSES = [500, 1000, 2000, 5000, 10_000, 30_000] as const;
/** The longest of them where only the connection was lost. */
const SHORT_PAUSE = 1000;

/** Appended records on their way to the disk. */
interface Waiting {
  readonly updates: readonly NewUpdate[];
  readonly entry: MapEntry | undefined;
  /** The last record's number, once they are on the disk: saved is said later, where a journal has to be renewed first. */
  seq: number | null;
  written(seq: number): void;
}

/**
 * The log on this device's disk. Everything that waits goes out in one transaction, oldest first, which begins
 * in the same task as `append` when the log is idle; it reads nothing, so that it survives its page.
 */
export class DiskLog implements UpdateLog {
  readonly #database: Database;
  readonly #tabs: Tabs;
  readonly #growth: Growth | null;
  readonly #numbers = new Map<string, number>();
  readonly #troubleListeners = new Set<(reason: string | null) => void>();
  #waiting: readonly Waiting[] = [];
  #isWriting = false;
  #failures = 0;
  /** Whether a write was cut short by the disk, so that what comes after it is in danger until the journal is renewed. */
  #isTorn = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #trouble: string | null = null;

  /** Without `growth` to watch it, the log is never folded. */
  constructor(database: Database, tabs: Tabs, growth: Growth | null) {
    this.#database = database;
    this.#tabs = tabs;
    this.#growth = growth;
  }

  append(records: readonly UpdateRecord[], entry?: MapEntry): Promise<number> {
    const updates = records.map((record) => keptUpdate(record, this.#nextNumber(record)));
    return new Promise((written) => {
      this.#waiting = [...this.#waiting, { updates, entry, seq: null, written }];
      void this.#write();
    });
  }

  async load(map: MapId, afterSeq = 0): Promise<LoadedLog> {
    const found = await this.#database.use((connection) => readMap(connection, map, afterSeq));
    const sifted = sift(found);
    const { snapshots, damaged, missing, isSpared } = sifted;
    if (damaged.length > 0) await quarantine(this.#database, map, damaged);
    this.#growth?.read(map, sifted, afterSeq === 0);
    return {
      updates: fewest(found, sifted).map(({ bytes }) => bytes),
      lastSeq: Math.max(0, ...snapshots.map(({ upto }) => upto), found.updates.at(-1)?.seq ?? 0),
      damaged: damaged.length,
      isSpared,
      missing,
    };
  }

  watch(listener: (map: MapId | null) => void): () => void {
    return this.#tabs.listen((hint) => {
      if (hint === null) listener(null);
      else if (hint.type === "log") listener(hint.map);
    });
  }

  watchTrouble(listener: (reason: string | null) => void): () => void {
    this.#troubleListeners.add(listener);
    if (this.#trouble !== null) listener(this.#trouble);
    return () => this.#troubleListeners.delete(listener);
  }

  #nextNumber({ map, client }: UpdateRecord): number {
    const writer = `${client} ${map}`;
    const number = (this.#numbers.get(writer) ?? 0) + 1;
    this.#numbers.set(writer, number);
    return number;
  }

  /** Writes what waits, until nothing does. What cannot be written waits on, in its place. */
  async #write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    clearTimeout(this.#pause);
    try {
      while (this.#waiting.length > 0) await this.#writeBatch(this.#waiting);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isWriting = false;
    }
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    const unsent = batch.filter(({ seq }) => seq === null);
    if (unsent.length > 0) {
      const last = await this.#database.write((database) => this.#writeOn(database, unsent));
      for (const waiting of unsent) waiting.seq = last;
    }
    if (this.#isTorn) await this.#database.write(renewJournal);
    this.#isTorn = false;
    this.#waiting = this.#waiting.slice(batch.length);
    this.#failures = 0;
    this.#say(null);
    for (const { updates, seq, written } of batch) {
      written(seq ?? 0);
      this.#growth?.wrote(updates);
    }
    for (const map of new Set(mapsOf(batch))) this.#tabs.tell({ type: "log", map });
    if (batch.some(({ entry }) => entry !== undefined)) this.#tabs.tell({ type: "library" });
  }

  async #writeOn(database: IDBDatabase, batch: readonly Waiting[]): Promise<number> {
    try {
      return await writeAll(database, batch);
    } catch (error) {
      this.#isTorn ||= isOfTheDisk(error);
      throw error;
    }
  }

  #fail(error: unknown): void {
    const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)] ?? 0;
    this.#failures++;
    const wait = isUnreachable(error) ? Math.min(pause, SHORT_PAUSE) : pause;
    this.#pause = setTimeout(() => void this.#write(), wait);
    this.#say(reasonOf(error));
  }

  #say(trouble: string | null): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    for (const listener of this.#troubleListeners) listener(trouble);
  }
}

/** One strict transaction for all; resolves with the last number when it is on the disk. */
async function writeAll(database: IDBDatabase, batch: readonly Waiting[]): Promise<number> {
  const updates = batch.flatMap((waiting) => waiting.updates);
  let last: IDBRequest<IDBValidKey> | null = null;
  await writeStrictly(database, ["updates", "counts", "maps"], (transaction) => {
    for (const update of updates) last = transaction.objectStore("updates").add(update);
    for (const count of countsOf(updates)) transaction.objectStore("counts").put(count);
    for (const { entry } of batch) if (entry !== undefined) transaction.objectStore("maps").put(entry);
  });
  return Number((last as IDBRequest<IDBValidKey> | null)?.result ?? 0);
}

/** What each writer has written with these. */
function countsOf(updates: readonly NewUpdate[]): Iterable<KeptCount> {
  const counts = new Map<string, KeptCount>();
  for (const { map, client, number } of updates)
    counts.set(`${client} ${map}`, keptCount({ map, client, total: number }));
  return counts.values();
}

function mapsOf(batch: readonly Waiting[]): readonly MapId[] {
  return batch.flatMap(({ updates }) => updates.map(({ map }) => map));
}

/** Whether nothing is wrong with the edit or the disk: only the way to it is cut. */
function isUnreachable(error: unknown): boolean {
  return isLostConnection(error) || error instanceof NotAnswering;
}

/** Whether the disk was in the way, as a rule because it is full. */
function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && (error.name === "UnknownError" || error.name === "QuotaExceededError");
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : String(error);
  if (isUnreachable(error)) return storeWords.connectionLost;
  if (name === "QuotaExceededError") return storeWords.diskFull;
  // What Chromium says of a disk that is full while its quota is not.
  if (name === "UnknownError") return storeWords.perhapsFull;
  if (name === "VersionError") return storeWords.newerTab;
  return storeWords.writeFailed(name);
}
