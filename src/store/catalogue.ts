import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Library, MapEntry, ShippedMap } from "#store/ports.ts";

/** All maps that there are for this person: those in the library, and the shipped ones that it has no line for. */
export class Catalogue {
  /** Latest edited first; maps that no one edited follow in the order in which they are shipped. */
  readonly entries: ReadonlySignal<readonly MapEntry[]>;
  /** What was put into the bin, latest first. */
  readonly bin: ReadonlySignal<readonly MapEntry[]>;
  readonly #library: Library;
  readonly #kept = signal<ReadonlyMap<MapId, MapEntry>>(new Map());
  readonly #all: ReadonlySignal<ReadonlyMap<MapId, MapEntry>>;
  readonly #stop: () => void;
  #onDisk: ReadonlySet<MapId> = new Set();

  private constructor(library: Library, shipped: readonly ShippedMap[]) {
    this.#library = library;
    const lines = shipped.map(shippedEntry);
    this.#all = computed(
      () => new Map([...lines.map((line) => [line.id, line] as const), ...this.#kept.value]),
    );
    this.entries = computed(() =>
      [...this.#all.value.values()]
        .filter(({ deletedAt }) => deletedAt === null)
        .toSorted((a, b) => b.editedAt - a.editedAt),
    );
    this.bin = computed(() =>
      [...this.#all.value.values()]
        .filter(({ deletedAt }) => deletedAt !== null)
        .toSorted((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0)),
    );
    this.#stop = library.watch(() => void this.renew().catch(() => undefined));
  }

  /** Rejects when the library cannot be read: it is never shown empty instead. */
  static async open(library: Library, shipped: readonly ShippedMap[]): Promise<Catalogue> {
    const catalogue = new Catalogue(library, shipped);
    await catalogue.renew();
    return catalogue;
  }

  /** The line of a map, in the bin or not. */
  get(id: MapId): MapEntry | undefined {
    return this.#all.peek().get(id);
  }

  /** Shows a line that is on its way to the disk by other means. */
  show(entry: MapEntry): void {
    this.#kept.value = new Map(this.#kept.peek()).set(entry.id, entry);
  }

  /** Shows a line that has come to the disk by other means. */
  showKept(entry: MapEntry): void {
    this.#onDisk = new Set(this.#onDisk).add(entry.id);
    this.show(entry);
  }

  /** Writes a line. Rejects, and shows what the disk has, when it cannot. */
  async put(entry: MapEntry): Promise<void> {
    this.show(entry);
    try {
      await this.#library.put(entry);
    } catch (error) {
      await this.renew();
      throw error;
    }
  }

  close(): void {
    this.#stop();
  }

  /** Shows what the disk has; a line of an edit that is still on its way there stays. */
  async renew(): Promise<void> {
    const read = new Map((await this.#library.list()).map((entry) => [entry.id, entry]));
    const isOnItsWay = ({ id, editedAt }: MapEntry) => {
      const there = read.get(id);
      return there === undefined ? editedAt > 0 && !this.#onDisk.has(id) : editedAt > there.editedAt;
    };
    const onTheirWay = [...this.#kept.peek().values()].filter(isOnItsWay);
    this.#onDisk = new Set(read.keys());
    this.#kept.value = new Map([...read, ...onTheirWay.map((entry) => [entry.id, entry] as const)]);
  }
}

/** A map's line after an edit made now. */
export function entryOf(
  map: Pick<ArgumentMap, "id" | "about"> & { readonly claims: { readonly size: number } },
  before: MapEntry | undefined,
): MapEntry {
  return {
    id: map.id,
    title: map.about.title,
    question: map.about.question,
    claims: map.claims.size,
    editedAt: Date.now(),
    shipped: before?.shipped ?? null,
    deletedAt: before?.deletedAt ?? null,
    ...(before?.binnedOn !== undefined && { binnedOn: before.binnedOn }),
  };
}

function shippedEntry({ id, title, question, claims }: ShippedMap): MapEntry {
  return { id, title, question, claims, editedAt: 0, shipped: id, deletedAt: null };
}
