import { applyChange, type Change, noChange } from "#model/change.ts";
import type { Comparison } from "#model/comparison.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Tally } from "#model/tally.ts";
import { type ComparingOrder, type ComparingReply, withClaims } from "#store/comparing.ts";
import { type Desk, PageDesk, WorkerDesk } from "#store/comparing-desks.ts";
import { inStretches, nextTask } from "#store/stretches.ts";
import type { Present, State, Stretch } from "#store/states.ts";

/** After so many workers have died no other is started. */
const MOST_DEATHS = 2;

/** Up to this many claims, starting a worker costs more than the comparison. */
const SMALL_MAP = 1000;

/** Two maps, and in what they differ. */
export interface Compared {
  readonly before: ArgumentMap;
  readonly after: ArgumentMap;
  readonly comparison: Comparison;
}

interface Cancelling {
  readonly signal: AbortSignal;
  /** Hears how much is done, from 0 to 1. */
  tell?(share: number): void;
}

const tallies = new WeakMap<Stretch, Tally>();

/** What led to a line in numbers, where that was counted before. */
export function knownTally(stretch: Stretch): Tally | null {
  return tallies.get(stretch) ?? null;
}

/**
 * Compares states of an open map without holding up the page: what differs between them is read in short stretches,
 * and compared in a worker that lives until `close`. A worker that dies is started once more and asked again. A small
 * map is compared on the page, and so is any map where that worker dies too. One thing is done at a time, in the order
 * in which it was asked for. All is `null` that was cancelled, or asked of a map without a history.
 */
export class Comparer {
  readonly #open: { readonly present: Present | null };
  readonly #makeWorker: () => Worker;
  #desk: Desk | null = null;
  /** How many workers have died, or could not be had. */
  #deaths = 0;
  /** The present that the desk was told, and the earlier one of the states that it compared last. */
  #told: State | null = null;
  #last: State | null = null;
  #count = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(open: { readonly present: Present | null }, makeWorker: () => Worker) {
    this.#open = open;
    this.#makeWorker = makeWorker;
  }

  /** Counts what led to a line of the history; it is remembered. */
  tally(stretch: Stretch, { signal }: Cancelling): Promise<Tally | null> {
    return this.#inTurn(async (present) => {
      const known = knownTally(stretch);
      if (known !== null) return known;
      const isNext = this.#told === present.state && this.#last === stretch.to;
      const start = isNext ? stretch.to : present.state;
      const ahead = await changeIn(start, stretch.to, signal);
      const back = ahead && (await changeIn(stretch.to, stretch.from, signal));
      if (ahead === null || back === null) return null;
      const later = { from: isNext ? "last" : "present", change: ahead } as const;
      const earlier = { from: "later", change: back } as const;
      const reply = await this.#ask(present, { later, earlier, wants: "tally" }, signal);
      if (reply === null || !("tally" in reply)) return null;
      this.#last = stretch.from;
      tallies.set(stretch, reply.tally);
      return reply.tally;
    });
  }

  /** Compares any two states. */
  compare(earlier: State, later: State, { signal, tell }: Cancelling): Promise<Compared | null> {
    return this.#inTurn(async (present) => {
      const { map, state } = present;
      const ahead = await changeIn(state, later, signal, (share) => tell?.(share / 4));
      const back = ahead && (await changeIn(state, earlier, signal, (share) => tell?.((1 + share) / 4)));
      if (ahead === null || back === null) return null;
      tell?.(1 / 2);
      const order = {
        later: { from: "present", change: ahead },
        earlier: { from: "present", change: back },
        wants: "comparison",
      } as const;
      const reply = await this.#ask(present, order, signal);
      if (reply === null || !("comparison" in reply)) return null;
      this.#last = earlier;
      const [before, after] = [applyChange(map, back), applyChange(map, ahead)];
      return { before, after, comparison: withClaims(reply.comparison, before, after) };
    });
  }

  /** What the map said in a state. */
  read(state: State, { signal, tell }: Cancelling): Promise<ArgumentMap | null> {
    return this.#inTurn(async (present) => {
      const change = await changeIn(present.state, state, signal, tell);
      return change && applyChange(present.map, change);
    });
  }

  /** Ends the worker. */
  close(): void {
    this.#desk?.close();
    this.#desk = null;
    this.#told = null;
    this.#last = null;
  }

  #inTurn<Result>(work: (present: Present) => Promise<Result | null>): Promise<Result | null> {
    const turn = this.#turn.then(nextTask).then(() => this.#take(work));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Where a worker dies, the work is done anew. */
  async #take<Result>(work: (present: Present) => Promise<Result | null>): Promise<Result | null> {
    const { present } = this.#open;
    if (present === null) return null;
    const before = this.#deaths;
    try {
      return await work(present);
    } catch (error) {
      if (this.#deaths === before) throw error;
      return this.#take(work);
    }
  }

  async #ask(
    { map, state }: Present,
    asked: Omit<ComparingOrder, "number">,
    signal: AbortSignal,
  ): Promise<ComparingReply | null> {
    const order = { ...asked, number: ++this.#count };
    this.#last = null;
    try {
      this.#desk ??= this.#makeDesk(map.claims.size);
      const desk = this.#desk;
      if (this.#told !== state) await desk.learn(map);
      this.#told = state;
      return await desk.take(order, signal);
    } catch (error) {
      if (!(this.#desk instanceof PageDesk)) this.#deaths += 1;
      this.close();
      throw error;
    }
  }

  #makeDesk(claims: number): Desk {
    if (this.#deaths >= MOST_DEATHS || claims <= SMALL_MAP) return new PageDesk();
    return new WorkerDesk(this.#makeWorker());
  }
}

async function changeIn(
  from: State,
  to: State,
  signal: AbortSignal,
  tell?: (share: number) => void,
): Promise<Change | null> {
  return from === to ? noChange : inStretches(from.changeTo(to), signal, tell);
}
