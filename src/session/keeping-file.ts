import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import { fileContents, stateHash } from "#session/file-contents.ts";
import { bringUp, failedBy, type FileStanding, lookOnly, readFile } from "#session/file-writing.ts";
import { isWritten } from "#session/written.ts";
import type { FileHandle, FileMark, KeptFiles } from "#store/kept-file.ts";
import type { OpenMap } from "#store/open-map.ts";
import { Repeated } from "#store/repeated.ts";
import { keepingWords as words } from "#words/keeping.ts";

/** After how long an edit goes to the file, in milliseconds. */
export interface Pauses {
  /** After the last edit of a bout. */
  readonly rest: number;
  /** After the first one, when the bout does not end. */
  readonly longest: number;
  /** What another tab has edited: it writes by itself, as long as it lives. */
  readonly elsewhere: number;
}

const usualPauses: Pauses = { rest: 1200, longest: 4000, elsewhere: 3000 };

export interface KeepingParts {
  /** Held until `close`. */
  readonly open: OpenMap;
  readonly files: KeptFiles;
  /** By whose name the file is signed. */
  readonly by: () => string;
  /** Starts what writes large maps. */
  readonly startWriter: () => Worker;
  readonly pauses?: Pauses;
}

/** What there is to say of a map's file; `writing` also while an edit waits. */
export type FileLine = { readonly name: string } & (FileStanding | { readonly state: "writing" });

/**
 * Keeps a file outside the browser up with an open map: each edit goes there too, in a moment, unless someone else has
 * written there or the browser does not let it. It goes on from where the last visit or another tab left it.
 */
export class KeepingFile {
  readonly open: OpenMap;
  /** `null` where the map has no file. */
  readonly line: ReadonlySignal<FileLine | null>;
  readonly #line = signal<FileLine | null>(null);
  readonly #files: KeptFiles;
  readonly #by: () => string;
  readonly #startWriter: () => Worker;
  readonly #pauses: Pauses;
  readonly #stops: readonly (() => void)[];
  readonly #passing = new Repeated(() => this.#pass());
  #handle: FileHandle | null = null;
  /** Whether the map may say what the file does not. */
  #isBehind = true;
  #behindSince: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = "";

  constructor({ open, files, by, startWriter, pauses = usualPauses }: KeepingParts) {
    this.open = open;
    this.line = this.#line;
    this.#files = files;
    this.#by = by;
    this.#startWriter = startWriter;
    this.#pauses = pauses;
    let isFirst = true;
    const stopWatching = effect(() => {
      void [open.map.value, open.versions.value];
      if (!isFirst) untracked(() => this.#edited());
      isFirst = false;
    });
    this.#stops = [stopWatching, files.watch(open.id, () => void this.look())];
  }

  /** What the command is called by which a file is chosen. */
  get command(): string {
    return words.command(this.#line.value?.name ?? null);
  }

  /** Finds out how it stands with the file, and brings it up with the map where that can be. */
  look(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#passing.run();
  }

  /** Writes what waits: the page may go. */
  async writeNow(): Promise<void> {
    if (this.#isBehind && this.#line.peek() !== null) await this.look();
  }

  /** From now on this is the map's file. `mark` is what may be written over in it; `null`: nothing, unless the person says so. */
  async keep(handle: FileHandle, mark: FileMark | null): Promise<void> {
    const ours = mark === null ? [] : [mark];
    await this.#record(() => this.#files.put(this.open.id, { handle, ours, says: "", writtenAt: null }));
  }

  /** These contents of the file may be written over: all of them that is wanted is in the map. */
  async accept(mark: FileMark): Promise<void> {
    const { id } = this.open;
    await this.#record(async () => {
      const kept = await this.#files.get(id);
      if (kept !== null) await this.#files.put(id, { ...kept, ours: [...kept.ours, mark], says: "" });
    });
  }

  /** What the file holds now, and by what that is known again; `null` where there is no file. Rejects with the browser's error. */
  async read(): Promise<Awaited<ReturnType<typeof readFile>> | null> {
    return this.#handle && readFile(this.#handle);
  }

  /** Asks the person whether the file may be written; to be called in their click. */
  async ask(): Promise<void> {
    await this.#handle?.requestPermission({ mode: "readwrite" }).catch(() => null);
    this.#files.tell(this.open.id);
    await this.look();
  }

  /** The map has no file any more; the file stays as it is. */
  async stop(): Promise<void> {
    await this.#record(() => this.#files.drop(this.open.id));
  }

  /** Tries once more what could not be done. */
  async tryAgain(): Promise<void> {
    if (this.#handle !== null) this.#line.value = { name: this.#handle.name, state: "writing" };
    await this.look();
  }

  /** Lets go of the map; `last` has what waits written first. */
  async close(last = true): Promise<void> {
    for (const stop of this.#stops) stop();
    if (last) await this.look();
    clearTimeout(this.#timer);
    this.open.close();
  }

  async #record(change: () => Promise<void>): Promise<void> {
    await this.#files.alone(this.open.id, change);
    this.#isBehind = true;
    this.#files.tell(this.open.id);
    await this.look();
  }

  #edited(): void {
    this.#isBehind = true;
    const line = this.#line.peek();
    if (line?.state === "written") this.#line.value = { name: line.name, state: "writing" };
    if (line !== null) this.#waitToWrite();
  }

  #waitToWrite(): void {
    const now = Date.now();
    this.#behindSince ??= now;
    const { rest, longest, elsewhere } = this.#pauses;
    const pause = this.open.happened.peek()?.by === "elsewhere" ? elsewhere : rest;
    const wait = Math.max(0, Math.min(pause, this.#behindSince + longest - now));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), wait);
  }

  async #pass(): Promise<void> {
    const { id } = this.open;
    const wasBehind = this.#isBehind;
    this.#isBehind = false;
    this.#behindSince = null;
    const kept = await this.#files.get(id).catch(() => null);
    this.#handle = kept?.handle ?? this.#handle;
    const before = this.#line.peek();
    if (wasBehind && kept !== null && (before === null || before.state === "written"))
      this.#line.value = { name: kept.handle.name, state: "writing" };
    const makeWorker = this.#startWriter;
    const contents = async () => (await fileContents(this.open, this.#by(), { makeWorker })).contents;
    const writing = { map: id, files: this.#files, says: () => this.#says(), contents };
    const work = () => (wasBehind ? bringUp(writing) : lookOnly(writing));
    const standing = await this.#files.alone(id, work).catch(failedBy);
    if (wasBehind && standing !== null && standing.state !== "written") this.#isBehind = true;
    this.#show(standing);
  }

  #show(standing: FileStanding | null): void {
    const waits = standing?.state === "written" && this.#isBehind;
    const shown: FileStanding | { readonly state: "writing" } | null = waits
      ? { state: "writing" }
      : standing;
    this.#line.value = shown && this.#handle && { name: this.#handle.name, ...shown };
    if (waits) this.#waitToWrite();
    const said = JSON.stringify([this.#handle?.name, standing]);
    if (said !== this.#last) this.#files.tell(this.open.id);
    this.#last = said;
  }

  /** What the map knows, with all that other tabs have brought to the disk: no write takes back what an earlier one had. */
  async #says(): Promise<string> {
    await isWritten(this.open);
    await this.open.catchUp().catch(() => undefined);
    return stateHash(this.open);
  }
}
