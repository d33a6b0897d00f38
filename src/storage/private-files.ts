/** Whether this browser gives a page files of its own that it can write from where it stands. */
export function hasPrivateFiles(): boolean {
  return (
    "storage" in navigator &&
    "getDirectory" in navigator.storage &&
    "createWritable" in FileSystemFileHandle.prototype
  );
}

/** The app's folder among the origin's private files; `null` when there is none, or the browser refuses. */
export async function privateFolder(name: string, create = false): Promise<FileSystemDirectoryHandle | null> {
  if (!hasPrivateFiles()) return null;
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(name, { create });
  } catch {
    return null;
  }
}

/** The lock that whoever writes the copies of a library holds, in whatever tab. */
export function copyLock(name: string): string {
  return `${name} second copy`;
}

export async function removePrivateFolder(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(name, { recursive: true }).catch(unlessMissing);
}

export async function removePrivateFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await folder.removeEntry(name).catch(unlessMissing);
}

/** A file of the folder, or `null` when there is none. */
export async function privateFile(folder: FileSystemDirectoryHandle, name: string): Promise<File | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    unlessMissing(error);
    return null;
  }
}

/** Writes a file anew, piece by piece. It is there as a whole when this resolves, and until then as it was. */
export async function writePrivateFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>> | Iterable<Blob>,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  try {
    for await (const piece of pieces) await stream.write(piece);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "NotFoundError")) throw error;
}
