import { answerWithin, untilClosed } from "#storage/lost-connections.ts";

/** How long this door may take to open, in milliseconds. */
const PATIENCE = 1000;

/**
 * Works on a database that is opened by a frame of its own. Chromium may never again answer a page whose connections
 * it closed while the page was opening others; it answers a frame of that page at once, as it would a new tab. What a
 * frame reads is made of the frame's own classes, so this door is for writing only.
 *
 * Rejects with the browser's error, when it does not answer here either, and where the database is not there in just
 * this version: it is made nowhere but at the front door.
 */
export async function throughSideDoor<Result>(
  { name, version }: { readonly name: string; readonly version: number },
  work: (database: IDBDatabase) => Promise<Result>,
): Promise<Result> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  try {
    const database = await answerWithin(PATIENCE, open(frame.contentWindow!.indexedDB, name, version));
    const result = await untilClosed(database, work);
    database.close();
    return result;
  } finally {
    frame.remove();
  }
}

function open(factory: IDBFactory, name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version);
    request.addEventListener("upgradeneeded", () => request.transaction?.abort());
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () =>
      reject(new DOMException(request.error?.message, request.error?.name)),
    );
  });
}
