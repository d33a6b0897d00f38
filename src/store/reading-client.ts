import type { MapId } from "#model/ids.ts";
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
 * Reads a file in a worker of its own, which ends with it. `null` when it was cancelled. Never rejects: a worker that
 * dies, falls silent or answers with something else is told in words.
 */
export function readBeside(reading: FileReading): Promise<FileOutcome | null> {
  const { file, taken, signal, makeWorker, tell } = reading;
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (outcome: FileOutcome | null) => {
      clearTimeout(timer);
      worker?.terminate();
      resolve(outcome);
    };
    const died = () => end({ refused: words.workerDied(file.name) });
    const wait = () => {
      clearTimeout(timer);
      const silent = () => end({ refused: words.workerSilent(file.name, patience) });
      timer = setTimeout(silent, patience * 60_000);
    };
    const receive = ({ data }: MessageEvent<ReadingReply>) => {
      wait();
      if ("progress" in data) tell(data.progress);
      else end(checked(data.outcome) ?? { refused: words.workerDied(file.name) });
    };
    if (signal.aborted) return resolve(null);
    signal.addEventListener("abort", () => end(null));
    try {
      worker = makeWorker();
      worker.addEventListener("message", receive);
      for (const type of ["error", "messageerror"])
        worker.addEventListener(type, (event) => {
          event.preventDefault();
          died();
        });
      worker.postMessage({ file, taken } satisfies ReadingOrder, []);
      wait();
    } catch {
      died();
    }
  });
}

/** The worker has read a stranger's file: what comes from it is taken only if it is what was asked for. */
function checked(outcome: FileOutcome): FileOutcome | null {
  if ("refused" in outcome) return typeof outcome.refused === "string" ? { refused: outcome.refused } : null;
  if ("copy" in outcome) return outcome.copy.map.claims instanceof Map ? outcome : null;
  const { id, about, claims, pieces, warnings } = outcome as Partial<ReadMap>;
  const isSound =
    isText(id) &&
    [about?.title, about?.question, about?.language].every(isText) &&
    Number.isSafeInteger(claims) &&
    Array.isArray(pieces) &&
    pieces.every((piece) => piece instanceof Uint8Array) &&
    Array.isArray(warnings) &&
    warnings.every(isText);
  return isSound ? outcome : null;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
