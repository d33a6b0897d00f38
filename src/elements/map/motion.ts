/**
 * One clock for everything on the map that moves from where it stands to where it should stand, so that the
 * camera and the cards never part on the way. Calls `paint` once a frame while something moves.
 */
export class Motion {
  readonly #paint: () => void;
  #began = 0;
  #length = 0;
  #now = 0;
  #frame = 0;

  constructor(paint: () => void) {
    this.#paint = paint;
  }

  /** How far the move has come: 0 at its start, 1 at rest. The same all through one frame. */
  get progress(): number {
    if (this.#length === 0) return 1;
    const part = Math.min(1, Math.max(0, (this.#now - this.#began) / this.#length));
    return 1 - (1 - part) ** 3;
  }

  get isMoving(): boolean {
    return this.#length > 0;
  }

  /** Starts a move of `length` milliseconds from now; 0 is there at once. */
  begin(length: number): void {
    this.#now = performance.now();
    this.#began = this.#now;
    this.#length = length;
    this.ask();
  }

  /** Asks for one paint in the next frame. */
  ask(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#tick);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#length = 0;
  }

  readonly #tick = (now: number): void => {
    this.#frame = 0;
    this.#now = now;
    if (this.progress === 1) this.#length = 0;
    this.#paint();
    if (this.isMoving) this.ask();
  };
}
