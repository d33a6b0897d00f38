import { palettes } from "#export/look.ts";
import type { Laid } from "#export/map-svg.ts";
import type { PngSize } from "#export/png-size.ts";
import type { PngOrder, PngReply } from "#export/png.worker.ts";
import { TilePainter } from "#export/tile-painter.ts";
import { tilesOf } from "#export/tiles.ts";

import { watchForDeath } from "#store/worker-death.ts";

/** So many tiles may be on their way to the worker: it takes them while the page paints. */
const mostWaiting = 4;

export interface Tiling {
  /** A new worker that writes PNGs: `#export/png.worker.ts`. */
  makeWorker(): Worker;
  /** Hears after each tile how much is done, from 0 to 1. */
  tell?(share: number): void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A map as a PNG of any size: painted in tiles on the page, which goes on in between, and put together in a worker. A
 * worker that dies is started once more, and all is painted again. Rejects with the signal's reason when that aborts,
 * and where the browser cannot draw the map or has no worker that lives.
 */
export async function tiledPng(laid: Laid, size: PngSize, tiling: Tiling): Promise<Blob> {
  try {
    return await attempt(laid, size, tiling);
  } catch (error) {
    if (!(error instanceof WorkerDeath) || tiling.signal?.aborted) throw error;
    return attempt(laid, size, tiling);
  }
}

async function attempt(laid: Laid, { size, scale }: PngSize, { makeWorker, tell, signal }: Tiling) {
  const painter = new TilePainter(laid, scale);
  const desk = new PngDesk(makeWorker);
  try {
    const waiting = [desk.ask({ type: "begin", size, paper: paperOf(laid) })];
    const tiles = tilesOf(size);
    for (const [at, tile] of tiles.entries()) {
      signal?.throwIfAborted();
      const pixels = await painter.paint(tile);
      waiting.push(desk.ask({ ...tile, type: "tile", pixels }, pixels ? [pixels.buffer] : []));
      if (waiting.length > mostWaiting) await waiting.shift();
      tell?.((at + 1) / tiles.length);
    }
    signal?.throwIfAborted();
    const { file } = await desk.ask({ type: "end" });
    signal?.throwIfAborted();
    return file!;
  } finally {
    desk.close();
  }
}

function paperOf({ look }: Laid): readonly [number, number, number] {
  const colour = Number.parseInt(palettes[look.theme].paper.slice(1), 16);
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

class WorkerDeath extends Error {}

/** The worker, which answers one order after the other. */
class PngDesk {
  readonly #worker: Worker;
  #stopWatching: () => void = () => undefined;
  readonly #answers: ((reply: PngReply) => void)[] = [];
  readonly #death: Promise<never>;

  constructor(makeWorker: () => Worker) {
    this.#worker = started(makeWorker);
    this.#death = new Promise((_, reject) => {
      this.#stopWatching = watchForDeath(this.#worker, () => reject(new WorkerDeath("The PNG worker died.")));
    });
    this.#death.catch(() => undefined);
    this.#worker.addEventListener("message", ({ data }: MessageEvent<PngReply | { life: string }>) => {
      if ("file" in data) this.#answers.shift()?.(data);
    });
  }

  ask(order: PngOrder, handed: Transferable[] = []): Promise<PngReply> {
    const answer = new Promise<PngReply>((resolve) => this.#answers.push(resolve));
    this.#worker.postMessage(order, handed);
    const reply = Promise.race([answer, this.#death]);
    reply.catch(() => undefined);
    return reply;
  }

  close(): void {
    this.#stopWatching();
    this.#worker.terminate();
  }
}

function started(makeWorker: () => Worker): Worker {
  try {
    return makeWorker();
  } catch {
    throw new WorkerDeath("There is no PNG worker.");
  }
}
