import type { MapId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { type Catalogue, entryOf } from "#store/catalogue.ts";
import { groundOf, type OpenMapParts, warm } from "#store/ground.ts";
import { normalMap } from "#store/normal-map.ts";
import { OpenMap } from "#store/open-map.ts";
import type { Handover, MapEntry, ShippedMap, Storage } from "#store/ports.ts";
import { storeWords } from "#words/store.ts";

type Needed = Pick<Storage, "log" | "library" | "settings" | "quarantine">;
type Given = Partial<Pick<Storage, "openHandover" | "safekeeping" | "keptNowhere" | "readOnly">>;

export interface MapsParts extends Needed, Given {
  readonly shipped: readonly ShippedMap[];
  /** Resolves when the first screen is painted: what can wait until then waits. */
  readonly painted?: Promise<unknown>;
}

interface Held {
  readonly map: Promise<OpenMap>;
  holders: number;
}

/**
 * The maps that are open: each once, however many hold it, until the last has let it go and all is written. One that
 * was removed from the disk stays, since it is nowhere else.
 */
export class OpenMaps {
  readonly #parts: MapsParts;
  readonly #catalogue: Catalogue;
  readonly #person: () => string;
  #handover: Handover | null = null;
  readonly #held = new Map<MapId, Held>();
  readonly #open = new Map<MapId, OpenMap>();

  /** `person` says by whose name edits are remembered. */
  constructor(parts: MapsParts, catalogue: Catalogue, person: () => string) {
    this.#parts = parts;
    this.#catalogue = catalogue;
    this.#person = person;
  }

  /** Those that are there by now. */
  get all(): Iterable<OpenMap> {
    return this.#open.values();
  }

  /** Whether all that was done to any of them is on the disk. */
  get isAllKept(): boolean {
    const states = [...this.all].map(({ saving }) => saving.peek().state);
    return states.every((state) => state === "saved" || state === "kept-nowhere");
  }

  /** From now on what is not on the disk when the page goes is left for the next visit, and what others left is done again. */
  giveHandover(handover: Handover): void {
    this.#handover = handover;
    for (const open of this.all) this.#doAgain(open);
  }

  /** The page may go. Returns at once. */
  handOver(): void {
    const steps = [...this.all].map((open) => ({ map: open.id, steps: open.steps }));
    const isLeft = this.#handover?.leave(steps.filter((left) => left.steps.length > 0));
    if (isLeft)
      void Promise.all([...this.all].map((open) => open.flush())).then(() => this.#handover?.clear());
  }

  /** The map with this line, opened now unless someone holds it. Rejects when it cannot be read. */
  hold(entry: MapEntry): Promise<OpenMap> {
    const { id } = entry;
    return this.#count(id, this.#held.get(id) ?? { map: this.#make(entry), holders: 0 });
  }

  /** A map that is held, once more; `null` for one that is not. */
  async holdAgain(id: MapId): Promise<OpenMap | null> {
    const held = this.#held.get(id);
    return held === undefined ? null : this.#count(id, held);
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

  shipped(id: MapId): ShippedMap | null {
    return this.#parts.shipped.find((shipped) => shipped.id === id) ?? null;
  }

  async #count(id: MapId, held: Held): Promise<OpenMap> {
    held.holders++;
    this.#held.set(id, held);
    try {
      const open = await held.map;
      this.#open.set(id, open);
      this.#doAgain(open);
      return open;
    } catch (error) {
      this.#held.delete(id);
      throw error;
    }
  }

  #doAgain(open: OpenMap): void {
    const handover = this.#handover;
    if (!handover?.hasSteps(open.id)) return;
    const again = import("#store/handing-over.ts").then(({ doAgain }) => doAgain(open, handover));
    again.catch(() => undefined);
  }

  async #letGo(id: MapId): Promise<void> {
    const held = this.#held.get(id);
    if (held === undefined) return;
    held.holders--;
    const open = await held.map;
    await open.flush();
    const isLast = held.holders <= 0 && this.#held.get(id) === held;
    if (isLast && !open.isRemoved.peek()) await this.#free(open);
  }

  async #free(open: OpenMap): Promise<void> {
    await open.flush();
    this.drop(open);
  }

  async #make(entry: MapEntry): Promise<OpenMap> {
    const shipped = this.shipped(entry.id);
    const parts = this.#partsOf(entry.id, shipped);
    if (shipped !== null && entry.editedAt === 0) {
      const open = new OpenMap(parts, normalMap(await shipped.load()));
      void open.catchUp().catch(() => undefined);
      void Promise.resolve(this.#parts.painted).then(() => warm(shipped));
      return open;
    }
    const ground = await parts.ground(emptyMap(entry.id), true);
    if (ground === null) throw new Error(storeWords.nothingFound);
    return new OpenMap(parts, ground);
  }

  #partsOf(id: MapId, shipped: ShippedMap | null): OpenMapParts {
    const { log, keptNowhere = null, readOnly = null } = this.#parts;
    const origins = { id, log, shipped, isExpected: shipped === null, person: this.#person };
    return {
      id,
      log,
      keptNowhere,
      readOnly,
      ground: (like, orSeed) => groundOf(origins, like, orSeed),
      entry: (map) => this.#entryAfter(map),
      closed: () => void this.#letGo(id),
    };
  }

  #entryAfter(map: ArgumentMap): MapEntry {
    const entry = entryOf(map, this.#catalogue.get(map.id));
    this.#catalogue.show(entry);
    return entry;
  }
}
