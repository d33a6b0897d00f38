/** Work that is done once more when it is asked for while it is being done, so that whoever asks last sees all of it. */
export class Repeated {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | null = null;
  #isAskedAgain = false;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Resolves when it is done; rejects as the work does. */
  run(): Promise<void> {
    this.#isAskedAgain = this.#running !== null;
    this.#running ??= this.#repeat().finally(() => (this.#running = null));
    return this.#running;
  }

  async #repeat(): Promise<void> {
    do {
      this.#isAskedAgain = false;
      await this.#work();
    } while (this.#isAskedAgain);
  }
}
