import { effect, type ReadonlySignal } from "@preact/signals-core";
import type { Command, Refusal } from "#commands/command.ts";
import { editAbout } from "#commands/edit-about.ts";
import { resetTo } from "#commands/reset-to.ts";
import type { Change } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { ImageBytes } from "#model/image.ts";
import { type About, type ArgumentMap, emptyMap } from "#model/map.ts";
import { Bin, type Binned } from "#store/bin.ts";
import { Catalogue, entryOf } from "#store/catalogue.ts";
import { mintClient, mintMapId } from "#store/mint.ts";
import type { OpenMap } from "#store/open-map.ts";
import { imagesOn, likening, type MapsParts, OpenMaps } from "#store/open-maps.ts";
import type { MapEntry, Safekeeping } from "#store/ports.ts";
import type { ReadMap } from "#store/reading.ts";
import type { Watched } from "#store/turns.ts";
import { storeWords } from "#words/store.ts";

const LAST_OPENED = "lastOpened";

/**
 * All maps of this person, as the screens use them. What changes the catalogue rejects with a sentence when
 * nothing may be changed (`readOnly`).
 */
export class Maps {
  /** The maps that are not in the bin: latest edited first, then the shipped ones that no one has edited. */
  readonly entries: ReadonlySignal<readonly MapEntry[]>;
  /** The maps in the bin: latest deleted first. */
  readonly bin: ReadonlySignal<readonly Binned[]>;
  readonly keptNowhere: string | null;
  readonly readOnly: string | null;
  /** `null` where there is nothing to keep safe. */
  readonly safekeeping: Safekeeping | null;
  /** By whose name the edits are remembered that are made from now on; empty for none. */
  person: () => string = () => "";
  readonly #parts: MapsParts;
  readonly #catalogue: Catalogue;
  readonly #bin: Bin;
  readonly #open: OpenMaps;
  readonly #stop: () => void;

  private constructor(parts: MapsParts, catalogue: Catalogue) {
    this.#parts = parts;
    this.#catalogue = catalogue;
    this.entries = catalogue.entries;
    this.#bin = new Bin(catalogue, parts.library, parts.settings);
    this.bin = this.#bin.maps;
    this.keptNowhere = parts.keptNowhere ?? null;
    this.readOnly = parts.readOnly ?? null;
    this.safekeeping = parts.safekeeping ?? null;
    this.#open = new OpenMaps(parts, catalogue, () => this.person());
    this.#stop = effect(() => {
      const lines = [...this.entries.value, ...this.bin.value.map(({ entry }) => entry)];
      for (const open of this.#open.all) if (lines.every(({ id }) => id !== open.id)) open.leaveDisk();
    });
  }

  /** Rejects when the library cannot be read. */
  static async open(parts: MapsParts): Promise<Maps> {
    const maps = new Maps(parts, await Catalogue.open(parts.library, parts.shipped));
    // At once: whoever writes as soon as there is a map to write on may close the page as soon.
    void maps.#takeHandover();
    void Promise.resolve(parts.painted).then(() => maps.noteUse());
    return maps;
  }

  /**
   * Opens a map; `null` when there is none with that id, or it is in the bin. One that was removed for good while it
   * was open is still there, for as long as the page is. Who opens it again before it is closed gets the same one, and
   * each closes it once. A large one is opened in turns with what else the page does, and `watched` hears how far that
   * is. Rejects when the disk cannot be read, and when `watched` ends it.
   */
  async openMap(id: MapId, watched?: Watched): Promise<OpenMap | null> {
    const entry = this.#catalogue.get(id);
    if (entry === undefined) return this.#open.holdAgain(id);
    if (entry.deletedAt !== null) return null;
    return this.#open.hold(entry, watched);
  }

  /** What a map says now, without keeping it open: for thumbnails and exports. */
  async readMap(id: MapId): Promise<ArgumentMap | null> {
    const open = await this.openMap(id);
    open?.close();
    return open?.map.peek() ?? null;
  }

  /** A new map with nothing in it. */
  create(about: Partial<About>): Promise<MapId> {
    return this.#put(emptyMap(mintMapId(), about));
  }

  /**
   * Takes in a map that was read from a file, under its own id or, if that is taken, a new one. Under its own id it
   * goes on with its document, if `readCopy` found one that is sound; a second one begins a history of its own.
   */
  add(
    map: ArgumentMap,
    document: Uint8Array<ArrayBuffer> | null = null,
    images?: ImageBytes,
  ): Promise<MapId> {
    const isTaken = this.#catalogue.get(map.id) !== undefined;
    return isTaken ? this.#put({ ...map, id: mintMapId() }, null, images) : this.#put(map, document, images);
  }

  /** Makes a new map of one that was removed for good while it was open: all that it says, with its history. */
  async keepRemoved(open: OpenMap): Promise<MapId> {
    const { map, document } = await open.copy();
    const id = await this.#put({ ...map, id: mintMapId() }, document);
    this.#open.drop(open);
    await this.#catalogue.renew();
    return id;
  }

  /** Whether all that was done to any open map is on the disk. */
  get isAllKept(): boolean {
    return this.#open.isAllKept;
  }

  /** The newest seed of a shipped map that this person has edited; `null` for any other. Rejects when it cannot be read. */
  async shippedSeed(id: MapId): Promise<Uint8Array<ArrayBuffer> | null> {
    const isEdited = (this.#catalogue.get(id)?.editedAt ?? 0) > 0;
    return isEdited ? ((await this.#open.shipped(id)?.seed()) ?? null) : null;
  }

  /** Every id that a map has here, in the bin or not. */
  get ids(): readonly MapId[] {
    return [...this.entries.peek(), ...this.bin.peek().map(({ entry }) => entry)].map(({ id }) => id);
  }

  /**
   * Takes in a map that was read from a file, all the way to the pieces of its document; `null` when `watched` ended
   * it. Rejects where its id is taken, and where the disk refuses.
   */
  async addRead(read: ReadMap, watched?: Watched): Promise<MapId | null> {
    const { id, about, claims, pieces, images } = read;
    this.#refuseWhenReadOnly();
    if (this.#catalogue.get(id) !== undefined) throw new Error(storeWords.takenMeanwhile);
    const entry = entryOf({ id, about, claims: { size: claims } }, undefined);
    const client = mintClient();
    const records = pieces.map((bytes) => ({
      map: id,
      client,
      label: storeWords.newMap,
      change: null,
      bytes,
    }));
    if (images.size > 0) await (await imagesOn(this.#parts, id)).keep(images);
    if (!(await this.#parts.log.addMap(records, entry, watched))) return null;
    await likening().then(
      ({ noteRead }) => noteRead(read),
      () => undefined,
    );
    this.#catalogue.showKept(entry);
    return id;
  }

  /** A copy with a history of its own; `null` when there is no such map. */
  async duplicate(id: MapId): Promise<MapId | null> {
    const map = await this.readMap(id);
    if (map === null) return null;
    const about = { ...map.about, title: storeWords.copyOf(map.about.title) };
    return this.#put({ ...map, id: mintMapId(), about });
  }

  /** Gives a map another title, as an edit that can be undone while it is open. */
  async rename(id: MapId, title: string): Promise<void> {
    await this.#edit(id, editAbout, { title });
  }

  /** Makes a shipped map say again what it says in the app, as an edit that can be undone. `null` when it is not shipped. */
  async resetToShipped(id: MapId): Promise<Change | Refusal | null> {
    const shipped = this.#open.shipped(id);
    if (shipped === null) return null;
    return this.#edit(id, resetTo, { map: await shipped.load() });
  }

  /** Puts a map into the bin. */
  async remove(id: MapId): Promise<void> {
    this.#refuseWhenReadOnly();
    const entry = this.#catalogue.get(id);
    if (entry !== undefined) await this.#bin.put(entry);
  }

  /** Takes a map out of the bin. */
  async restore(id: MapId): Promise<void> {
    this.#refuseWhenReadOnly();
    const entry = this.#catalogue.get(id);
    if (entry !== undefined) await this.#bin.takeOut(entry);
  }

  /**
   * Counts today as a day of use, and removes for good what has been in the bin for its days. Never rejects: what the
   * disk refuses now is done another day.
   */
  async noteUse(): Promise<void> {
    if (this.readOnly === null) await this.#bin.keepHouse().catch(() => undefined);
  }

  /** The damaged records of a map that were set aside, as a file; `null` when there are none. */
  async damagedRecords(id: MapId): Promise<Blob | null> {
    const records = await this.#parts.quarantine.list(id);
    if (records.length === 0) return null;
    const { damagedFile } = await import("#store/damaged-file.ts");
    return damagedFile(id, records);
  }

  /** Reads maps anew for their lines in the catalogue, after edits that came in past them. */
  async refreshLines(ids: readonly MapId[]): Promise<void> {
    for (const id of ids) {
      const before = this.#catalogue.get(id);
      const map = await this.readMap(id);
      if (before === undefined || map === null) continue;
      const { title, question, claims } = entryOf(map, before);
      await this.#catalogue.put({ ...before, title, question, claims });
    }
  }

  /** The map that was open last, if it is still there. */
  async lastOpened(): Promise<MapId | null> {
    const { [LAST_OPENED]: id } = await this.#parts.settings.read();
    return this.entries.peek().find((entry) => entry.id === id)?.id ?? null;
  }

  /** Remembers a map as the one that was open last. Never rejects: a disk that refuses costs no more than that. */
  async noteOpened(id: MapId): Promise<void> {
    await this.#parts.settings.write(LAST_OPENED, id).catch(() => undefined);
  }

  /** The page may go: what is not on the disk by now is left for the next visit. Returns at once. */
  handOver(): void {
    this.#open.handOver();
  }

  /** Closes what is open, once it is on the disk. */
  async close(): Promise<void> {
    this.#catalogue.close();
    this.#stop();
    await this.#open.close();
  }

  async #takeHandover(): Promise<void> {
    const handover = await this.#parts.openHandover?.().catch(() => null);
    if (handover) this.#open.giveHandover(handover);
  }

  /** Images come first: what a map shows is on the disk when the map is. Those that are here already are shared. */
  async #put(
    map: ArgumentMap,
    document: Uint8Array<ArrayBuffer> | null = null,
    images?: ImageBytes,
  ): Promise<MapId> {
    this.#refuseWhenReadOnly();
    if ([...map.claims.values()].some((claim) => claim.images.length > 0))
      await (await imagesOn(this.#parts, map.id)).bring(map, images);
    const bytes = document ?? (await import("#store/seed.ts")).makeSeed(map);
    return this.#keep(bytes, entryOf(map, undefined));
  }

  async #keep(bytes: Uint8Array<ArrayBuffer>, entry: MapEntry): Promise<MapId> {
    this.#refuseWhenReadOnly();
    const record = { map: entry.id, client: mintClient(), label: storeWords.newMap, change: null, bytes };
    await this.#parts.log.append([record], entry, true);
    this.#catalogue.showKept(entry);
    return entry.id;
  }

  async #edit<Input>(id: MapId, command: Command<Input>, input: Input): Promise<Change | Refusal | null> {
    this.#refuseWhenReadOnly();
    const open = await this.openMap(id);
    if (open === null) return null;
    const outcome = open.run(command, input);
    await open.flush();
    open.close();
    return outcome;
  }

  #refuseWhenReadOnly(): void {
    if (this.readOnly !== null) throw new Error(this.readOnly);
  }
}
