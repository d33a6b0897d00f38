import {
  type ArchiveContents,
  hasEnd,
  hasMark,
  headOf,
  isWholeArchive,
  writeArchive,
} from "#storage/archive-file.ts";
import type { ArchiveHead } from "#storage/archive.ts";
import { empty, overwrite, type StartWriter } from "#storage/overwriting.ts";
import { copyLock, hasPrivateFiles, privateFile, privateFolder } from "#storage/private-files.ts";
import { BACKUP_MARK } from "#store/ports.ts";

/** The two files that are written in turn, so that one is always whole. */
const TURNS = ["copy-1", "copy-2"] as const;
const ASIDE = "set-aside";

interface Turn {
  readonly name: string;
  readonly file: File | null;
  /** `null` when the file is not there, or not whole as far as its two ends show. */
  readonly head: ArchiveHead | null;
}

/** How much of a copy that is set aside is in memory at a time. */
const STRIDE = 1_048_576;

/**
 * A second copy of everything among the browser's private files, which do not share the database's fate.
 * Two files take turns, under a lock that all tabs share: one is written only when the other was read through and is
 * whole. They are made once and then written where they stand, since on a full disk a browser may lose its list of files.
 */
export class SecondCopy {
  readonly #name: string;
  readonly #startWriter: StartWriter | null;

  /** `name` is that of the database whose copy it is. Without a writer it is only read. */
  constructor(name: string, startWriter: StartWriter | null = null) {
    this.#name = name;
    this.#startWriter = startWriter;
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

  /** Brings the images, then writes what `contents` gives, over the file that can be spared, when the library differs from the latest writing. */
  async write(
    stamp: string,
    contents: (generation: number) => Promise<ArchiveContents>,
    bringImages: (startWriter: StartWriter, mayDrop: boolean) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.#alone(async (startWriter) => {
      const turns = await this.#turns();
      if (turns[0]?.head?.stamp === stamp) return;
      await bringImages(startWriter, (await this.aside()) === null);
      const generation = 1 + Math.max(...turns.map(({ head }) => head?.generation ?? 0));
      const spare = await spareOf(turns);
      for (const { name, file } of turns) if (file === null) await empty(startWriter, this.#placeOf(name));
      await overwrite(startWriter, this.#placeOf(spare.name), writeArchive(await contents(generation)));
    });
  }

  /** Keeps a copy out of the turns, so that nothing writes over it. */
  async setAside(file: Blob): Promise<void> {
    await this.#alone(async (startWriter) => {
      await overwrite(startWriter, this.#placeOf(ASIDE), piecesOf(file));
      for (const name of TURNS) await empty(startWriter, this.#placeOf(name));
    });
  }

  async dropAside(): Promise<void> {
    if ((await this.aside()) === null) return;
    await this.#alone((startWriter) => empty(startWriter, this.#placeOf(ASIDE)));
  }

  async #alone(work: (startWriter: StartWriter) => Promise<void>): Promise<void> {
    const startWriter = this.#startWriter;
    if (startWriter === null || !hasPrivateFiles()) return;
    await navigator.locks.request(copyLock(this.#name), () => work(startWriter));
  }

  #placeOf(name: string) {
    return { folder: this.#name, name };
  }

  /** Both files, the latest first. */
  async #turns(): Promise<readonly [latest: Turn, older: Turn]> {
    const folder = await privateFolder(this.#name);
    const [one, other] = await Promise.all([turnOf(folder, TURNS[0]), turnOf(folder, TURNS[1])]);
    return (other.head?.generation ?? 0) > (one.head?.generation ?? 0) ? [other, one] : [one, other];
  }
}

/** The file to write over: the older one, or the latest where that has turned out to be damaged and the older one has not. */
async function spareOf([latest, older]: readonly [Turn, Turn]): Promise<Turn> {
  const isSound = async ({ head, file }: Turn) => head !== null && file !== null && isWholeArchive(file);
  return !(await isSound(latest)) && (await isSound(older)) ? latest : older;
}

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0, length = BACKUP_MARK.length; at < file.size; at += length, length = STRIDE)
    yield new Uint8Array(await file.slice(at, at + length).arrayBuffer());
}

async function turnOf(folder: FileSystemDirectoryHandle | null, name: string): Promise<Turn> {
  const file = folder === null ? null : await privateFile(folder, name);
  const isClosed = file !== null && (await hasMark(file)) && (await hasEnd(file));
  const head = isClosed ? await headOf(file) : null;
  return { name, file, head };
}
