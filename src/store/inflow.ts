import type { MapId } from "#model/ids.ts";
import type { LiveMap } from "#store/live.ts";
import { lossesOf } from "#store/losses.ts";
import type { UpdateLog } from "#store/ports.ts";
import type { Shown } from "#store/shown.ts";

/** Takes into an open map's document what came to its log since it was read, and tells what the disk has lost. */
export class Inflow {
  readonly #id: MapId;
  readonly #log: UpdateLog;
  readonly #shown: Shown;
  /** The last record that was read. */
  lastSeq = 0;

  constructor(id: MapId, log: UpdateLog, shown: Shown) {
    this.#id = id;
    this.#log = log;
    this.#shown = shown;
  }

  /** Rejects when the disk cannot be read. */
  async take(live: LiveMap): Promise<void> {
    const { updates, lastSeq, damaged } = await this.#log.load(this.#id, this.lastSeq);
    this.lastSeq = Math.max(this.lastSeq, lastSeq);
    this.#receive(live, updates);
    if (damaged > 0 || live.waits) await this.#findLosses(live);
  }

  /** The person goes on with what is here, which stands in the log as a whole by now: what no document can be made of is set aside. */
  async mend(live: LiveMap): Promise<void> {
    const { areUnusable } = await import("#store/mending.ts");
    await this.#log.mend(this.#id, areUnusable);
    await this.#findLosses(live);
  }

  /** Something does not fit: all that the disk has may mend it, and tells what is lost. */
  async #findLosses(live: LiveMap): Promise<void> {
    const all = await this.#log.load(this.#id);
    this.#receive(live, all.updates);
    this.#shown.tellLosses(lossesOf(all, live));
  }

  #receive(live: LiveMap, updates: readonly Uint8Array[]): void {
    const change = live.receive(updates);
    this.#shown.show(live, change && { label: "", change, by: "elsewhere" });
  }
}
