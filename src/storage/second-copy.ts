import { type ArchiveContents, hasEnd, headOf, writeArchive } from "#storage/archive-file.ts";
import type { ArchiveHead } from "#storage/archive.ts";
import {
  copyLock,
  hasPrivateFiles,
  privateFile,
  privateFolder,
  writePrivateFile,
} from "#storage/private-files.ts";

/** The two files that are written in turn, so that one is always whole. */
const TURNS = ["copy-1", "copy-2"] as const;
const ASIDE = "set-aside";

interface Turn {
  readonly name: string;
  readonly file: File | null;
  /** `null` when the file is not there, or not whole as far as its two ends show. */
  readonly head: ArchiveHead | null;
}

/**
 * A second copy of everything among the browser's private files, which do not share the database's fate.
 * Two files take turns, under a lock that all tabs share: whatever happens while one is written, the other serves.
 */
export class SecondCopy {
  readonly #name: string;

  /** `name` is that of the database whose copy it is. */
  constructor(name: string) {
    this.#name = name;
  }

  /** The head of the latest writing; `null` when there is none. */
  async latest(): Promise<ArchiveHead | null> {
    const [first] = await this.#turns();
    return first?.head ?? null;
  }

  /** The copies to restore from, the latest first. One that looks damaged comes last: what is whole in it may be all there is. */
  async files(): Promise<readonly File[]> {
    return (await this.#turns()).flatMap(({ file }) => (file === null || file.size === 0 ? [] : [file]));
  }

  /** The copy that was set aside; `null` when there is none. */
  async aside(): Promise<File | null> {
    const folder = await privateFolder(this.#name);
    const file = folder === null ? null : await privateFile(folder, ASIDE);
    return file === null || file.size === 0 ? null : file;
  }

  /** Writes what `contents` gives, over the older file, when the library differs from the latest writing. */
  async write(stamp: string, contents: (generation: number) => Promise<ArchiveContents>): Promise<void> {
    if (!hasPrivateFiles()) return;
    await navigator.locks.request(copyLock(this.#name), async () => {
      const folder = await privateFolder(this.#name, true);
      const [latest, older] = await this.#turns();
      if (folder === null || older === undefined || latest?.head?.stamp === stamp) return;
      const generation = 1 + Math.max(latest?.head?.generation ?? 0, older.head?.generation ?? 0);
      await writePrivateFile(folder, older.name, writeArchive(await contents(generation)));
    });
  }

  /** Keeps a copy out of the turns, so that nothing writes over it. */
  async setAside(file: Blob): Promise<void> {
    const folder = await privateFolder(this.#name);
    if (folder === null) return;
    await writePrivateFile(folder, ASIDE, [file]);
    for (const name of TURNS) await folder.removeEntry(name).catch(() => undefined);
  }

  async dropAside(): Promise<void> {
    const folder = await privateFolder(this.#name);
    await folder?.removeEntry(ASIDE).catch(() => undefined);
  }

  /** Both files, the latest first. */
  async #turns(): Promise<readonly Turn[]> {
    const folder = await privateFolder(this.#name);
    const turns = await Promise.all(TURNS.map((name) => turnOf(folder, name)));
    return turns.toSorted((a, b) => (b.head?.generation ?? 0) - (a.head?.generation ?? 0));
  }
}

async function turnOf(folder: FileSystemDirectoryHandle | null, name: string): Promise<Turn> {
  const file = folder === null ? null : await privateFile(folder, name);
  const head = file !== null && (await hasEnd(file)) ? await headOf(file) : null;
  return { name, file, head };
}
