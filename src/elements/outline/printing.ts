import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A screen that looks another way on paper. */
interface Printed extends ReactiveControllerHost {
  /** Draws it at once. */
  drawNow(): void;
}

/** Draws its host again, at once, when the page is about to be printed and when it was. */
export class Printing implements ReactiveController {
  now = false;
  readonly #host: Printed;
  readonly #paper = matchMedia("print");

  constructor(host: Printed) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("beforeprint", this.#begin);
    addEventListener("afterprint", this.#end);
    this.#paper.addEventListener("change", this.#turned);
  }

  hostDisconnected(): void {
    removeEventListener("beforeprint", this.#begin);
    removeEventListener("afterprint", this.#end);
    this.#paper.removeEventListener("change", this.#turned);
  }

  readonly #begin = (): void => this.#set(true);
  readonly #end = (): void => this.#set(false);
  readonly #turned = (): void => this.#set(this.#paper.matches);

  #set(now: boolean): void {
    if (now === this.now) return;
    this.now = now;
    this.#host.drawNow();
  }
}
