import type { MapId } from "#model/ids.ts";

/** What one tab tells the others: that a map's log has grown, or that the catalogue has changed. */
export type Hint = { readonly type: "log"; readonly map: MapId } | { readonly type: "library" };

/**
 * Word between tabs. Only a hint, and one may get lost while a tab sleeps: the database is the truth.
 * So a tab that comes into view again hears `null`: anything may have happened.
 */
export class Tabs {
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<(hint: Hint | null) => void>();
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
