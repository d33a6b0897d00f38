/**
 * The files worker: writes a private file where it stands, which a page cannot. It takes one `FileOrder` after the
 * other and answers each with a `FileReply`.
 */
import type { FileOrder, FileReply } from "#storage/file-order.ts";

let file: FileSystemSyncAccessHandle | null = null;

addEventListener("message", ({ data }: MessageEvent<FileOrder>) => void answer(data));

async function answer(order: FileOrder): Promise<void> {
  postMessage({ failed: await failureOf(order) } satisfies FileReply);
}

async function failureOf(order: FileOrder): Promise<FileReply["failed"]> {
  try {
    await obey(order);
    return null;
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
    return { name, message };
  }
}

async function obey(order: FileOrder): Promise<void> {
  switch (order.type) {
    case "open":
      file = await open(order.folder, order.name);
      return;
    case "write":
      return writeAll(order.bytes, order.at);
    case "cut":
      return file?.truncate(order.length);
    case "flush":
      return file?.flush();
    case "close":
      return file?.close();
  }
}

/** What is there is not made again: on a full disk, Firefox gives no file that it could make. */
async function open(folder: string, name: string): Promise<FileSystemSyncAccessHandle> {
  const root = await navigator.storage.getDirectory();
  const found = await orMade((create) => root.getDirectoryHandle(folder, { create }));
  const handle = await orMade((create) => found.getFileHandle(name, { create }));
  return handle.createSyncAccessHandle();
}

async function orMade<Handle>(get: (create: boolean) => Promise<Handle>): Promise<Handle> {
  try {
    return await get(false);
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return get(true);
    throw error;
  }
}

/** On a full disk Chromium writes as much as there is room for, and says only how much that was. */
function writeAll(bytes: Uint8Array<ArrayBuffer>, at: number): void {
  const written = file?.write(bytes, { at });
  if (written !== bytes.length)
    throw new DOMException(`${written} of ${bytes.length} bytes were written.`, "QuotaExceededError");
}
