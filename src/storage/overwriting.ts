import type { FileOrder, FileReply } from "#storage/file-order.ts";

/** Starts the files worker. */
export type StartWriter = () => Worker;

/** A worker that leaves an order unanswered for so many milliseconds is given up, and with it the lock that its tab holds meanwhile. */
const patience = 60_000;

/** Where a private file is. */
export interface Place {
  readonly folder: string;
  readonly name: string;
}

/**
 * Writes over a private file where it stands, piece by piece, and makes it if need be. Its first piece is written last,
 * when all else is on the disk: until then the file does not begin as it did, nor as it will.
 *
 * Rejects when the browser refuses or does not answer, or another tab has the file open; what stood in the file is gone then.
 */
export async function overwrite(
  startWriter: StartWriter,
  place: Place,
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  await withFile(startWriter, place, async (ask) => {
    let first: Uint8Array<ArrayBuffer> | null = null;
    let at = 0;
    for await (const piece of pieces) {
      const isFirst = first === null;
      first ??= piece;
      await ask({ type: "write", bytes: isFirst ? new Uint8Array(piece.length) : piece, at });
      if (isFirst) await ask({ type: "flush" });
      at += piece.length;
    }
    await ask({ type: "cut", length: at });
    await ask({ type: "flush" });
    if (first !== null) await ask({ type: "write", bytes: first, at: 0 });
    await ask({ type: "flush" });
  });
}

/**
 * Writes pieces behind what stands in a file up to a place, and cuts off what comes after them. Of each the first `head`
 * bytes are written when its others are on the disk: a piece that was cut short has none. Rejects as `overwrite` does,
 * and what stood in the file up to the place stays.
 */
export async function append(
  startWriter: StartWriter,
  place: Place,
  from: { readonly at: number; readonly head: number },
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  await withFile(startWriter, place, async (ask) => {
    let { at } = from;
    await ask({ type: "cut", length: at });
    for await (const piece of pieces) {
      await ask({ type: "write", bytes: piece.slice(from.head), at: at + from.head });
      await ask({ type: "flush" });
      await ask({ type: "write", bytes: piece.slice(0, from.head), at });
      await ask({ type: "flush" });
      at += piece.length;
    }
  });
}

/** Gives up what is in a file, and the room that it takes; the file itself stays, or is made. */
export function empty(startWriter: StartWriter, place: Place): Promise<void> {
  return withFile(startWriter, place, async (ask) => {
    await ask({ type: "cut", length: 0 });
    await ask({ type: "flush" });
  });
}

type Ask = (order: FileOrder) => Promise<void>;

async function withFile(
  startWriter: StartWriter,
  place: Place,
  work: (ask: Ask) => Promise<void>,
): Promise<void> {
  const worker = startWriter();
  const ask: Ask = (order) => answerTo(worker, order);
  try {
    await ask({ type: "open", ...place });
    await work(ask).catch(async (error: unknown) => {
      if (!(error instanceof LostWorker)) await ask({ type: "close" });
      throw error;
    });
    await ask({ type: "close" });
  } finally {
    worker.terminate();
  }
}

/** The files worker has ended, could not start, or does not answer: nothing more is to be had from it. */
class LostWorker extends Error {
  override readonly name = "LostWorker";
}

/** Rejects with what the browser said, and with a `LostWorker`. */
function answerTo(worker: Worker, order: FileOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    const answered = new AbortController();
    const { signal } = answered;
    const end = (how: () => void) => {
      clearTimeout(silence);
      answered.abort();
      how();
    };
    const fail = (event: Event) => {
      event.preventDefault();
      end(() => reject(new LostWorker("The files worker died.")));
    };
    const silence = setTimeout(
      () => end(() => reject(new LostWorker("The files worker does not answer."))),
      patience,
    );
    const hear = ({ data: { failed } }: MessageEvent<FileReply>) =>
      end(() => (failed === null ? resolve() : reject(new DOMException(failed.message, failed.name))));
    worker.addEventListener("message", hear, { signal });
    worker.addEventListener("error", fail, { signal });
    worker.addEventListener("messageerror", fail, { signal });
    worker.postMessage(order, []);
  });
}
