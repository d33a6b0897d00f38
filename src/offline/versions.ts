import { openPages } from "#offline/page-lock.ts";

/** How often, at most, a page that is looked at again asks whether there is a new version, in milliseconds. */
const askEvery = 60 * 60_000;

/** What the page tells about itself. */
export interface Page {
  /** The service worker's address, as Trusted Types want it. */
  readonly worker: string;
  /** Whether nothing would be lost or interrupted by a reload. */
  isQuiet(): boolean;
  /** A new version waits; `take` changes to it. Called again with the same meaning at most once a version. */
  ready(take: () => void): void;
  /** Whether all that was done is on the disk, as soon as it can be said; says why not. */
  settle(): Promise<boolean>;
}

/** Keeps the app on this device, and finds new versions of it. Never rejects: without it, the app still works. */
export async function keepVersions(page: Page): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(page.worker, { updateViaCache: "none" });
    new Versions(page, registration).watch();
  } catch {
    // A browser that refuses (a private window, a full disk, no server) goes on without.
  }
}

class Versions {
  readonly #page: Page;
  readonly #registration: ServiceWorkerRegistration;
  #askedAt = Date.now();
  /** Whether this page runs a version that is not the newest on the device. */
  #isOld = false;
  #taking = false;

  constructor(page: Page, registration: ServiceWorkerRegistration) {
    this.#page = page;
    this.#registration = registration;
  }

  watch(): void {
    const { serviceWorker } = navigator;
    this.#registration.addEventListener("updatefound", () => this.#follow());
    let isFirst = this.#registration.active?.state !== "activated";
    serviceWorker.addEventListener("controllerchange", () => {
      if (!isFirst) this.#tookOver();
      isFirst = false;
    });
    document.addEventListener("visibilitychange", () => this.#looked());
    this.#follow();
    this.#offerWaiting();
    if (this.#registration.waiting === null) tell(this.#registration.active, "tidy");
  }

  #follow(): void {
    const { installing } = this.#registration;
    installing?.addEventListener("statechange", () => this.#offerWaiting());
  }

  #offerWaiting(): void {
    if (this.#registration.waiting !== null && this.#registration.active !== null) this.#offer();
  }

  #offer(): void {
    if (!this.#isOld) this.#page.ready(() => void this.#take());
    this.#isOld = true;
    void this.#takeIfQuiet();
  }

  /** Another page has changed to the new version. This one goes on with its own until it is told, or left alone. */
  #tookOver(): void {
    if (this.#taking) location.reload();
    else this.#offer();
  }

  async #take(): Promise<void> {
    if (this.#taking) return;
    this.#taking = true;
    if (!(await this.#page.settle())) {
      this.#taking = false;
      return;
    }
    const { waiting } = this.#registration;
    if (waiting === null) location.reload();
    else tell(waiting, "take over");
  }

  #looked(): void {
    void this.#takeIfQuiet();
    if (document.hidden || Date.now() - this.#askedAt < askEvery) return;
    this.#askedAt = Date.now();
    void this.#registration.update().catch(() => undefined);
  }

  /** Out of sight, with nothing open, unsaved or to be undone, and no other page that would be left behind. */
  async #takeIfQuiet(): Promise<void> {
    if (!this.#isOld || !document.hidden || !this.#page.isQuiet()) return;
    const pages = await openPages(this.#registration.scope);
    const isAlone = this.#registration.waiting === null || pages.length <= 1;
    if (isAlone && document.hidden && this.#page.isQuiet()) await this.#take();
  }
}

function tell(worker: ServiceWorker | null, order: "take over" | "tidy"): void {
  worker?.postMessage(order, []);
}
