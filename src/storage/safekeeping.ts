import type { CopyFound, KeepingState, Loss, Restored, Safekeeping } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";
import { markLoss, readMark, removeMarks, writeMark } from "#storage/mark.ts";
import type { StartWriter } from "#storage/overwriting.ts";
import { hasPrivateFiles, privateFolder } from "#storage/private-files.ts";
import { OF_DEVICE } from "#storage/settings.ts";
import type { Tabs } from "#storage/tabs.ts";

/** How long an edit may wait for the second copy, in milliseconds: the longer a copy takes to write, the longer. */
const SHORTEST_WAIT = 2000;
const LONGEST_WAIT = 40_000;
const WAIT_FOR_EACH_MS = 50;
/** How long after that a moment counts as quiet where the page gets none. */
const QUIET_WITHIN = 4000;
/** How long after the start it is seen to whether the last visit's second copy was finished. */
const LOOK_BACK_AFTER = 10_000;
/** The setting that holds what the browser answered when it was asked to keep everything. */
const PROMISE = `${OF_DEVICE}promise`;

/** The code that copies is loaded when there is something to copy. */
const copying = () => import("#storage/copies.ts");

/**
 * Keeps a second copy of the library up with it, and knows how to get everything out, back and away.
 * It listens to what this tab writes; other tabs see to theirs.
 */
export class DeviceSafekeeping implements Safekeeping {
  readonly #database: Database;
  readonly #tabs: Tabs;
  readonly #startWriter: StartWriter | null;
  readonly #forgottenListeners = new Set<() => void>();
  /** How many maps there were when they were last counted, before any loss. */
  #known = 0;
  #isBehind = false;
  #isCopying = false;
  #isNoticed = false;
  #isForgotten = false;
  #wait = SHORTEST_WAIT;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Without a writer there is no second copy. */
  constructor(database: Database, tabs: Tabs, startWriter: StartWriter | null) {
    this.#database = database;
    this.#tabs = tabs;
    this.#startWriter = startWriter;
    tabs.listenHere(() => this.#noticed());
    // At once: the page may not live until the next copy is due.
    database.watchRemade(() => markLoss(database.name, this.#known));
    tabs.listen((hint) => {
      if (hint?.type === "forget") this.#gone();
    });
    const leaving = () => {
      if (document.visibilityState === "hidden") void this.#copy();
    };
    document.addEventListener("visibilitychange", leaving);
    addEventListener("pagehide", () => void this.#copy());
  }

  async findLoss(): Promise<Loss | null> {
    const { name } = this.#database;
    const maps = (this.#known = await this.#count());
    const mark = readMark(name);
    if (maps > 0 && mark?.isLost !== true) {
      setTimeout(() => this.#fallBehind(), LOOK_BACK_AFTER);
      return null;
    }
    if (mark === null && (await privateFolder(name)) === null) return null;
    return (await copying()).lossOf(this.#database, mark);
  }

  async restoreCopy(which: "second" | "aside"): Promise<Restored> {
    const { copyFiles, dropAside, restoreArchives } = await copying();
    const restored = await restoreArchives(this.#database, await copyFiles(this.#database, which));
    if (which === "aside") await dropAside(this.#database, this.#startWriter);
    else writeMark(this.#database.name, await this.#count());
    this.#tellOf(restored);
    return restored;
  }

  async goOnWithout(): Promise<void> {
    await (await copying()).setAside(this.#database, this.#startWriter);
    writeMark(this.#database.name, await this.#count());
  }

  async state(): Promise<KeepingState> {
    const { copiedAt, setAside } = await (await copying()).copyState(this.#database);
    const { amountOfImages } = await import("#storage/images.ts");
    const storage = "storage" in navigator ? navigator.storage : null;
    const unknown: StorageEstimate = {};
    const [maps, damaged, images, estimate, isPromised] = await Promise.all([
      this.#count(),
      this.#database.use((connection) => connection.count("quarantine")),
      this.#database.use((connection) => amountOfImages(connection)),
      storage?.estimate?.() ?? unknown,
      storage?.persisted?.() ?? null,
    ]);
    const { usage = null, quota = null } = estimate;
    return {
      maps,
      used: usage,
      available: quota,
      isPromised,
      copiedAt: hasPrivateFiles() ? copiedAt : "none",
      setAside,
      images,
      damaged,
    };
  }

  async *sizes() {
    yield* (await copying()).sizesIn(this.#database);
  }

  async askForPromise(): Promise<boolean> {
    const isPromised = await navigator.storage.persist();
    await this.#database.use((connection) =>
      connection.put("settings", { isPromised, askedAt: Date.now() }, PROMISE),
    );
    return isPromised;
  }

  async backUp(): Promise<Blob> {
    return (await copying()).backUp(this.#database);
  }

  async inspect(file: Blob, name: string): Promise<CopyFound | { readonly refused: string }> {
    return (await copying()).inspectBackup(file, name);
  }

  async restore(file: Blob): Promise<Restored> {
    const restored = await (await copying()).restoreArchives(this.#database, [file]);
    this.#tellOf(restored);
    return restored;
  }

  async forget(): Promise<void> {
    const { forgetAll } = await import("#storage/forgetting.ts");
    this.#stop();
    this.#tabs.tell({ type: "forget" });
    await forgetAll(this.#database.name);
    this.#gone();
  }

  watchForgotten(listener: () => void): () => void {
    this.#forgottenListeners.add(listener);
    return () => this.#forgottenListeners.delete(listener);
  }

  #count(): Promise<number> {
    return this.#database.use((connection) => connection.count("maps"));
  }

  /** The open maps of this tab hear of it too. */
  #tellOf({ added, merged }: Restored): void {
    for (const map of [...added, ...merged]) this.#tabs.tellAll({ type: "log", map });
    this.#tabs.tellAll({ type: "library" });
  }

  /** This tab has written something. */
  #noticed(): void {
    if (this.#isForgotten) return;
    if (!this.#isNoticed && readMark(this.#database.name) === null) writeMark(this.#database.name, 1);
    if (!this.#isNoticed) whenQuiet(() => void this.#first().catch(() => undefined));
    this.#isNoticed = true;
    this.#fallBehind();
  }

  /** What the first edit of a visit brings about, once it is on the disk and the page is at rest. */
  async #first(): Promise<void> {
    await this.#mark();
    await this.#askOnce();
  }

  async #mark(): Promise<void> {
    const maps = await this.#count().catch(() => null);
    if (maps === null || this.#isForgotten) return;
    if (this.#database.isRemade) return markLoss(this.#database.name, this.#known);
    this.#known = maps;
    writeMark(this.#database.name, maps);
  }

  /** Once for all visits: the browser may put the question to the person. */
  async #askOnce(): Promise<void> {
    if (!("storage" in navigator) || !("persist" in navigator.storage)) return;
    const answer = await this.#database.use((connection) => connection.get("settings", PROMISE));
    if (answer === undefined) await this.askForPromise();
  }

  #fallBehind(): void {
    this.#isBehind = true;
    this.#timer ??= setTimeout(() => whenQuiet(() => void this.#copy()), this.#wait);
  }

  /** Copies what is not copied yet, never a loss. What cannot be copied now is tried again later. */
  async #copy(): Promise<void> {
    if (!this.#isBehind || this.#isCopying || this.#isForgotten || !hasPrivateFiles()) return;
    this.#isBehind = false;
    this.#isCopying = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const begun = performance.now();
    try {
      const [{ copyAll }] = await Promise.all([copying(), this.#mark()]);
      if (!this.#database.isRemade) await copyAll(this.#database, this.#startWriter);
      this.#wait = clamp((performance.now() - begun) * WAIT_FOR_EACH_MS);
    } catch {
      this.#wait = LONGEST_WAIT;
      this.#isBehind = true;
    }
    this.#isCopying = false;
    if (this.#isBehind) this.#fallBehind();
    if (document.visibilityState === "hidden" && this.#wait < LONGEST_WAIT) void this.#copy();
  }

  #gone(): void {
    this.#stop();
    for (const listener of this.#forgottenListeners) listener();
  }

  #stop(): void {
    this.#isForgotten = true;
    clearTimeout(this.#timer);
    removeMarks();
    this.#database.shut();
  }
}

function clamp(wait: number): number {
  return Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, wait));
}

function whenQuiet(run: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: QUIET_WITHIN });
  else run();
}
