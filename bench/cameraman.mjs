/**
 * Installs what moves the camera over the open map and times the frames. It is sent into the browser as text, so it
 * uses nothing from outside itself.
 */
export function installCameraman() {
  const { document: page, requestAnimationFrame: ask } = globalThis;
  /** @returns {any} */
  const screen = () => page.querySelector("app-shell")?.shadowRoot?.querySelector("map-screen");
  const frame = () => new Promise((resolve) => ask(resolve));
  const frames = async (/** @type {number} */ count) => {
    for (let left = count; left > 0; left -= 1) await frame();
  };
  /** All elements of the page, in open shadow roots too. @param {ParentNode} within @returns {number} */
  const elementsIn = (within) =>
    [...within.querySelectorAll("*")].reduce(
      (sum, { shadowRoot }) => sum + 1 + (shadowRoot === null ? 0 : elementsIn(shadowRoot)),
      0,
    );
  const turn = (/** @type {WheelEventInit} */ by) =>
    screen()
      .shadowRoot.querySelector(".ground")
      .dispatchEvent(
        new WheelEvent("wheel", { clientX: 640, clientY: 400, bubbles: true, cancelable: true, ...by }),
      );

  /**
   * Resolves when the page has had nothing else to do for so many frames: what opening leaves to do is done. On a
   * machine that is never quiet, after ten seconds.
   */
  const calm = async (frames = 120) => {
    const deadline = performance.now() + 10_000;
    for (let quiet = 0; quiet < frames && performance.now() < deadline;) {
      const began = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 0));
      quiet = performance.now() - began < 12 ? quiet + 1 : 0;
      await frame();
    }
  };

  const steps = {
    rest: () => {},
    /** @param {number} step */
    pan: (step) => turn({ deltaX: step < 90 ? 30 : -30, deltaY: step % 60 < 30 ? 4 : -4 }),
    /** @param {number} step */
    zoom: (step) => turn({ ctrlKey: true, deltaY: step < 90 ? 2.6 : -2.6 }),
    /** @param {number} step */
    fit: (step) => {
      if (step === 0) screen().session.wish.value = { type: "fit" };
    },
  };
  const lengths = { rest: 120, pan: 180, zoom: 180, fit: 30 };

  Object.assign(globalThis, {
    cameraman: {
      calm,
      unfold: async () => {
        const { session } = screen();
        session.refold(new Set());
        while (session.picture.value?.cards.size !== session.map.value.claims.size) await frame();
        await calm();
      },
      /** Takes the camera to the midst of the map, at a scale. @param {number | "fit"} scale */
      goTo: async (scale) => {
        const { session } = screen();
        const { bounds } = session.picture.value;
        const { width, height } = session.screen.value;
        if (scale === "fit") session.wish.value = { type: "fit" };
        else {
          const [x, y] = [bounds.x + bounds.width * 0.35, bounds.y + bounds.height * 0.6];
          session.viewport.value = { scale, x: x - width / scale / 2, y: y - height / scale / 2 };
        }
        await frames(60);
      },
      /** @param {keyof typeof steps} move */
      take: async (move) => {
        /** @type {number[]} */
        const times = [];
        let [cards, elements, before] = [0, 0, await frame()];
        for (let step = 0; step < lengths[move]; step += 1) {
          steps[move](step);
          const now = await frame();
          times.push(now - before);
          before = now;
        }
        cards = screen().shadowRoot.querySelectorAll("claim-card").length;
        elements = elementsIn(document);
        return { frames: times, cards, elements };
      },
    },
  });
}
