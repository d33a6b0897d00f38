import type { MapId } from "#model/ids.ts";
import { runErrand } from "#store/errand.ts";
import type { FileOutcome, Progress, ReadMap } from "#store/reading.ts";
import type { ReadingOrder, ReadingReply } from "#store/reading.worker.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/** A worker that says nothing for so long is given up, in minutes. */
const patience = 5;

export interface FileReading {
  readonly file: File;
  /** Ids that the library has already. */
  readonly taken: readonly MapId[];
  makeWorker(): Worker;
  tell(progress: Progress): void;
  /** Ends the reading when it aborts. */
  readonly signal: AbortSignal;
}

/**
 * Reads a file in a worker of its own, which ends with it; one that dies is started once more and asked again. `null`
 * when it was cancelled. Never rejects: a worker that dies again, falls silent or answers with something else is told
 * in words.
 */
export async function readBeside({
  file,
  taken,
  makeWorker,
  tell,
  signal,
}: FileReading): Promise<FileOutcome | null> {
  const died = { refused: words.workerDied(file.name) };
  const order: ReadingOrder = { file, taken };
  const answerIn = (reply: ReadingReply) => {
    if (!("progress" in reply)) return checked(reply.outcome) ?? died;
    tell(reply.progress);
    return null;
  };
  const outcome = await runErrand({ makeWorker, order, answerIn, patience: patience * 60_000, signal });
  if (outcome === "cancelled") return null;
  if (outcome === "silent") return { refused: words.workerSilent(file.name, patience) };
  return outcome === "died" ? died : outcome;
}

/** The worker has read a stranger's file: what comes from it is taken only if it is what was asked for. */
function checked(outcome: FileOutcome): FileOutcome | null {
  if ("refused" in outcome) return typeof outcome.refused === "string" ? { refused: outcome.refused } : null;
  if ("copy" in outcome) return outcome.copy.map.claims instanceof Map ? outcome : null;
  const { id, about, claims, pieces, likeness, glimpse, images, warnings } = outcome as Partial<ReadMap>;
  const isSound =
    isText(id) &&
    [about?.title, about?.question, about?.language].every(isText) &&
    Number.isSafeInteger(claims) &&
    Array.isArray(pieces) &&
    pieces.every((piece) => piece instanceof Uint8Array) &&
    [likeness, warnings].every((texts) => Array.isArray(texts) && texts.every(isText)) &&
    isText(glimpse) &&
    images instanceof Map;
  return isSound ? outcome : null;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
