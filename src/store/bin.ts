import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Catalogue } from "#store/catalogue.ts";
import { DaysOfUse } from "#store/days-of-use.ts";
import type { Library, MapEntry, SettingsPort } from "#store/ports.ts";

/** A deleted map, and how many days of use it still stays. */
export interface Binned {
  readonly entry: MapEntry;
  readonly daysLeft: number;
}

/** The deleted maps. They stay for thirty days on which the app is used, and then go for good. */
export class Bin {
  /** What was put into it last comes first. */
  readonly maps: ReadonlySignal<readonly Binned[]>;
  readonly #catalogue: Catalogue;
  readonly #library: Library;
  readonly #use: DaysOfUse;
  readonly #noted = signal(0);

  constructor(catalogue: Catalogue, library: Library, settings: SettingsPort) {
    this.#catalogue = catalogue;
    this.#library = library;
    this.#use = new DaysOfUse(settings);
    this.maps = computed(() => {
      void this.#noted.value;
      return catalogue.bin.value.map((entry) => ({ entry, daysLeft: this.#daysLeft(entry) }));
    });
  }

  /** Puts a map into the bin: its days begin to count. */
  async put(entry: MapEntry): Promise<void> {
    await this.#use.note();
    await this.#catalogue.put({ ...entry, deletedAt: Date.now(), binnedOn: this.#use.count });
  }

  async takeOut(entry: MapEntry): Promise<void> {
    const { id, title, question, claims, editedAt, shipped } = entry;
    await this.#catalogue.put({ id, title, question, claims, editedAt, shipped, deletedAt: null });
  }

  /** Counts today, and removes for good what has stayed its days. */
  async keepHouse(): Promise<void> {
    await this.#use.note();
    this.#noted.value++;
    for (const entry of this.#catalogue.bin.peek()) {
      if (entry.binnedOn === undefined || entry.binnedOn > this.#use.count)
        await this.#catalogue.put({ ...entry, binnedOn: this.#use.count });
      else if (this.#daysLeft(entry) === 0 && entry.shipped === null)
        await this.#library.removeForGood(entry);
    }
    await this.#library.clearRemoved();
    await this.#catalogue.renew();
  }

  #daysLeft({ binnedOn }: MapEntry): number {
    return this.#use.left(binnedOn ?? this.#use.count);
  }
}
