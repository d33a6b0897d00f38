/** Fetches what draws blocks when it is first wanted. */
export class FarLoading {
  readonly #done: () => void;
  #state: "unasked" | "asked" | "here" | "failed" = "unasked";

  /** `done` is called when it is here, or cannot be had. */
  constructor(done: () => void) {
    this.#done = done;
  }

  get isHere(): boolean {
    return this.#state === "here";
  }

  /** Whether the map has to do with its cards. */
  get hasFailed(): boolean {
    return this.#state === "failed";
  }

  want(): void {
    if (this.#state !== "unasked") return;
    this.#state = "asked";
    const settle = (state: "here" | "failed") => () => {
      this.#state = state;
      this.#done();
    };
    void import("#elements/map/far-map.ts").then(settle("here"), settle("failed"));
  }
}
