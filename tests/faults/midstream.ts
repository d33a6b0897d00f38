import type { EngineName } from "../../scripts/engines.mjs";
import { type Manner, type PlainBrowser, startBrowser } from "./plain-browser.ts";
import type { Stand, Word } from "./stand.ts";

/** The numbers of one life's edits begin at a multiple of this. */
const perLife = 10_000;
/** How long a browser may take to show the app, in milliseconds. */
const patience = 90_000;

/** Where a browser keeps its profile, and how it meets its end there. */
export interface Ground {
  /** The folder of the profile; another one after a cut where the disk itself is replaced. */
  readonly profile: string;
  /** What the browser is started with beside the usual. */
  readonly manner?: Manner;
  cut(browser: PlainBrowser): Promise<void>;
  /** Hears everything that the robot tells. */
  hear?(word: Word): void;
}

export interface Tally {
  /** Edits that the status line had called saved. */
  saved: number;
  /** Those of them that were not there afterwards. */
  lost: number;
  cuts: number;
}

export function addTally(whole: Tally, part: Tally): void {
  whole.saved += part.saved;
  whole.lost += part.lost;
  whole.cuts += part.cuts;
}

/** What the robot finds when the browser comes back. */
interface Finding {
  readonly edits: ReadonlySet<number>;
  /** What the app itself says has been lost. */
  readonly notice: string;
}

/** One start of the browser, up to its end. */
class Life {
  readonly first: number;
  readonly found: Promise<Finding>;
  readonly #began: Promise<void>;
  #begin: (() => void) | null = null;
  #highest: number | null = null;

  constructor(stand: Stand, index: number, hear: (word: Word) => void) {
    this.first = index * perLife;
    this.#began = new Promise((resolve) => (this.#begin = resolve));
    this.found = new Promise((resolve, reject) => {
      stand.listen((word) => {
        hear(word);
        if (word.type === "stuck") reject(new Error(`The robot was stuck: ${word.reason}`));
        else if (word.type === "read") resolve({ edits: new Set(word.edits), notice: word.notice });
        else if (word.type === "saved") {
          this.#highest = word.edit;
          this.#begin?.();
        }
      });
    });
  }

  /** The edits of this life that were called saved. */
  get saved(): readonly number[] {
    const count = this.#highest === null ? 0 : this.#highest - this.first + 1;
    return Array.from({ length: count }, (_, at) => this.first + at);
  }

  /** Resolves some milliseconds after the first edit was called saved. */
  async editsFor(duration: number): Promise<void> {
    await inTime(
      Promise.race([this.#began, this.found.then(() => this.#began)]),
      "No edit was called saved.",
    );
    await new Promise((resolve) => setTimeout(resolve, duration));
  }
}

/**
 * Starts the browser, lets the robot edit, and cuts it off at any moment, again and again on one profile, until so
 * many edits have been called saved or so many cuts made. After each cut all that was ever called saved is looked for.
 */
export async function cutInMidstream(
  { engine, stand, ground }: { engine: EngineName; stand: Stand; ground: Ground },
  { edits, cuts, seconds }: { edits: number; cuts: number; seconds: readonly [number, number] },
): Promise<Tally> {
  const saved = new Set<number>();
  const lost = new Set<number>();
  for (let index = 0; ; index++) {
    const life = new Life(stand, index, (word) => ground.hear?.(word));
    const orders = {
      first: life.first,
      screen: index % 3 === 2 ? "map" : "outline",
      burst: 1 + (index % 3) * 2,
    };
    const browser = await startBrowser(
      engine,
      ground.profile,
      stand.robotAt({ ...orders, screen: orders.screen as "map" }),
      ground.manner,
    );
    try {
      const { edits: there, notice } = await inTime(life.found, "The app did not come on screen.");
      for (const edit of saved) if (!there.has(edit)) lost.add(edit);
      if (/missing|damaged|not found/.test(notice))
        throw new Error(`After cut ${index}, the app said: ${notice}`);
      if (saved.size >= edits || index >= cuts) return { saved: saved.size, lost: lost.size, cuts: index };
      await life.editsFor(1000 * (seconds[0] + Math.random() * (seconds[1] - seconds[0])));
      await ground.cut(browser);
    } finally {
      await browser.kill();
    }
    for (const edit of life.saved) saved.add(edit);
  }
}

async function inTime<Result>(promise: Promise<Result>, late: string): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(late)), patience);
  });
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer));
}
