import type { MapId } from "#model/ids.ts";
import type { FoldingParts } from "#storage/folding.ts";
import { isEnough, type Measure, measure } from "#storage/measure.ts";
import { type Sifted, sinceNewest } from "#storage/reading.ts";
import type { KeptUpdate } from "#storage/schema.ts";
import { whenIdle } from "#store/turns.ts";

const NOTHING: Measure = { updates: 0, bytes: 0 };

/** How much the log of each map has grown since its last snapshot, as far as this tab knows; folds it in a quiet moment. */
export class Growth {
  readonly #parts: FoldingParts;
  readonly #grown = new Map<MapId, Measure>();
  readonly #due = new Set<MapId>();

  constructor(parts: FoldingParts) {
    this.#parts = parts;
  }

  /** Hears what a map's log was found to hold, or to have grown by. */
  read(map: MapId, whole: Sifted, isAll: boolean): void {
    if (isAll) this.#grown.set(map, measure(sinceNewest(whole)));
    else this.#grow(map, measure(whole.updates));
    this.#look(map);
  }

  /** Hears what was written to the log. */
  wrote(updates: readonly Pick<KeptUpdate, "map" | "bytes">[]): void {
    for (const update of updates) {
      this.#grow(update.map, measure([update]));
      this.#look(update.map);
    }
  }

  #grow(map: MapId, by: Measure): void {
    const before = this.#grown.get(map) ?? NOTHING;
    this.#grown.set(map, { updates: before.updates + by.updates, bytes: before.bytes + by.bytes });
  }

  #look(map: MapId): void {
    if (this.#due.has(map) || !isEnough(this.#grown.get(map) ?? NOTHING, this.#parts.enough)) return;
    this.#due.add(map);
    whenIdle(() => void this.#fold(map).catch(() => undefined));
  }

  /** Whatever comes of it, the next try waits until as much has come again; but not where another tab was at it. */
  async #fold(map: MapId): Promise<void> {
    const grown = this.#grown.get(map) ?? NOTHING;
    this.#grown.set(map, NOTHING);
    const { foldMap } = await import("#storage/folding.ts");
    const outcome = await foldMap(this.#parts, map);
    if (outcome === "taken") this.#grow(map, grown);
    this.#due.delete(map);
  }
}
