import { computed, signal } from "@preact/signals-core";
import type { Saving } from "#store/ports.ts";

/** A field with letters that are not in the map. */
export interface TextHolder {
  /** Hands them to the map at once; `null` for a form, whose words wait for its button. */
  readonly flush: (() => void) | null;
}

/** Whether what a person sees is kept. `unfinished`: a form holds words that its button has not put into the map yet. */
export type Keeping = Saving | { readonly state: "unfinished" };

/** What the fields of an open map hold that is not in the map: as long as there is any, nothing calls the whole saved. */
export class HeldText {
  readonly #holders = signal<ReadonlyMap<TextHolder, string | null>>(new Map());
  /** What there is to say of it; `null` when nothing is held. */
  readonly keeping = computed((): Keeping | null => {
    const holders = [...this.#holders.value];
    const [reason] = holders.flatMap(([, refused]) => refused ?? []);
    if (reason !== undefined) return { state: "failed", reason };
    if (holders.some(([holder]) => holder.flush !== null)) return { state: "saving" };
    return holders.length > 0 ? { state: "unfinished" } : null;
  });

  readonly #begun: () => void;

  /** `begun` hears that someone begins to write. */
  constructor(begun: () => void = () => undefined) {
    this.#begun = begun;
  }

  /** A field has the focus: letters may come at once. */
  begin(): void {
    this.#begun();
  }

  /** A field holds letters; `refused` says why the map does not take them, where it has been asked. */
  hold(holder: TextHolder, refused: string | null = null): void {
    const holders = this.#holders.peek();
    if (holders.get(holder) !== refused) this.#holders.value = new Map(holders).set(holder, refused);
  }

  /** The field holds none any more. */
  release(holder: TextHolder): void {
    if (!this.#holders.peek().has(holder)) return;
    const holders = new Map(this.#holders.peek());
    holders.delete(holder);
    this.#holders.value = holders;
  }

  /** Has every field hand on what it holds. */
  flush(): void {
    for (const holder of this.#holders.peek().keys()) holder.flush?.();
  }
}
