import { type IDBPTransaction, openDB, type StoreNames, unwrap } from "idb";
import {
  answerWithin,
  isLostConnection,
  NotAnswering,
  openAskingAgain,
  untilClosed,
} from "#storage/lost-connections.ts";
import type { Connection, Schema, Upgrade } from "#storage/schema.ts";
import { renewJournal, writesOnInOldJournals } from "#storage/renewal.ts";
import { throughSideDoor } from "#storage/side-door.ts";
import { storeWords } from "#words/store.ts";

export interface DatabaseOptions {
  readonly name: string;
  /** One a version, oldest first; their number is the version. */
  readonly upgrades: readonly Upgrade[];
  /** Hears, in a sentence, what keeps the database from opening, and `null` when that is over. */
  say(sentence: string | null): void;
  /**
   * Hears, in a sentence, why the page had better be loaded anew: a newer version in another tab has taken the database
   * over, or the browser has thrown it away.
   */
  askReload(sentence: string): void;
}

/** How long opening may take before the person hears of it, in milliseconds. */
const PATIENCE = 1000;
/** How long it may take to open again before another way is taken, in milliseconds. */
const SILENCE = 2500;

/** An upgrade threw; the database is as it was before. */
export class UpgradeFailed extends Error {
  override readonly name = "UpgradeFailed";
  /** The version that is still there; 0 when there is no database. */
  readonly version: number;

  constructor(version: number, cause: unknown) {
    super(storeWords.upgradeFailed, { cause });
    this.version = version;
  }
}

/**
 * The connection to this device's database. A connection may end at any time (the browser closes it, another
 * tab upgrades the database); the next `connect` opens a new one.
 */
export class Database {
  readonly #options: DatabaseOptions;
  #connection: Connection | null = null;
  #opening: Promise<Connection> | null = null;
  /** The same, with an end to patience. */
  #answer: Promise<Connection> | null = null;
  #isAsIs = false;
  #isShut = false;
  #wasOpen = false;
  #isRemade = false;
  /** Whether what is written may stand behind something in the browser's journal that its next start stumbles over. */
  #isInDanger = false;
  #renewing: Promise<void> | null = null;
  readonly #remadeListeners = new Set<() => void>();

  constructor(options: DatabaseOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  /** Whether the browser has thrown the database away while it was in use, so that what is there now is new. */
  get isRemade(): boolean {
    return this.#isRemade;
  }

  /** Calls back whenever that turns out: before anything is written to the new one, where it is made here. */
  watchRemade(listener: () => void): () => void {
    this.#remadeListeners.add(listener);
    return () => this.#remadeListeners.delete(listener);
  }

  /** The browser has thrown the database away, and it has been made anew: here or, as it has told, by another tab. */
  hearRemade(): void {
    this.#isRemade = true;
    this.#options.askReload(storeWords.thrownAway);
    for (const listener of this.#remadeListeners) listener();
  }

  /**
   * Opens the database if need be, upgrading it. Rejects with the browser's error (a `VersionError` when the
   * database is of a newer version) or with `UpgradeFailed`; it goes on opening where it rejects because the browser
   * has not answered for long.
   */
  connect(): Promise<Connection> {
    if (this.#isShut)
      return Promise.reject(new DOMException("The database is being deleted.", "NotFoundError"));
    if (this.#connection !== null) return Promise.resolve(this.#connection);
    this.#opening ??= this.#open().finally(() => (this.#opening = this.#answer = null));
    if (!this.#wasOpen) return this.#opening;
    return (this.#answer ??= answerWithin(SILENCE, this.#opening));
  }

  /** Opens the database as it is, whatever its version, from now on. */
  connectAsIs(): Promise<Connection> {
    this.#isAsIs = true;
    return this.connect();
  }

  /** Ends the connection, and opens no other: the database is being deleted. */
  shut(): void {
    this.#isShut = true;
    if (this.#connection !== null) this.drop(this.#connection);
  }

  /**
   * Runs on the connection, and once more on a new one if that one turns out to have ended. Where there is a
   * connection the work begins at once, in the task of its caller.
   */
  async use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    const connection = this.#connection ?? (await this.connect());
    try {
      return await untilClosed(connection, work);
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      this.drop(connection);
      return untilClosed(await this.connect(), work);
    }
  }

  /** As `use`, for work that only writes: where the browser does not answer this page any more, it is done by the side door. */
  async write<Result>(work: (database: IDBDatabase) => Promise<Result>): Promise<Result> {
    try {
      return await this.use((connection) => work(unwrap(connection)));
    } catch (error) {
      if (!(error instanceof NotAnswering)) throw error;
      return throughSideDoor({ name: this.name, version: this.#options.upgrades.length }, work);
    }
  }

  /** A write was cut short by the disk: what is written after it is in danger. */
  distrustJournal(): void {
    this.#isInDanger = true;
    this.#renewing = null;
  }

  /**
   * Resolves when all that was written by now is out of the danger that an earlier run of the browser, or a full disk,
   * has left in its journal: before that nothing is called saved. Rejects as `write` does.
   */
  outOfDanger(): Promise<void> {
    if (!this.#isInDanger) return Promise.resolve();
    if (this.#renewing !== null) return this.#renewing;
    const renewing: Promise<void> = this.write(renewJournal).then(
      () => this.#renewed(renewing, true),
      (error: unknown) => {
        this.#renewed(renewing, false);
        throw error;
      },
    );
    return (this.#renewing = renewing);
  }

  /** A renewal does not count when the disk has cut a write short meanwhile. */
  #renewed(renewing: Promise<void>, isDone: boolean): void {
    if (this.#renewing !== renewing) return;
    this.#renewing = null;
    if (isDone) this.#isInDanger = false;
  }

  /** Gives up a connection. What runs on it still ends. */
  drop(connection: Connection): void {
    connection.close();
    if (this.#connection === connection) this.#connection = null;
  }

  async #open(): Promise<Connection> {
    const { name, upgrades, say } = this.#options;
    if (this.#isAsIs) return this.#hold(await openAskingAgain(() => openDB<Schema>(name)));
    let failed: UpgradeFailed | null = null;
    // A tab that hangs does not even say that it blocks.
    const slow = setTimeout(
      () => say(this.#wasOpen ? storeWords.answersNoMore : storeWords.opensSlowly),
      PATIENCE,
    );
    let isNew = false;
    const open = () =>
      openDB<Schema>(name, upgrades.length, {
        blocked: () => {
          clearTimeout(slow);
          say(storeWords.waitsForOtherTab);
        },
        upgrade: (database, from, _to, transaction) => {
          isNew = from === 0;
          void upgradeAll(database, transaction, upgrades.slice(from)).catch((error: unknown) => {
            failed = new UpgradeFailed(from, error);
            abort(transaction);
          });
        },
      });
    try {
      const isFirst = !this.#wasOpen;
      const connection = this.#hold(await openAskingAgain(open));
      if (isFirst) this.#isInDanger = !isNew && writesOnInOldJournals();
      else if (isNew) this.hearRemade();
      return connection;
    } catch (error) {
      throw failed ?? error;
    } finally {
      clearTimeout(slow);
      say(null);
    }
  }

  #hold(connection: Connection): Connection {
    connection.addEventListener("versionchange", ({ newVersion }) => {
      this.drop(connection);
      if (newVersion !== null) this.#options.askReload(storeWords.newerTab);
    });
    connection.addEventListener("close", () => this.drop(connection));
    this.#connection = connection;
    this.#wasOpen = true;
    return connection;
  }
}

type UpgradeTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">;

async function upgradeAll(
  database: Connection,
  transaction: UpgradeTransaction,
  upgrades: readonly Upgrade[],
): Promise<void> {
  for (const upgrade of upgrades) await upgrade(database, transaction);
}

/** Rolls back; without this, a transaction commits what an asynchronous upgrade did before it threw. */
function abort(transaction: UpgradeTransaction): void {
  transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch {
    // The transaction has already failed by itself.
  }
}
