import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Compared, Comparer } from "#store/comparer.ts";
import type { State } from "#store/states.ts";

/** Comparing that is done sooner shows no progress, in milliseconds. */
const briefly = 500;

/** How the comparison of two versions stands. */
export type Standing =
  /** `share` is how much is done, from 0 to 1, as soon as it takes long. */
  | { readonly type: "comparing"; readonly share: number | null }
  | { readonly type: "compared"; readonly compared: Compared }
  | { readonly type: "cancelled" }
  | { readonly type: "failed"; readonly reason: string };

/** Compares the two versions that its host shows, and renders the host when there is news. */
export class Pairing implements ReactiveController {
  standing: Standing = { type: "comparing", share: null };
  readonly #host: ReactiveControllerHost;
  readonly #comparer: () => Comparer;
  #pair: readonly [earlier: State, later: State] | null = null;
  #cancelling = new AbortController();

  constructor(host: ReactiveControllerHost, comparer: () => Comparer) {
    this.#host = host;
    this.#comparer = comparer;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#cancelling.abort();
    this.#pair = null;
  }

  /** Compares two states, unless they are the two that it has or is at. */
  show(earlier: State, later: State): void {
    if (this.#pair?.[0] === earlier && this.#pair[1] === later) return;
    this.#pair = [earlier, later];
    this.again();
  }

  cancel(): void {
    this.#cancelling.abort();
    this.#say({ type: "cancelled" });
  }

  /** Compares the two once more, after it was cancelled or failed. */
  again(): void {
    if (this.#pair === null) return;
    this.#cancelling.abort();
    this.#cancelling = new AbortController();
    this.standing = { type: "comparing", share: null };
    void this.#compare(...this.#pair, this.#cancelling.signal);
  }

  async #compare(earlier: State, later: State, signal: AbortSignal): Promise<void> {
    let share = 0;
    const timer = setInterval(() => this.#say({ type: "comparing", share }), briefly);
    const tell = (now: number) => (share = now);
    signal.addEventListener("abort", () => clearInterval(timer));
    try {
      const compared = await this.#comparer().compare(earlier, later, { signal, tell });
      if (compared !== null && !signal.aborted) this.#say({ type: "compared", compared });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!signal.aborted) this.#say({ type: "failed", reason });
    }
    clearInterval(timer);
  }

  #say(standing: Standing): void {
    this.standing = standing;
    this.#host.requestUpdate();
  }
}
