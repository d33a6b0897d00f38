import { countingBranches } from "#model/counts.ts";
import { drawingForest } from "#model/forest.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Steps, within } from "#model/steps.ts";
import { isBlank, lossesOf } from "#store/losses.ts";
import type { LiveMap } from "#store/live.ts";
import type { MapEntry, ShippedMap, UpdateLog } from "#store/ports.ts";
import type { MapImages } from "#store/map-images.ts";
import { inTurns, type Watched, whenIdle } from "#store/turns.ts";
import { storeWords } from "#words/store.ts";

/** With more claims, drawing the forest is worth turns of its own. */
const MANY = 2000;

/** A map's document, as it was made from its log or its seed. */
export interface Ground {
  readonly live: LiveMap;
  /** The seed, where the log has nothing yet: it goes there with the first edit. */
  readonly unwritten: Uint8Array<ArrayBuffer> | null;
  readonly lastSeq: number;
  /** What the disk has lost, in sentences for the person. */
  readonly losses: readonly string[];
}

/** What an open map needs from around it. */
export interface OpenMapParts {
  readonly id: MapId;
  readonly log: UpdateLog;
  readonly keptNowhere: string | null;
  readonly readOnly: string | null;
  readonly images: () => Promise<MapImages>;
  /**
   * Makes the document from the log or, where the log has nothing and `orSeed` holds, from the seed; else `null`.
   * Rejects with a sentence for the person, or with the reason for which it was ended.
   */
  ground(like: ArgumentMap, orSeed: boolean, watched?: Watched): Promise<Ground | null>;
  /** The map's line in the catalogue after an edit. */
  entry(map: ArgumentMap): MapEntry;
  /** An edit was made that waits for the document. */
  waits(): void;
  /** Its holder has closed it. */
  closed(): void;
}

/** Where a map's document comes from. */
export interface Origins {
  readonly id: MapId;
  readonly log: UpdateLog;
  readonly shipped: ShippedMap | null;
  /** Whether the library has a line for the map, so that an empty log is a loss. */
  readonly isExpected: boolean;
  /** By whose name edits are remembered. */
  readonly person: () => string;
}

/**
 * Makes a map's document from its log or, where the log has nothing and `orSeed` holds, from the seed; `null` without either.
 * A large one is made in turns, and so is the forest that is drawn of it. The code that documents need is loaded only
 * here: showing a shipped map does without it.
 */
export async function groundOf(
  origins: Origins,
  like: ArgumentMap,
  orSeed: boolean,
  watched?: Watched,
): Promise<Ground | null> {
  const { id, log, shipped, isExpected, person } = origins;
  const loaded = await log.load(id);
  if (isBlank(loaded)) {
    if (shipped !== null) return orSeed ? fromSeed(shipped, like, person) : null;
    if (!isExpected) return null;
  }
  const { LiveMap: Live } = await import("#store/live.ts");
  const live = await inTurns(drawing(Live.making(id, loaded.updates, like, person)), watched);
  const losses = isBlank(loaded) ? [storeWords.nothingFound] : lossesOf(loaded, live);
  if (losses.length > 0 && shipped !== null) live.receive([await seedOf(shipped)]);
  return { live, unwritten: null, lastSeq: loaded.lastSeq, losses };
}

/** A map and, where it is large, what the first screen asks of it: the forest and its counts, which are known from then on. */
function* drawing(making: Steps<LiveMap>): Steps<LiveMap> {
  const live = yield* within(making, 0, 0.9);
  if (live.map.claims.size <= MANY) return live;
  const forest = yield* within(drawingForest(live.map), 0.9, 0.97);
  yield* within(countingBranches(forest), 0.97, 1);
  return live;
}

/** Fetches in a quiet moment what the first edit of a shipped map will need, so that it is on the disk at once. */
export function warm(shipped: ShippedMap): void {
  whenIdle(() => void Promise.allSettled([import("#store/live.ts"), shipped.seed()]));
}

async function fromSeed(shipped: ShippedMap, like: ArgumentMap, person: () => string): Promise<Ground> {
  const [{ LiveMap: Live }, seed] = await Promise.all([import("#store/live.ts"), seedOf(shipped)]);
  return { live: new Live(shipped.id, [seed], like, person), unwritten: seed, lastSeq: 0, losses: [] };
}

async function seedOf(shipped: ShippedMap): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await shipped.seed();
  } catch (error) {
    throw new Error(storeWords.seedMissing, { cause: error });
  }
}
