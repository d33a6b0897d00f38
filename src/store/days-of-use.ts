import type { SettingsPort } from "#store/ports.ts";

const KEY = "daysOfUse";

/** How many days of use a deleted map stays in the bin. */
export const DAYS_IN_BIN = 30;

/**
 * The days on which the app was used, each counted once, whatever the clock says in between: a clock that is set ten
 * years forward adds one day, and none when it is set back. A day that is lost, because two tabs wrote at once or the
 * disk refused, only makes a deleted map stay longer.
 */
export class DaysOfUse {
  readonly #settings: SettingsPort;
  #days: ReadonlySet<string> = new Set();

  constructor(settings: SettingsPort) {
    this.#settings = settings;
  }

  /** How many there have been. */
  get count(): number {
    return this.#days.size;
  }

  /** Counts today. */
  async note(): Promise<void> {
    const days = readDays((await this.#settings.read())[KEY]);
    const today = dayOf(new Date());
    this.#days = new Set([...this.#days, ...days, today]);
    if (!days.includes(today)) await this.#settings.write(KEY, [...this.#days]).catch(() => undefined);
  }

  /** How many days of use a map still stays that was put into the bin when there had been `binnedOn` of them. */
  left(binnedOn: number): number {
    return Math.max(0, DAYS_IN_BIN - Math.max(0, this.count - binnedOn));
  }
}

function readDays(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((day) => typeof day === "string") : [];
}

/** The day on this device's calendar: "2026-11-27". */
function dayOf(time: Date): string {
  const parts = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
