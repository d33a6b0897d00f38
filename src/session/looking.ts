import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import { type Argued, argued } from "#lenses/argued.ts";
import { type InYear, nextYear, standingIn } from "#lenses/standing.ts";
import { dimmed, type Lens, type View } from "#lenses/view.ts";
import { viewThrough } from "#lenses/lens.ts";
import type { ClaimId, HolderId, SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Comparing } from "#session/comparing.ts";
import { masksOf, type Masks } from "#session/masks.ts";

/** How long a step of the play stands, in milliseconds. */
export const stepMs = 1000;

const nothing: ReadonlySet<never> = new Set();

/** All that is shown of a map in another way than as ever, as one value: another where any of it is. */
export interface Seen {
  readonly map: ArgumentMap;
  /** `null` without a lens. */
  readonly view: View | null;
  /** Claims all of whose groups the legend hides. */
  readonly dimmed: ReadonlySet<ClaimId>;
  /** `null` where the debate is shown as it has come to be. */
  readonly inYear: InYear | null;
  /** What stands in for names; `null` where they are shown. */
  readonly masks: Masks | null;
}

/** The part of a session that is looked at. */
interface LookedAt {
  readonly map: ReadonlySignal<ArgumentMap>;
  readonly comparing: ReadonlySignal<Comparing | null>;
  readonly looking: Signal<Looking | null>;
}

/** How a person looks at one open map: through which lens, in which year, and whether names are shown. */
export class Looking {
  readonly lens = signal<Lens | null>(null);
  /** Keys of the groups that the legend hides. */
  readonly hidden = signal<ReadonlySet<string>>(nothing);
  readonly year = signal<number | null>(null);
  readonly isPlaying = signal(false);
  readonly isBlind = signal(false);
  /** Whose names are shown all the same. */
  readonly revealed = signal<ReadonlySet<HolderId | SchoolId>>(nothing);
  /** How often somebody asked for the choice of lenses by a key: it takes the focus then. */
  readonly asked = signal(0);
  /** What an open legend takes of the map at its left edge, in CSS pixels; set by the legend. */
  covered = 0;
  readonly view: ReadonlySignal<View | null>;
  readonly debate: ReadonlySignal<Argued>;
  readonly inYear: ReadonlySignal<InYear | null>;
  readonly masks: ReadonlySignal<Masks | null>;
  /** `null` where all is as ever, and while two states are compared. */
  readonly seen: ReadonlySignal<Seen | null>;
  /** Whether anything is shown in another way than as ever. */
  readonly isOn: ReadonlySignal<boolean>;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ map, comparing }: Omit<LookedAt, "looking">) {
    this.view = computed(() => this.lens.value && viewThrough(this.lens.value, map.value));
    this.debate = computed(() => argued(map.value));
    this.inYear = computed(() => {
      const year = this.year.value;
      return year === null ? null : standingIn(map.value, this.debate.value, year);
    });
    this.masks = computed(() => (this.isBlind.value ? masksOf(map.value, this.revealed.value) : null));
    this.seen = computed(() => {
      const [view, inYear, masks] = [this.view.value, this.inYear.value, this.masks.value];
      if (comparing.value !== null || (view === null && inYear === null && masks === null)) return null;
      const dims = view === null ? nothing : dimmed(view, this.hidden.value);
      return { map: map.value, view, dimmed: dims, inYear, masks };
    });
    this.isOn = computed(() => this.seen.value !== null);
    // A year that nothing is dated in any more has no slider to leave it by.
    this.#stop = effect(() => {
      if (this.year.value !== null && this.debate.value.years.length === 0) this.showYear(null);
    });
  }

  close(): void {
    this.pause();
    this.#stop();
  }

  /** Looks through a lens, all of its groups shown; `null` for none. */
  through(lens: Lens | null): void {
    batch(() => {
      this.hidden.value = nothing;
      this.lens.value = lens;
    });
  }

  /** Hides a group of the legend, or shows it again. */
  toggle(key: string): void {
    const hidden = new Set(this.hidden.peek());
    if (!hidden.delete(key)) hidden.add(key);
    this.hidden.value = hidden;
  }

  showAll(): void {
    this.hidden.value = nothing;
  }

  /** Shows the debate as it stood at the end of a year; `null`: as it has come to be. */
  showYear(year: number | null): void {
    this.pause();
    this.year.value = year;
  }

  /** The first year in which something happens, or the last; `null` where nothing is dated. */
  end(which: "first" | "last"): number | null {
    return this.debate.peek().years.at(which === "first" ? 0 : -1) ?? null;
  }

  /** The year in which something happens that comes next, or came before: where there is none, the same. */
  beside(which: "next" | "before"): number | null {
    const year = this.year.peek();
    if (year === null) return null;
    const debate = this.debate.peek();
    if (which === "next") return nextYear(debate, year) ?? year;
    return debate.years.findLast((each) => each < year) ?? year;
  }

  /** Goes through the years in which something happens, from this one on, or from the first where it is the last. */
  play(): void {
    const [first, last] = [this.end("first"), this.end("last")];
    if (first === null || last === null) return;
    const year = this.year.peek();
    if (year === null || year >= last) this.year.value = first;
    this.isPlaying.value = first < last;
    this.#await();
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.isPlaying.value = false;
  }

  /** Hides all names, or shows them. */
  hideNames(isBlind: boolean): void {
    batch(() => {
      this.revealed.value = nothing;
      this.isBlind.value = isBlind;
    });
  }

  reveal(...names: readonly (HolderId | SchoolId)[]): void {
    this.revealed.value = new Set([...this.revealed.peek(), ...names]);
  }

  #await(): void {
    clearTimeout(this.#timer);
    if (this.isPlaying.peek()) this.#timer = setTimeout(() => this.#step(), stepMs);
  }

  #step(): void {
    const next = this.beside("next");
    if (next !== null) this.year.value = next;
    if (next === null || next === this.end("last")) this.isPlaying.value = false;
    this.#await();
  }
}

/** How a session's map is looked at: made when it is first asked for. */
export function lookingAt(session: LookedAt): Looking {
  return (session.looking.value ??= new Looking(session));
}
