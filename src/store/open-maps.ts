import type { MapId } from "#model/ids.ts";
import type { OpenMap } from "#store/open-map.ts";

interface Held {
  readonly map: Promise<OpenMap>;
  holders: number;
}

/**
 * The maps that are open: each once, however many hold it, until the last has let it go and all is written. One that
 * was removed from the disk stays, since it is nowhere else.
 */
export class OpenMaps {
  readonly #held = new Map<MapId, Held>();
  readonly #open = new Map<MapId, OpenMap>();

  /** Those that are there by now. */
  get all(): Iterable<OpenMap> {
    return this.#open.values();
  }

  /** A map that is held, once more; `null` for one that is not. */
  async holdAgain(id: MapId): Promise<OpenMap | null> {
    const held = this.#held.get(id);
    return held === undefined ? null : this.hold(id, () => held.map);
  }

  /** The map, made now unless someone holds it. Rejects as `make` does. */
  async hold(id: MapId, make: () => Promise<OpenMap>): Promise<OpenMap> {
    const held = this.#held.get(id) ?? { map: make(), holders: 0 };
    held.holders++;
    this.#held.set(id, held);
    try {
      const open = await held.map;
      this.#open.set(id, open);
      return open;
    } catch (error) {
      this.#held.delete(id);
      throw error;
    }
  }

  async letGo(id: MapId): Promise<void> {
    const held = this.#held.get(id);
    if (held === undefined) return;
    held.holders--;
    const open = await held.map;
    await open.flush();
    const isLast = held.holders <= 0 && this.#held.get(id) === held;
    if (isLast && !open.isRemoved.peek()) await this.#free(open);
  }

  /** Lets go of a map that is kept as another by now, whoever holds it. */
  drop(open: OpenMap): void {
    this.#held.delete(open.id);
    this.#open.delete(open.id);
    open.destroy();
  }

  /** Lets go of all, once it is on the disk. */
  async close(): Promise<void> {
    for (const { map } of this.#held.values()) await this.#free(await map);
  }

  async #free(open: OpenMap): Promise<void> {
    await open.flush();
    this.drop(open);
  }
}
