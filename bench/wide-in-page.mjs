/**
 * Installs the stopwatch for large maps in a page before its own scripts run. It is sent into the browser as text, so it
 * uses nothing from outside itself. It asks for the first card with a place and for how many cards there are, never for
 * the places of all, which would cost those most who draw most. A card may be tiny: some begin with all of the map.
 * @param {{ hosts: readonly string[], card: string, limit: number }} where the elements whose shadow trees lead to the
 *   cards, what a card is, and after how many milliseconds nothing is waited for any more
 */
export function installWideStopwatch({ hosts, card, limit }) {
  const root = () =>
    hosts.reduce(
      (within, host) => within?.querySelector(host)?.shadowRoot ?? null,
      /** @type {ParentNode | null} */ (document),
    );
  const cards = () => root()?.querySelectorAll(card) ?? [];
  const hasCard = () => {
    const { width, height } = root()?.querySelector(card)?.getBoundingClientRect() ?? { width: 0, height: 0 };
    return width > 0 && height > 0;
  };
  /** New claims come late in the page, whoever draws them. @param {string} text */
  const says = (text) =>
    [...cards()]
      .slice(-300)
      .some((each) => `${each.textContent} ${each.getAttribute("aria-label") ?? ""}`.includes(text));
  const isWriting = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return (
      active instanceof HTMLElement &&
      (active.isContentEditable || /^(?:INPUT|TEXTAREA)$/.test(active.tagName))
    );
  };
  /** When what was waited for has been painted. @param {() => boolean} holds @returns {Promise<number>} */
  const painted = (holds) =>
    new Promise((resolve, reject) => {
      const deadline = performance.now() + limit;
      const look = () => {
        if (performance.now() > deadline) return reject(new Error(`Nothing came on screen in ${limit} ms.`));
        if (!holds()) return void requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => resolve(performance.now()), { once: true });
        port1.start();
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  /** From the next key to its effect. @param {() => boolean} holds @returns {Promise<number>} */
  const fromKey = (holds) =>
    new Promise((resolve, reject) => {
      const start = (/** @type {KeyboardEvent} */ event) => {
        if (["Shift", "Control"].includes(event.key)) return;
        removeEventListener("keydown", start, true);
        painted(holds).then((end) => resolve(end - event.timeStamp), reject);
      };
      addEventListener("keydown", start, true);
    });
  const ready = painted(hasCard);
  ready.catch(() => undefined);
  let waiting = Promise.resolve(0);
  /** @type {number[]} */
  let frames = [];
  let [isWatching, last] = [false, 0];
  const watch = (/** @type {number} */ now) => {
    frames.push(now - last);
    last = now;
    if (isWatching) requestAnimationFrame(watch);
  };
  Object.assign(globalThis, {
    stopwatch: {
      ready: () => ready,
      cards: () => cards().length,
      /** From now until a card is there. */
      untilCard: async () => {
        const began = performance.now();
        return (await painted(hasCard)) - began;
      },
      armForCard: () => {
        const before = cards().length;
        waiting = fromKey(() => isWriting() && cards().length > before);
        return 0;
      },
      armForText: (/** @type {string} */ text) => {
        waiting = fromKey(() => !isWriting() && says(text));
        return 0;
      },
      read: () => waiting,
      watchFrames: () => {
        frames = [];
        isWatching = true;
        last = performance.now();
        requestAnimationFrame(watch);
        return 0;
      },
      framesSeen: () => {
        isWatching = false;
        return frames.slice(1);
      },
      fit: () => {
        Reflect.get(globalThis, "fit")?.();
        return 0;
      },
    },
  });
}
