/**
 * Installs what edits the open map and says when that is on screen. It is sent into the browser as text, so it uses
 * nothing from outside itself. A moment counts as painted in the first task after the frame in which it was true.
 */
export function installEditor() {
  const { document: page, requestAnimationFrame: ask } = globalThis;
  /** @returns {any} */
  const screen = () => page.querySelector("app-shell")?.shadowRoot?.querySelector("map-screen");
  const seen = () => screen()?.shadowRoot?.querySelector('[role="treeitem"]') instanceof Element;
  /** @param {() => boolean} holds @returns {Promise<number>} */
  const painted = (holds) =>
    new Promise((resolve, reject) => {
      const deadline = performance.now() + 30_000;
      const look = () => {
        if (performance.now() > deadline)
          return reject(new Error("Nothing came on screen in thirty seconds."));
        if (!holds()) return void ask(look);
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => resolve(performance.now()), { once: true });
        port1.start();
        port2.postMessage(null);
      };
      ask(look);
    });
  const frame = () => new Promise((resolve) => ask(resolve));
  let waiting = Promise.resolve(0);
  /** @type {string | null} */
  let claim = null;
  const textOf = () => screen().session.map.value.claims.get(claim)?.text ?? "";
  const cardText = () =>
    screen().shadowRoot.querySelector(`#claim-${claim}`)?.shadowRoot.querySelector(".text")?.textContent ??
    "";
  const tall = () => screen().session.picture.value.cards.get(claim)?.height ?? 0;
  const field = () => screen().shadowRoot.querySelector("claim-editor").shadowRoot.querySelector("textarea");

  /** A claim in the midst of the map that has answers, always another one. */
  let turn = 0;
  const choose = () => {
    const { session } = screen();
    const { order, nodes } = session.forest.value;
    turn += 1;
    let at = Math.floor(order.length * 0.4) + 97 * turn;
    while (nodes.get(order[at % order.length]).children.length === 0) at += 1;
    return order[at % order.length];
  };
  /** @param {string} text */
  const type = (text) => {
    const area = field();
    area.value += text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: text }));
  };
  const goTo = async () => {
    const { session } = screen();
    session.finish();
    while (session.picture.value.cards.size !== session.shown.value.length) await frame();
    claim = choose();
    session.take(claim, "centre");
    await frame();
    const rect = session.picture.value.cards.get(claim);
    const size = session.screen.value;
    session.viewport.value = {
      scale: 1,
      x: rect.x + rect.width / 2 - size.width / 2,
      y: rect.y - size.height / 2,
    };
    await frame();
    await frame();
    screen().shadowRoot.querySelector(`#claim-${claim}`)?.focus();
  };
  const filler = " and a line more of words";

  /** @type {Record<string, { key: string, prepare: () => Promise<void>, holds: () => () => boolean }>} */
  const kinds = {
    letter: {
      key: "x",
      prepare: async () => screen().session.edit(claim),
      holds: () => {
        const before = field().value;
        return () => field().value === `${before}x`;
      },
    },
    // The letter with which the card becomes a line taller.
    longer: {
      key: "x",
      prepare: async () => {
        screen().session.edit(claim);
        await frame();
        const before = field().scrollHeight;
        type(" ");
        for (let letters = 0; field().scrollHeight === before && letters < 80; letters += 1) type("x");
        const long = field().value;
        field().value = long.slice(0, -1);
        type("");
        await new Promise((resolve) => setTimeout(resolve, 500));
      },
      holds: () => {
        const before = tall();
        return () => tall() > before;
      },
    },
    finish: {
      key: "Enter",
      prepare: async () => {
        screen().session.edit(claim);
        await frame();
        type(filler);
      },
      holds: () => {
        const wanted = field().value;
        return () => cardText() === wanted && screen().session.editing.value === null;
      },
    },
    add: {
      key: "+",
      prepare: async () => {},
      holds: () => {
        const before = screen().session.picture.value.cards.size;
        return () => screen().session.picture.value.cards.size > before;
      },
    },
    undo: {
      key: "Control+z",
      prepare: async () => {
        const { session } = screen();
        session.edit(claim);
        await frame();
        type(filler);
        await frame();
        session.finish();
        await frame();
        screen().shadowRoot.querySelector(`#claim-${claim}`)?.focus();
      },
      holds: () => {
        const before = textOf();
        return () => cardText() !== before;
      },
    },
    delete: {
      key: "Delete",
      prepare: async () => {},
      holds: () => {
        const before = screen().session.picture.value.cards.size;
        return () => screen().session.picture.value.cards.size < before;
      },
    },
  };

  const editor = {
    seen: 0,
    arrival: () => {
      const script = performance
        .getEntriesByType("resource")
        .find(({ name }) => /\/main-[^/]*\.js$/.test(name));
      return {
        seen: editor.seen,
        script: /** @type {PerformanceResourceTiming} */ (script)?.responseEnd ?? 0,
      };
    },
    unfold: async () => {
      const { session } = screen();
      const began = performance.now();
      performance.mark("began");
      session.refold(new Set());
      const end = await painted(() => session.picture.value?.cards.size === session.map.value.claims.size);
      await Reflect.get(globalThis, "cameraman").calm();
      performance.mark("ended");
      return end - began;
    },
    /** @param {string} kind */
    prepare: async (kind) => {
      await goTo();
      await kinds[kind]?.prepare();
    },
    /** @param {string} kind */
    arm: (kind) => {
      const holds = kinds[kind]?.holds() ?? (() => true);
      waiting = new Promise((resolve, reject) => {
        const start = (/** @type {KeyboardEvent} */ event) => {
          if (["Shift", "Control"].includes(event.key)) return;
          removeEventListener("keydown", start, true);
          performance.mark("began");
          void painted(holds)
            .finally(() => performance.mark("ended"))
            .then((end) => resolve(end - event.timeStamp), reject);
        };
        addEventListener("keydown", start, true);
      });
      waiting.catch(() => {});
      return kinds[kind]?.key;
    },
    read: () => waiting,
  };
  void painted(seen).then((at) => (editor.seen = at));
  Object.assign(globalThis, { editor });
}
