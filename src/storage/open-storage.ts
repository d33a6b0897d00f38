import type { Folder, Storage } from "#store/ports.ts";
import { Database, type DatabaseOptions, UpgradeFailed } from "#storage/database.ts";
import { Growth } from "#storage/growth.ts";
import { DiskLibrary } from "#storage/library.ts";
import { DiskLog } from "#storage/log.ts";
import { noteKeys } from "#storage/mark.ts";
import { type Measure, USUAL } from "#storage/measure.ts";
import type { StartWriter } from "#storage/overwriting.ts";
import { DiskQuarantine } from "#storage/quarantine.ts";
import { type Connection, STORES, type Upgrade } from "#storage/schema.ts";
import { DeviceSafekeeping } from "#storage/safekeeping.ts";
import { DiskSettings } from "#storage/settings.ts";
import { Tabs } from "#storage/tabs.ts";
import { upgradeTo1 } from "#storage/upgrades/1.ts";
import { upgradeTo2 } from "#storage/upgrades/2.ts";
import { storeWords } from "#words/store.ts";

/** One a version, oldest first. */
export const UPGRADES: readonly Upgrade[] = [upgradeTo1, upgradeTo2];

/** How long a note stands before it counts as left, in milliseconds. */
const A_MOMENT = 500;

export interface StorageOptions extends DatabaseOptions {
  /** Makes one record of many; without it the log only grows. */
  readonly folder: Folder | null;
  /** How much a log grows before it is folded. */
  readonly enough: Measure;
  /** Starts the worker that writes private files; without it there is no second copy. */
  readonly startWriter: StartWriter | null;
}

/**
 * Opens this device's storage. Never rejects: where the browser gives none, memory stands in and `keptNowhere`
 * says why; where the database is of a newer version, or could not be brought to this one, its maps can be
 * read (`readOnly`). While another tab holds it up, `say` hears the sentence for it, and `null` after.
 */
export async function openStorage(options: Partial<StorageOptions> = {}): Promise<Storage> {
  const { name = "counterpoint", upgrades = UPGRADES, folder = null } = options;
  const { say = () => undefined, askReload = () => undefined } = options;
  const database = new Database({ name, upgrades, say, askReload });
  if (!("indexedDB" in globalThis)) return inMemory(storeWords.noDatabase);
  try {
    await database.connect();
    const tabs = new Tabs(name);
    const growth = folder && new Growth({ database, folder, enough: options.enough ?? USUAL });
    const log = new DiskLog(database, tabs, growth);
    const safekeeping = new DeviceSafekeeping(database, tabs, options.startWriter ?? null);
    if (noteKeys(name).length > 0) await takeUpNotes(database, tabs);
    hearNotes(database, tabs);
    tellRemade(database, tabs);
    const openHandover = async () => new (await import("#storage/handover.ts")).PageHandover(name, log);
    const openFiles = async () => new (await import("#storage/kept-files.ts")).DiskKeptFiles(database);
    const openLikenesses = async () => new (await import("#storage/likenesses.ts")).DiskLikenesses(database);
    return { ...diskStorage(database, tabs, log), openHandover, openFiles, openLikenesses, safekeeping };
  } catch (error) {
    return standIn(database, error);
  }
}

/**
 * A page that goes while this one is open leaves its note then: a browser may close a tab after it opened the next.
 * A page that lives on takes its own note back when its edits are on the disk, so what stands after a moment is left.
 */
function hearNotes(database: Database, tabs: Tabs): void {
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key === null || newValue === null || !noteKeys(database.name).includes(key)) return;
    setTimeout(() => {
      if (noteKeys(database.name).includes(key)) void takeUpNotes(database, tabs);
    }, A_MOMENT);
  });
}

/** Every tab writes its open maps anew when the browser has thrown the database away; one of them finds that out. */
function tellRemade(database: Database, tabs: Tabs): void {
  let isHeard = false;
  database.watchRemade(() => isHeard || tabs.tell({ type: "remade" }));
  tabs.listen((hint) => {
    if (hint?.type !== "remade") return;
    isHeard = true;
    database.hearRemade();
    isHeard = false;
  });
}

/** Takes up what other pages have left; what cannot be taken up now stays where it is. */
async function takeUpNotes(database: Database, tabs: Tabs): Promise<void> {
  try {
    const { takeUp } = await import("#storage/taking-up.ts");
    const maps = await takeUp(database);
    for (const map of maps) tabs.tellAll({ type: "log", map });
    if (maps.size > 0) tabs.tellAll({ type: "library" });
  } catch {
    // Said above.
  }
}

function diskStorage(database: Database, tabs: Tabs, log: DiskLog): Storage {
  return {
    log,
    library: new DiskLibrary(database, tabs),
    settings: new DiskSettings(database),
    quarantine: new DiskQuarantine(database),
    openHandover: null,
    openLikenesses: null,
    openFiles: null,
    openImages: async () => new (await import("#storage/images.ts")).DiskImages(database),
    safekeeping: null,
    keptNowhere: null,
    readOnly: null,
  };
}

async function standIn(database: Database, error: unknown): Promise<Storage> {
  const name = error instanceof Error ? error.name : String(error);
  if (name === "VersionError") return readOnlyStorage(database, storeWords.newerDatabase);
  if (error instanceof UpgradeFailed && error.version > 0)
    return readOnlyStorage(database, storeWords.upgradeFailed);
  const isRefused = name === "SecurityError" || name === "InvalidStateError";
  return inMemory(isRefused ? storeWords.noDatabase : storeWords.databaseFailed(name));
}

/** What stands in for the disk; few need it. */
async function inMemory(...why: readonly [string | null, string?]): Promise<Storage> {
  const { memoryStorage } = await import("#storage/memory.ts");
  return memoryStorage(...why);
}

/** Reads what is there; what would be written is kept for this visit only. */
async function readOnlyStorage(database: Database, readOnly: string): Promise<Storage> {
  const memory = await inMemory(null, readOnly);
  try {
    const connection = await database.connectAsIs();
    if (!hasStores(connection)) return memory;
    const tabs = new Tabs(database.name);
    const disk = diskStorage(database, tabs, new DiskLog(database, tabs, null));
    return { ...disk, settings: memory.settings, readOnly };
  } catch {
    return memory;
  }
}

function hasStores(connection: Connection): boolean {
  return STORES.every((store) => connection.objectStoreNames.contains(store));
}
