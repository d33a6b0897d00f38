import { effect } from "@preact/signals-core";
import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Renders its host again whenever a signal changes that `read` read.
 *
 *     readonly #watching = new Watching(this, () => this.session.map.value);
 *
 * `read` runs at once when the host connects and after every `renew()`; hosts whose signals come in by
 * a property call `renew()` from `willUpdate` when that property has changed.
 */
export class Watching implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => unknown;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, read: () => unknown) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {
    this.renew();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Reads again, so that signals of a new property are the ones watched. */
  renew(): void {
    this.#stop?.();
    this.#stop = effect(() => {
      this.#read();
      this.#host.requestUpdate();
    });
  }
}
