import type { MapId } from "#model/ids.ts";
import type { LoadedLog, MapEntry, UpdateLog, UpdateRecord } from "#store/ports.ts";
import { inTurns, type Watched } from "#store/turns.ts";
import type { Database } from "#storage/database.ts";
import type { Growth } from "#storage/growth.ts";
import { isLostConnection, NotAnswering } from "#storage/lost-connections.ts";
import { quarantine } from "#storage/quarantine.ts";
import { fewest, readMap, sifting } from "#storage/reading.ts";
import { keptCount, keptUpdate, type NewUpdate } from "#storage/records.ts";
import { removalKey } from "#storage/removed.ts";
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
  /** Whether the map begins with these. */
  readonly begins: boolean;
  /** What came of writing them, once they are on the disk: saved is said later, when they are out of danger. */
  sent: Sent | null;
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
  #pause: ReturnType<typeof setTimeout> | undefined;
  #trouble: string | null = null;

  /** Without `growth` to watch it, the log is never folded. */
  constructor(database: Database, tabs: Tabs, growth: Growth | null) {
    this.#database = database;
    this.#tabs = tabs;
    this.#growth = growth;
  }

  append(records: readonly UpdateRecord[], entry?: MapEntry, begins = false): Promise<number> {
    const updates = records.map((record) => keptUpdate(record, this.#nextNumber(record)));
    return new Promise((written) => {
      this.#waiting = [...this.#waiting, { updates, entry, begins, sent: null, written }];
      void this.#write();
    });
  }

  /** What is not known to be on the disk yet, oldest first. */
  get waiting(): readonly Pick<Waiting, "updates" | "entry">[] {
    return this.#waiting;
  }

  async addMap(records: readonly UpdateRecord[], entry: MapEntry, watched: Watched = {}): Promise<boolean> {
    const { addMap } = await import("#storage/adding.ts");
    try {
      await this.#database.outOfDanger();
      const isAdded = await this.#database.use((connection) =>
        addMap(connection, { records, entry }, watched),
      );
      if (isAdded) this.#tellOf([entry.id], true);
      return isAdded;
    } catch (error) {
      if (isOfTheDisk(error)) this.#database.distrustJournal();
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

  async mend(map: MapId, areUnusable: Parameters<UpdateLog["mend"]>[1]): Promise<void> {
    const { mendMap } = await import("#storage/mending.ts");
    await mendMap(this.#database, map, areUnusable);
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

  watchRemade(listener: () => void): () => void {
    return this.#database.watchRemade(listener);
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
    const unsent = batch.filter(({ sent }) => sent === null);
    if (unsent.length > 0) {
      const sent = await this.#database.write((database) => this.#writeOn(database, unsent));
      for (const waiting of unsent) waiting.sent = sent;
    }
    const removed = new Set(batch.flatMap(({ sent }) => [...(sent?.removed ?? [])]));
    if (removed.size > 0) await this.#takeBack(removed);
    await this.#database.outOfDanger();
    this.#waiting = this.#waiting.slice(batch.length);
    this.#failures = 0;
    this.#say(null);
    for (const { updates, sent, written } of batch) {
      const isRemoved = updates.some(({ map }) => removed.has(map));
      written(isRemoved ? 0 : (sent?.seq ?? 0));
      if (!isRemoved) this.#growth?.wrote(updates);
    }
    const isListed = batch.some(({ entry }) => entry !== undefined);
    this.#tellOf(mapsOf(batch), isListed && removed.size === 0);
    if (removed.size > 0) this.#tabs.tellAll({ type: "library" });
  }

  /** Tells the other tabs which maps have grown, and whether the catalogue has changed. */
  #tellOf(maps: readonly MapId[], isListed: boolean): void {
    for (const map of new Set(maps)) this.#tabs.tell({ type: "log", map });
    if (isListed) this.#tabs.tell({ type: "library" });
  }

  async #takeBack(removed: ReadonlySet<MapId>): Promise<void> {
    const { removeAgain } = await import("#storage/removal.ts");
    await this.#database.use((connection) => removeAgain(connection, removed));
  }

  async #writeOn(database: IDBDatabase, batch: readonly Waiting[]): Promise<Sent> {
    try {
      return await writeAll(database, batch);
    } catch (error) {
      if (isOfTheDisk(error)) this.#database.distrustJournal();
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

/** What came of a transaction. */
interface Sent {
  /** The number of the last record. */
  readonly seq: number;
  /** The maps that had been removed for good before. */
  readonly removed: ReadonlySet<MapId>;
}

/**
 * One strict transaction for all; resolves when it is on the disk. Whether a map was removed is asked in it, but not
 * waited for: the writing needs nothing more of a page that is closing.
 */
async function writeAll(database: IDBDatabase, batch: readonly Waiting[]): Promise<Sent> {
  const updates = batch.flatMap((waiting) => waiting.updates);
  const maps = [...new Set(mapsOf(batch))];
  const begun = mapsOf(batch.filter(({ begins }) => begins));
  let added: readonly IDBRequest<IDBValidKey>[] = [];
  let removals: readonly IDBRequest<IDBValidKey | undefined>[] = [];
  await writeStrictly(database, ["updates", "counts", "maps", "settings"], (transaction) => {
    const settings = transaction.objectStore("settings");
    for (const map of begun) settings.delete(removalKey(map));
    removals = maps.map((map) => settings.getKey(removalKey(map)));
    added = updates.map((update) => transaction.objectStore("updates").add(update));
    for (const count of countsOf(updates)) transaction.objectStore("counts").put(count);
    for (const { entry } of batch) if (entry !== undefined) transaction.objectStore("maps").put(entry);
  });
  const removed = maps.filter((_, at) => removals[at]?.result !== undefined);
  return { seq: Number(added.at(-1)?.result ?? 0), removed: new Set(removed) };
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
/** Whether it was the disk that would not take something. */
export function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && (error.name === "UnknownError" || error.name === "QuotaExceededError");
}

/** Why a write failed, in a sentence. */
export function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : String(error);
  if (isUnreachable(error)) return storeWords.connectionLost;
  if (name === "QuotaExceededError") return storeWords.diskFull;
  // What Chromium says of a disk that is full while its quota is not.
  if (name === "UnknownError") return storeWords.perhapsFull;
  if (name === "VersionError") return storeWords.newerTab;
  return storeWords.writeFailed(name);
}

function whyNotAdded(error: unknown): string {
  const name = error instanceof Error ? error.name : String(error);
  return isOfTheDisk(error) ? storeWords.noRoomForMap : storeWords.mapRefused(name);
}
