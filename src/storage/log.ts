import type { MapId } from "#model/ids.ts";
import type { LoadedLog, MapEntry, UpdateLog, UpdateRecord } from "#store/ports.ts";
import { inTurns, type Watched } from "#store/turns.ts";
import { addMap } from "#storage/adding.ts";
import { type Database, isLostConnection } from "#storage/database.ts";
import type { Growth } from "#storage/growth.ts";
import { quarantine } from "#storage/quarantine.ts";
import { fewest, readMap, sifting } from "#storage/reading.ts";
import { keptCount, keptUpdate, type NewUpdate } from "#storage/records.ts";
import { renewJournal } from "#storage/renewal.ts";
import type { Connection, KeptCount } from "#storage/schema.ts";
import type { Tabs } from "#storage/tabs.ts";
import { storeWords } from "#words/store.ts";

/** How long to wait after a write has failed, and has failed again, in milliseconds; the last holds from then on. */
const PAUSES = [500, 1000, 2000, 5000, 10_000, 30_000] as const;

/** Appended records on their way to the disk. */
interface Waiting {
  readonly updates: readonly NewUpdate[];
  readonly entry: MapEntry | undefined;
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
      this.#waiting = [...this.#waiting, { updates, entry, written }];
      void this.#write();
    });
  }

  async addMap(records: readonly UpdateRecord[], entry: MapEntry, watched: Watched = {}): Promise<boolean> {
    try {
      if (this.#isTorn) await this.#database.use(renewJournal);
      this.#isTorn = false;
      const isAdded = await this.#database.use((connection) =>
        addMap(connection, { records, entry }, watched),
      );
      if (isAdded) this.#tellOf([entry.id], true);
      return isAdded;
    } catch (error) {
      this.#isTorn ||= isOfTheDisk(error);
      throw new Error(whyNotAdded(error), { cause: error });
    }
  }

  async load(map: MapId, afterSeq = 0): Promise<LoadedLog> {
    const found = await this.#database.use((connection) => readMap(connection, map, afterSeq));
    const sifted = await inTurns(sifting(found));
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
    const seq = await this.#send(batch);
    if (this.#isTorn) await this.#database.use(renewJournal);
    this.#isTorn = false;
    this.#waiting = this.#waiting.slice(batch.length);
    this.#failures = 0;
    this.#say(null);
    for (const { updates, written } of batch) {
      written(seq);
      this.#growth?.wrote(updates);
    }
    this.#tellOf(
      mapsOf(batch),
      batch.some(({ entry }) => entry !== undefined),
    );
  }

  /** Tells the other tabs which maps have grown, and whether the catalogue has changed. */
  #tellOf(maps: readonly MapId[], isListed: boolean): void {
    for (const map of new Set(maps)) this.#tabs.tell({ type: "log", map });
    if (isListed) this.#tabs.tell({ type: "library" });
  }

  /** On a connection that has ended, tries once more on a new one. */
  async #send(batch: readonly Waiting[]): Promise<number> {
    const connection = this.#database.connection ?? (await this.#database.connect());
    try {
      return await writeAll(connection, batch);
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      this.#database.drop(connection);
      return writeAll(await this.#database.connect(), batch);
    }
  }

  #fail(error: unknown): void {
    const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)];
    this.#failures++;
    this.#isTorn ||= isOfTheDisk(error);
    this.#pause = setTimeout(() => void this.#write(), pause);
    this.#say(reasonOf(error));
  }

  #say(trouble: string | null): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    for (const listener of this.#troubleListeners) listener(trouble);
  }
}

/** One strict transaction for all; resolves with the last number when it is on the disk. */
async function writeAll(connection: Connection, batch: readonly Waiting[]): Promise<number> {
  const transaction = connection.transaction(["updates", "counts", "maps"], "readwrite", {
    durability: "strict",
  });
  const writes: Promise<unknown>[] = [];
  const updates = batch.flatMap((waiting) => waiting.updates);
  const store = transaction.objectStore("updates");
  // The database numbers the record; the type asks for the number that it is about to have.
  const seqs = updates.map((update) => store.add(update as never));
  for (const count of countsOf(updates)) writes.push(transaction.objectStore("counts").put(count));
  for (const { entry } of batch)
    if (entry !== undefined) writes.push(transaction.objectStore("maps").put(entry));
  transaction.commit();
  const [written] = await Promise.all([Promise.all(seqs), transaction.done, ...writes]);
  return written.at(-1) ?? 0;
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

/** Whether the disk was in the way, as a rule because it is full. */
function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && (error.name === "UnknownError" || error.name === "QuotaExceededError");
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : String(error);
  if (name === "QuotaExceededError") return storeWords.diskFull;
  // What Chromium says of a disk that is full while its quota is not.
  if (name === "UnknownError") return storeWords.perhapsFull;
  if (name === "VersionError") return storeWords.newerTab;
  if (isLostConnection(error)) return storeWords.connectionLost;
  return storeWords.writeFailed(name);
}

function whyNotAdded(error: unknown): string {
  const name = error instanceof Error ? error.name : String(error);
  return isOfTheDisk(error) ? storeWords.noRoomForMap : storeWords.mapRefused(name);
}
