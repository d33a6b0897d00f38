import { batch, type Signal, signal } from "@preact/signals-core";
import type { ArgumentMap } from "#model/map.ts";
import type { Body } from "#store/body.ts";
import type { Happening, History } from "#store/ports.ts";
import type { Version } from "#store/states.ts";

/** What an open map shows: immutable values in signals that change together. */
export class Shown {
  readonly map: Signal<ArgumentMap>;
  readonly history = signal<History>({ undo: null, redo: null });
  readonly happened = signal<Happening | null>(null);
  readonly losses = signal<readonly string[]>([]);
  readonly versions = signal<readonly Version[]>([]);

  constructor(map: ArgumentMap) {
    this.map = signal(map);
  }

  /** Shows how the map stands, and what was done to it last, if that is new. */
  show({ map, history, versions }: Body, happening: Happening | null = null): void {
    batch(() => {
      this.map.value = map;
      this.history.value = history;
      this.versions.value = versions;
      if (happening !== null) this.happened.value = happening;
    });
  }

  tellLosses(losses: readonly string[]): void {
    if (losses.join() !== this.losses.peek().join()) this.losses.value = losses;
  }
}
