/**
 * Installs the stopwatch in a page before its own scripts run. It is sent into the browser as text, so it uses
 * nothing from outside itself. A moment counts as painted in the first task after the frame in which it was true.
 * @param {{ card: string, drawn: string }} selectors what a card is, and one that is drawn before it takes keys
 */
export function installStopwatch({ card: selector, drawn }) {
  /** All cards that have a place, in open shadow roots too: also one that an editor lies over. @returns {Element[]} */
  const placed = (root = /** @type {ParentNode} */ (document)) => {
    const here = [...root.querySelectorAll(selector)].filter(hasPlace);
    const hosts = [...root.querySelectorAll("*")].flatMap((element) => element.shadowRoot ?? []);
    return [...here, ...hosts.flatMap((shadow) => placed(shadow))];
  };
  const hasPlace = (/** @type {Element} */ card) => {
    const { width, height } = card.getBoundingClientRect();
    return width > 20 && height > 10;
  };
  /** All cards that a person sees. */
  const cards = () =>
    placed().filter((card) => card.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
  const says = (/** @type {Element} */ card, /** @type {string} */ text) =>
    `${card.textContent} ${card.shadowRoot?.textContent ?? ""} ${card.getAttribute("aria-label") ?? ""}`.includes(
      text,
    );
  const isWriting = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return (
      active instanceof HTMLElement &&
      (active.isContentEditable || /^(?:INPUT|TEXTAREA)$/.test(active.tagName))
    );
  };
  /** When what was waited for is on screen; rejects after ten seconds. @param {() => boolean} holds @returns {Promise<number>} */
  const painted = (holds) =>
    new Promise((resolve, reject) => {
      const deadline = performance.now() + 10_000;
      const look = () => {
        if (performance.now() > deadline) return reject(new Error("Nothing came on screen in ten seconds."));
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
    new Promise((resolve) => {
      const start = (/** @type {KeyboardEvent} */ event) => {
        if (["Shift", "Control"].includes(event.key)) return;
        removeEventListener("keydown", start, true);
        resolve(painted(holds).then((end) => end - event.timeStamp));
      };
      addEventListener("keydown", start, true);
    });

  const seen = painted(() => [...document.querySelectorAll(drawn)].some(hasPlace) || cards().length > 0);
  const ready = painted(() => cards().length > 0);
  let waiting = Promise.resolve(0);
  Object.assign(globalThis, {
    stopwatch: {
      seen: () => seen,
      ready: () => ready,
      cards: () => cards().length,
      armForCard: () => {
        const before = placed().length;
        waiting = fromKey(() => isWriting() && placed().length > before);
      },
      armForText: (/** @type {string} */ text) => {
        waiting = fromKey(() => !isWriting() && cards().some((card) => says(card, text)));
      },
      read: () => waiting,
    },
  });
}
