import type { Draft } from "#store/draft.ts";
import type { Ground, OpenMapParts } from "#store/ground.ts";
import type { Keeper } from "#store/keeper.ts";

/** How long after a failure a draft asks for its document again, in milliseconds. */
const RETRY_AFTER = 5000;

/** Brings a draft to its document, once, and again after a failure; `settle` hears of the document while the draft is still in use. */
export class Grounding {
  readonly #parts: OpenMapParts;
  readonly #keeper: Keeper;
  readonly #settle: (draft: Draft, ground: Ground) => void;
  #making: Promise<void> | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: OpenMapParts, keeper: Keeper, settle: (draft: Draft, ground: Ground) => void) {
    this.#parts = parts;
    this.#keeper = keeper;
    this.#settle = settle;
  }

  /** Makes the document of a draft, whether or not it was edited. Resolves when that is there, or cannot be yet. */
  prepare(draft: Draft): Promise<void> {
    return (this.#making ??= this.#make(draft));
  }

  /** The same for a draft that was edited. What keeps it from its document is said, and tried again at the next call. */
  async bring(draft: Draft): Promise<void> {
    if (draft.isUntouched) return;
    this.#keeper.holdBack();
    await this.prepare(draft);
  }

  /** The document of a draft, now. Rejects with a sentence when it cannot be made; one that was edited is brought to it in its own time. */
  async ask(draft: Draft): Promise<void> {
    await this.#making;
    if (!draft.isUntouched) return this.bring(draft);
    const ground = await this.#parts.ground(draft.map, true);
    if (ground !== null) this.#settle(draft, ground);
  }

  /** The disk may have something of the map now. Rejects when it cannot be read. */
  async look(draft: Draft): Promise<void> {
    if (draft.isLikeness) return this.prepare(draft);
    const ground = await this.#parts.ground(draft.map, false);
    if (ground !== null) this.#settle(draft, ground);
  }

  stop(): void {
    clearTimeout(this.#retry);
  }

  async #make(draft: Draft): Promise<void> {
    clearTimeout(this.#retry);
    try {
      const ground = await this.#parts.ground(draft.map, true);
      this.#making = null;
      if (ground !== null) this.#settle(draft, ground);
      this.#keeper.release();
    } catch (error) {
      this.#making = null;
      if (draft.isUntouched && !draft.isLikeness) return;
      this.#retry = setTimeout(() => void this.prepare(draft), RETRY_AFTER);
      this.#keeper.say(error instanceof Error ? error.message : String(error));
    }
  }
}
