import { effect, type ReadonlySignal } from "@preact/signals-core";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Finding } from "#lenses/missing/finding.ts";
import { findingMissing } from "#lenses/missing.ts";
import type { ArgumentMap } from "#model/map.ts";
import { inTurns, whenIdle } from "#store/turns.ts";

/** After so many milliseconds what is missing is reckoned even where the page was never quiet. */
const latest = 1000;

/** What is missing, and the map in which that was found: the findings' places are in it. */
export interface Reckoned {
  readonly map: ArgumentMap;
  readonly findings: readonly Finding[];
}

/**
 * Keeps what is missing up with a map while its host is on the page, and renders the host when it is another: reckoned
 * in a quiet moment after an edit, a step at a time, and begun anew where the map changes meanwhile.
 */
export class MissingFollowing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #map: () => ReadonlySignal<ArgumentMap> | undefined;
  #reckoned: Reckoned | null = null;
  #current = new AbortController();
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, map: () => ReadonlySignal<ArgumentMap> | undefined) {
    this.#host = host;
    this.#map = map;
    host.addController(this);
  }

  /** `null` until the map has been read for the first time. */
  get reckoned(): Reckoned | null {
    return this.#reckoned;
  }

  hostConnected(): void {
    this.renew();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
    this.#current.abort();
  }

  /** Follows the map that the host has now. */
  renew(): void {
    this.hostDisconnected();
    this.#reckoned = null;
    this.#stop = effect(() => {
      const map = this.#map()?.value;
      if (map === undefined) return;
      this.#current.abort();
      const { signal } = (this.#current = new AbortController());
      whenIdle(() => void this.#reckon(map, signal), latest);
    });
  }

  async #reckon(map: ArgumentMap, signal: AbortSignal): Promise<void> {
    const findings = await inTurns(findingMissing(map), { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      return null;
    });
    if (findings === null || signal.aborted) return;
    this.#reckoned = { map, findings };
    this.#host.requestUpdate();
  }
}
