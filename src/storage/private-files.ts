/** Whether this browser gives a page files of its own, in a form in which they were tried. */
export function hasPrivateFiles(): boolean {
  return (
    "storage" in navigator &&
    "getDirectory" in navigator.storage &&
    "createWritable" in FileSystemFileHandle.prototype
  );
}

/** The app's folder among the origin's private files; `null` when there is none, or the browser refuses. */
export async function privateFolder(name: string): Promise<FileSystemDirectoryHandle | null> {
  if (!hasPrivateFiles()) return null;
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(name);
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

/** A file of the folder, or `null` when there is none. */
export async function privateFile(folder: FileSystemDirectoryHandle, name: string): Promise<File | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    unlessMissing(error);
    return null;
  }
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "NotFoundError")) throw error;
}
