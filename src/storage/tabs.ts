import type { MapId } from "#model/ids.ts";

/**
 * What one tab tells the others: that a map's log has grown, that the catalogue has changed, that the browser has thrown
 * the database away and this tab has made it anew, or that everything is being deleted.
 */
export type Hint =
  | { readonly type: "log"; readonly map: MapId }
  | { readonly type: "library" }
  | { readonly type: "remade" }
  | { readonly type: "forget" };

/**
 * Word between tabs. Only a hint, and one may get lost while a tab sleeps: the database is the truth.
 * So a tab that comes into view again hears `null`: anything may have happened.
 */
export class Tabs {
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<(hint: Hint | null) => void>();
  readonly #listenersHere = new Set<() => void>();
  readonly #awake = () => {
    if (document.visibilityState === "visible") this.#hear(null);
  };

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Hint>) => this.#hear(data));
    document.addEventListener("visibilitychange", this.#awake);
    addEventListener("pageshow", this.#awake);
  }

  tell(hint: Hint): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it never leaves the origin
    this.#channel.postMessage(hint);
    for (const listener of this.#listenersHere) listener();
  }

  /** Tells this tab as well: for what came in past its open maps. */
  tellAll(hint: Hint): void {
    this.tell(hint);
    this.#hear(hint);
  }

  /** Calls back when this tab tells the others something. */
  listenHere(listener: () => void): void {
    this.#listenersHere.add(listener);
  }

  listen(listener: (hint: Hint | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel.close();
    document.removeEventListener("visibilitychange", this.#awake);
    removeEventListener("pageshow", this.#awake);
  }

  #hear(hint: Hint | null): void {
    for (const listener of this.#listeners) listener(hint);
  }
}
