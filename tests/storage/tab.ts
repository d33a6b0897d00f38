import { Database } from "#storage/database.ts";
import { foldMap, type FoldingParts, type Outcome } from "#storage/folding.ts";
import type { Measure } from "#storage/measure.ts";
import { openStorage, UPGRADES } from "#storage/open-storage.ts";
import type { Folder, Storage } from "#store/ports.ts";
import { areSameDocument, foldUpdates } from "#store/folding.ts";
import { LiveMap } from "#store/live.ts";
import type { Random } from "../random-map.ts";
import { graveyard, randomChange } from "../store/random-change.ts";
import { written } from "../store/written.ts";
import { map } from "./device.ts";

export const few: Measure = { updates: 3, bytes: 1_000_000 };

/** The fold itself, without a worker around it. */
export const onPage: Folder = {
  fold: async (updates) => foldUpdates(updates),
  areSame: async (ways) => areSameDocument(ways),
};

/** One tab: it writes, reads and folds, on connections of its own. */
export class Tab {
  readonly storage: Storage;
  readonly live = new LiveMap(map, []);
  readonly #folding: FoldingParts | null;
  readonly #graves = graveyard();
  #lastSeq = 0;

  constructor(storage: Storage, folding: FoldingParts | null) {
    this.storage = storage;
    this.#folding = folding;
  }

  /** Writes a random edit; returns its bytes at once. */
  edit(random: Random): { readonly bytes: Uint8Array<ArrayBuffer>; readonly kept: Promise<number> } | null {
    this.live.run(randomChange(random, this.live.map, this.#graves), "edit", null);
    const bytes = this.live.takeUpdate();
    if (bytes === null) return null;
    const record = { map, client: this.live.client, label: "edit", bytes, change: null };
    return { bytes, kept: this.storage.log.append([record]) };
  }

  async catchUp(): Promise<void> {
    const { updates, lastSeq } = await this.storage.log.load(map, this.#lastSeq);
    this.#lastSeq = Math.max(this.#lastSeq, lastSeq);
    this.live.receive(updates);
  }

  async fold(): Promise<Outcome> {
    return this.#folding === null ? "impossible" : foldMap(this.#folding, map);
  }
}

export async function openTab(name: string, folder: Folder = onPage, enough = few): Promise<Tab> {
  const database = new Database({
    name,
    upgrades: UPGRADES,
    say: () => undefined,
    askReload: () => undefined,
  });
  return new Tab(await openStorage({ name }), { database, folder, enough });
}

/** What a document of these updates says. */
export function said(updates: readonly Uint8Array[]): string {
  return written(new LiveMap(map, updates).map);
}
