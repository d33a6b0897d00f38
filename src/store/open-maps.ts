import type { MapId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { type Catalogue, entryOf } from "#store/catalogue.ts";
import { groundOf, type OpenMapParts, warm } from "#store/ground.ts";
import { Draft } from "#store/draft.ts";
import { Holdings } from "#store/holdings.ts";
import { OpenMap } from "#store/open-map.ts";
import type { Handover, MapEntry, ShippedMap, Storage } from "#store/ports.ts";
import { sketchingOf } from "#store/sketching.ts";
import { type Watched, whenIdle } from "#store/turns.ts";
import { storeWords } from "#words/store.ts";

type Needed = Pick<Storage, "log" | "library" | "settings" | "quarantine">;
type Given = Partial<
  Pick<Storage, "openHandover" | "openImages" | "openLikenesses" | "safekeeping" | "keptNowhere" | "readOnly">
>;

export interface MapsParts extends Needed, Given {
  readonly shipped: readonly ShippedMap[];
  /** Resolves when the first screen is painted: what can wait until then waits. */
  readonly painted?: Promise<unknown>;
}

/** Fetched with the first map of one's own. */
export const likening = () => import("#store/likening.ts");
/** Fetched when images are wanted. */
export async function imagesOn({ openImages, readOnly }: MapsParts, map: MapId) {
  const { MapImages } = await import("#store/map-images.ts");
  return new MapImages(map, openImages, readOnly);
}
/** How long a map may stand without its document when the page is never idle, in milliseconds. */
const LATEST = 200;

/** The maps that are open, how they come to be, and what is left of them when the page goes. */
export class OpenMaps {
  readonly #parts: MapsParts;
  readonly #catalogue: Catalogue;
  readonly #person: () => string;
  #handover: Handover | null = null;
  readonly #holdings = new Holdings((entry, watched) => this.#make(entry, watched));

  /** `person` says by whose name edits are remembered. */
  constructor(parts: MapsParts, catalogue: Catalogue, person: () => string) {
    this.#parts = parts;
    this.#catalogue = catalogue;
    this.#person = person;
  }

  /** Those that are there by now. */
  get all(): readonly OpenMap[] {
    return this.#holdings.all;
  }

  /** Whether all that was done to any of them is on the disk. */
  get isAllKept(): boolean {
    const states = this.all.map(({ saving }) => saving.peek().state);
    return states.every((state) => state === "saved" || state === "kept-nowhere");
  }

  /** From now on what is not on the disk when the page goes is left for the next visit, and what others left is done again. */
  giveHandover(handover: Handover): void {
    this.#handover = handover;
    for (const open of this.all) this.#doAgain(open);
    if (this.all.some(({ steps }) => steps.length > 0)) this.handOver();
  }

  /**
   * The page may go, or an edit waits for its document: a browser that is quit may not tell its pages. Returns at once.
   */
  handOver(): void {
    const steps = this.all.map((open) => ({ map: open.id, steps: open.steps }));
    const isLeft = this.#handover?.leave(steps.filter((left) => left.steps.length > 0));
    if (isLeft) void Promise.all(this.all.map((open) => open.flush())).then(() => this.#handover?.clear());
  }

  /** The map with this line, opened now unless someone holds it. Rejects when it cannot be read, and when `watched` ends it. */
  async hold(entry: MapEntry, watched?: Watched): Promise<OpenMap> {
    const open = await this.#holdings.hold(entry, watched);
    this.#doAgain(open);
    return open;
  }

  /** A map that is held, once more; `null` for one that is not. */
  holdAgain(id: MapId): Promise<OpenMap | null> {
    return this.#holdings.holdAgain(id);
  }

  /** Lets go of a map that is kept as another by now, whoever holds it. */
  drop(open: OpenMap): void {
    this.#holdings.drop(open);
  }

  /** Lets go of all, once it is on the disk. */
  close(): Promise<void> {
    return this.#holdings.close();
  }

  shipped(id: MapId): ShippedMap | null {
    return this.#parts.shipped.find((shipped) => shipped.id === id) ?? null;
  }

  #doAgain(open: OpenMap): void {
    const handover = this.#handover;
    if (!handover?.hasSteps(open.id)) return;
    const again = import("#store/handing-over.ts").then(({ doAgain }) => doAgain(open, handover));
    again.catch(() => undefined);
  }

  async #make(entry: MapEntry, watched: Watched): Promise<OpenMap> {
    const shipped = this.shipped(entry.id);
    const parts = this.#partsOf(entry.id, shipped);
    if (shipped !== null && entry.editedAt === 0) {
      const open = new OpenMap(parts, new Draft(await shipped.load()));
      void open.catchUp().catch(() => undefined);
      void Promise.resolve(this.#parts.painted).then(() => warm(shipped));
      return open;
    }
    const like = await this.#openLike(parts).catch(() => null);
    if (like !== null) return like;
    let isBehind = false;
    const stop = parts.log.watch((map) => (isBehind ||= map === null || map === entry.id));
    const ground = await parts.ground(emptyMap(entry.id), true, watched).finally(stop);
    if (ground === null) throw new Error(storeWords.nothingFound);
    const open = new OpenMap(parts, ground);
    // Another tab may have written while this one read.
    if (isBehind) void open.catchUp().catch(() => undefined);
    this.#beginLikeness(open);
    return open;
  }

  /** A map as its likeness shows it, which comes to its document once it is on screen; `null` without one. */
  async #openLike(parts: OpenMapParts): Promise<OpenMap | null> {
    const { openLikenesses } = this.#parts;
    if (!openLikenesses) return null;
    const [likenesses, { readLikeness, keepLikeness }] = await Promise.all([openLikenesses(), likening()]);
    const like = await readLikeness(parts.id, likenesses);
    if (like === null) return null;
    const open = new OpenMap(parts, like.draft);
    sketchingOf(open).kept = like.sketch;
    const prepare = async () => {
      await like.read();
      if (!open.isFreed) await open.prepare();
    };
    this.#onceIdle(() => void prepare(), LATEST);
    this.#onceIdle(() => keepLikeness(open, likenesses, like.changes, like.isSeen));
    return open;
  }

  /** Keeps a likeness of a map that has none. */
  #beginLikeness(open: OpenMap): void {
    const { openLikenesses } = this.#parts;
    if (!openLikenesses) return;
    const keep = async () => {
      const [likenesses, { keepLikeness }] = await Promise.all([openLikenesses(), likening()]);
      keepLikeness(open, likenesses, Number.POSITIVE_INFINITY, false);
    };
    this.#onceIdle(() => void keep().catch(() => undefined));
  }

  #onceIdle(run: () => void, latest?: number): void {
    void Promise.resolve(this.#parts.painted).then(() => whenIdle(run, latest));
  }

  #partsOf(id: MapId, shipped: ShippedMap | null): OpenMapParts {
    const { log, keptNowhere = null, readOnly = null } = this.#parts;
    const origins = { id, log, shipped, isExpected: shipped === null, person: this.#person };
    return {
      id,
      log,
      keptNowhere,
      readOnly,
      images: () => imagesOn(this.#parts, id),
      ground: (like, orSeed, watched) => groundOf(origins, like, orSeed, watched),
      entry: (map) => this.#entryAfter(map),
      waits: () => this.handOver(),
      closed: () => void this.#holdings.letGo(id),
    };
  }

  #entryAfter(map: ArgumentMap): MapEntry {
    const entry = entryOf(map, this.#catalogue.get(map.id));
    this.#catalogue.show(entry);
    return entry;
  }
}
