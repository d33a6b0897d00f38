import type { MapId } from "#model/ids.ts";
import type { OpenMap } from "#store/open-map.ts";
import type { MapEntry } from "#store/ports.ts";
import type { Watched } from "#store/turns.ts";

/** A map that is open or being opened. */
interface Held {
  readonly map: Promise<OpenMap>;
  /** The same, once it is there. */
  open: OpenMap | null;
  /** Who hears how far the opening is. */
  readonly tellers: Set<(share: number) => void>;
  /** Ends the opening. */
  readonly ending: AbortController;
  holders: number;
}

/**
 * The maps that are open, each of them once, however many hold it. One that was removed from the disk stays, since it is
 * nowhere else.
 */
export class Holdings {
  readonly #open: (entry: MapEntry, watched: Watched) => Promise<OpenMap>;
  readonly #held = new Map<MapId, Held>();

  constructor(open: (entry: MapEntry, watched: Watched) => Promise<OpenMap>) {
    this.#open = open;
  }

  /** Those that are there by now. */
  get all(): readonly OpenMap[] {
    return [...this.#held.values()].flatMap(({ open }) => open ?? []);
  }

  /**
   * The map, open. Whoever is given it lets it go once. Rejects when it cannot be opened, and with the signal's reason
   * when that aborts: if no one else waits for the map, its opening ends.
   */
  async hold(entry: MapEntry, { tell, signal }: Watched = {}): Promise<OpenMap> {
    const held = this.#held.get(entry.id) ?? this.#begin(entry);
    held.holders++;
    if (tell !== undefined) held.tellers.add(tell);
    try {
      return await unlessAborted(held.map, signal);
    } catch (error) {
      this.#giveUp(entry.id, held);
      throw error;
    } finally {
      if (tell !== undefined) held.tellers.delete(tell);
    }
  }

  /** A map that is held, once more; `null` for one that is not. */
  async holdAgain(id: MapId): Promise<OpenMap | null> {
    const held = this.#held.get(id);
    if (held === undefined) return null;
    held.holders++;
    return held.map;
  }

  /** Lets go of a map that is kept as another by now, whoever holds it. */
  drop(open: OpenMap): void {
    this.#held.delete(open.id);
    open.destroy();
  }

  /** Its holder is done with it: it is freed once all is written and no one else holds it. */
  async letGo(id: MapId): Promise<void> {
    const held = this.#held.get(id);
    if (held === undefined) return;
    held.holders--;
    const open = await held.map;
    await open.flush();
    const isLast = held.holders <= 0 && this.#held.get(id) === held;
    if (isLast && !open.isRemoved.peek()) await this.#free(open);
  }

  /** Frees all, once they are written. */
  async close(): Promise<void> {
    for (const { map } of this.#held.values()) await this.#free(await map);
  }

  #begin(entry: MapEntry): Held {
    const tellers = new Set<(share: number) => void>();
    const ending = new AbortController();
    const tell = (share: number) => tellers.forEach((teller) => teller(share));
    const map = this.#open(entry, { tell, signal: ending.signal });
    const held: Held = { map, open: null, tellers, ending, holders: 0 };
    this.#held.set(entry.id, held);
    map.then(
      (open) => (held.open = open),
      () => this.#forget(entry.id, held),
    );
    return held;
  }

  #giveUp(id: MapId, held: Held): void {
    held.holders--;
    if (held.holders > 0) return;
    this.#forget(id, held);
    held.ending.abort();
    // It may have come to be open in the same moment.
    held.map.then(
      (open) => open.destroy(),
      () => undefined,
    );
  }

  #forget(id: MapId, held: Held): void {
    if (this.#held.get(id) === held) this.#held.delete(id);
  }

  async #free(open: OpenMap): Promise<void> {
    await open.flush();
    this.drop(open);
  }
}

function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
