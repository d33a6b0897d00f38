import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { MapEntry, Saving, UpdateLog, UpdateRecord } from "#store/ports.ts";
import { storeWords } from "#words/store.ts";

/** What is to be written; `bytes` are `null` where there is nothing. */
interface Made extends Pick<UpdateRecord, "label" | "change"> {
  readonly bytes: UpdateRecord["bytes"] | null;
}

/**
 * Brings an open map's edits to the log and knows the truth about them: they are saved when the log says
 * that the latest is on the disk, and not before.
 */
export class Keeper {
  readonly saving: ReadonlySignal<Saving>;
  /** Whether the map was removed for good while it was open, so that nothing more is written. */
  readonly isRemoved = signal(false);
  /** What goes to the log before anything else: the seed of a map that the log has nothing of. */
  first: UpdateRecord["bytes"] | null = null;
  readonly #log: UpdateLog;
  readonly #unsaved = signal(0);
  /** Why the log cannot write now. */
  readonly #trouble = signal<string | null>(null);
  /** Why edits cannot even be handed to the log. */
  readonly #obstacle = signal<string | null>(null);
  readonly #stop: () => void;
  #release: (() => void) | null = null;
  #lastWrite: Promise<unknown> = Promise.resolve();

  /** `nowhere` says why nothing is kept at all, or is `null`. */
  constructor(log: UpdateLog, nowhere: string | null) {
    this.#log = log;
    this.#stop = log.watchTrouble((reason) => (this.#trouble.value = reason));
    this.saving = computed((): Saving => {
      if (nowhere !== null) return { state: "kept-nowhere", reason: nowhere };
      if (this.isRemoved.value) return { state: "failed", reason: storeWords.removed };
      if (this.#unsaved.value === 0) return { state: "saved" };
      const reason = this.#obstacle.value ?? this.#trouble.value;
      return reason === null ? { state: "saving" } : { state: "failed", reason };
    });
  }

  /** Hands to the log what was written, in one transaction, after what goes first. Where nothing was, nothing is done. */
  keep(writer: Pick<UpdateRecord, "map" | "client">, made: readonly Made[], entry: () => MapEntry): void {
    const records = made.flatMap(({ bytes, label, change }) =>
      bytes === null ? [] : [{ ...writer, label, change, bytes }],
    );
    if (records.length === 0 || this.isRemoved.peek()) return;
    if (this.first !== null) records.unshift({ ...writer, label: "", change: null, bytes: this.first });
    this.first = null;
    const written = this.#log.append(records, entry());
    this.#await(written.then((seq) => (this.isRemoved.value ||= seq === 0)));
  }

  /** Counts edits that cannot be handed to the log yet as unsaved, until `release`. */
  holdBack(): void {
    if (this.#release !== null) return;
    this.#await(new Promise<void>((resolve) => (this.#release = resolve)));
  }

  /** Says why the edits that are held back wait. */
  say(obstacle: string): void {
    this.#obstacle.value = obstacle;
  }

  /** What was held back has been handed over. */
  release(): void {
    this.#release?.();
    this.#release = null;
    this.#obstacle.value = null;
  }

  /** Resolves when everything, held back or handed over, is on the disk. */
  async written(): Promise<void> {
    for (let last = null; last !== this.#lastWrite; await last) last = this.#lastWrite;
  }

  #await(write: Promise<unknown>): void {
    this.#unsaved.value++;
    this.#lastWrite = Promise.all([this.#lastWrite, write.then(() => this.#unsaved.value--)]);
  }

  destroy(): void {
    this.#stop();
  }
}
