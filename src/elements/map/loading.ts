/** A part of the map that is fetched when it is first wanted. */
export class Loading<Part> {
  readonly #fetch: () => Promise<Part>;
  readonly #done: () => void;
  #isAsked = false;
  #part: Part | "failed" | null = null;

  /** `done` is called when the part is here, or cannot be had. */
  constructor(fetch: () => Promise<Part>, done: () => void) {
    this.#fetch = fetch;
    this.#done = done;
  }

  /** `null` until it is here. */
  get part(): Part | null {
    return this.#part === "failed" ? null : this.#part;
  }

  /** Whether the map has to do without it. */
  get hasFailed(): boolean {
    return this.#part === "failed";
  }

  want(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const settle = (part: Part | "failed") => {
      this.#part = part;
      this.#done();
    };
    void this.#fetch().then(settle, () => settle("failed"));
  }
}
