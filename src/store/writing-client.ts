import type { ArgumentMap } from "#model/map.ts";
import { runErrand } from "#store/errand.ts";
import { likenessOf } from "#store/likeness.ts";
import { inTurns, type Watched } from "#store/turns.ts";
import type { WritingForm } from "#store/writing.ts";
import type { WritingOrder, WritingReply } from "#store/writing.worker.ts";

/** With more claims, writing a map is worth a worker: it would hold the page up for a tenth of a second. */
const MANY = 1000;

/** How a file is written. */
export interface Writing extends Watched {
  makeWorker(): Worker;
}

/**
 * Writes a map as a file; a large one in a worker of its own, which ends with it. One that dies is
 * started once more; where that dies too, or none can be had, it is written on the page. Rejects with what the writer
 * throws, and with the signal's reason when that aborts.
 */
export async function writeBeside(map: ArgumentMap, form: WritingForm, writing: Writing): Promise<Blob> {
  const { signal } = writing;
  if (map.claims.size <= MANY) return writeHere(map, form);
  const pieces = await inTurns(likenessOf(map), writing);
  const order: WritingOrder = { id: map.id, pieces, form };
  const reply = await runErrand({
    makeWorker: () => writing.makeWorker(),
    order,
    answerIn: (each: WritingReply) => each,
    signal,
  });
  signal?.throwIfAborted();
  if (typeof reply === "string") return writeHere(map, form);
  if ("failed" in reply) throw new Error(reply.failed);
  return reply.file;
}

/** The writers are loaded when they are wanted. */
async function writeHere(map: ArgumentMap, form: WritingForm): Promise<Blob> {
  const { writeMap } = await import("#store/writing.ts");
  return writeMap(map, form);
}
