/*
 * Uses the app as a person does, from beside it: the app stands in a frame of this page, and what is to be pressed and
 * read is found in it by role and name. So it works in an engine that no one drives, with the profile that the browser
 * keeps by itself, and may be killed at any moment.
 *
 * It reads which edits are there, tells them, and then edits on without an end. Every edit leaves its number on the
 * screen. What is told goes out at once to the server that this page came from, which outlives the browser.
 */

const asked = new URLSearchParams(location.search);
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
const numbered = /\bEdit (\d+)\b/g;

/** @param {object} word */
function tell(word) {
  return fetch("told", { method: "POST", body: JSON.stringify(word), keepalive: true });
}

/** Resolves when it holds; looked at in every frame. @param {() => unknown} holds */
function until(holds) {
  return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const look = () => (holds() ? resolve() : requestAnimationFrame(look));
    look();
  });
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Every element of the app, those in shadow roots too. @returns {Generator<Element>} */
function* elements(/** @type {Document | ShadowRoot} */ root = appDocument()) {
  for (const element of root.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* elements(element.shadowRoot);
  }
}

function appDocument() {
  const document = frame.contentDocument;
  if (document === null) throw new Error("The app's frame is empty.");
  return document;
}

/** Finds an element once, and again when it has gone. @param {(element: Element) => boolean} isIt */
function finder(isIt) {
  /** @type {Element | undefined} */
  let found;
  return () => {
    if (!found?.isConnected || found.ownerDocument !== frame.contentDocument)
      found = [...elements()].find(isIt);
    return found;
  };
}

const statusLine = finder((element) => element.localName === "save-status");
const tree = finder((element) => element.getAttribute("role") === "tree");

/** What the status line says. */
function status() {
  return statusLine()?.shadowRoot?.textContent ?? "";
}

/** What keeps the status line from saying that all is saved: its words, and the reason that stands at them. */
function obstacle() {
  const words = /Saving…|Not saved|Not kept/.exec(status())?.[0] ?? "";
  const reason = statusLine()?.shadowRoot?.querySelector("[title]")?.getAttribute("title") ?? "";
  return reason === "" ? words : `${words}: ${reason}`;
}

/** What the app says has been lost, if anything. */
function notice() {
  const bar = [...elements()].find((element) => element.localName === "notice-bar");
  return bar?.shadowRoot?.textContent?.trim() ?? "";
}

function treeItems() {
  return [...(tree()?.querySelectorAll('[role="treeitem"]') ?? [])];
}

/** The numbers of the edits that the screen shows. */
function shownEdits() {
  const names = treeItems().map((item) => item.getAttribute("aria-label") ?? "");
  return names.flatMap((name) => [...name.matchAll(numbered)].map(([, number]) => Number(number)));
}

/** What has the focus in the app, however deep. */
function focused() {
  let element = appDocument().activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element ?? appDocument().body;
}

/** @param {string} key @param {KeyboardEventInit} [more] */
function press(key, more = {}) {
  const { KeyboardEvent } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (frame.contentWindow));
  const sort = { key, bubbles: true, composed: true, cancelable: true, ...more };
  const target = focused();
  target.dispatchEvent(new KeyboardEvent("keydown", sort));
  target.dispatchEvent(new KeyboardEvent("keyup", sort));
}

/** Types into the field that has the focus. @param {string} text */
function type(text) {
  const field = focused();
  if (field.localName !== "textarea")
    throw new Error(
      `There is no field to type "${text}" into: ${field.localName}, ${appDocument().hasFocus()}.`,
    );
  const area = /** @type {HTMLTextAreaElement} */ (field);
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  const { InputEvent } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (frame.contentWindow));
  area.dispatchEvent(
    new InputEvent("input", { data: text, inputType: "insertText", bubbles: true, composed: true }),
  );
}

/** @param {string} at */
async function open(at) {
  frame.src = "about:blank";
  await until(() => frame.contentWindow?.location.href === "about:blank" && treeItems().length === 0);
  frame.src = `../${at}`;
  await until(
    () => frame.contentDocument?.readyState === "complete" && treeItems().length > 0 && status() !== "",
  );
}

/** Tells all that the outline shows when everything is unfolded. */
async function read() {
  await open("#/m/de-stalinization/outline");
  treeItems()[0]?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  /** @type {HTMLElement} */ (treeItems()[0]).focus();
  press("F", { code: "KeyF", shiftKey: true });
  await until(() => /(^|\D)\d[\d,]* claims\b/.test(status()) && !/shown/.test(status()));
  await until(
    () => treeItems().length === Number(/([\d,]+) claims/.exec(status())?.[1]?.replaceAll(",", "")),
  );
  await tell({ type: "read", edits: shownEdits(), notice: notice() });
}

/** Writes a claim with the number in it, in a few strokes, and now and then leaves time for a pause of typing. @param {number} number */
async function write(number) {
  press("+", { code: "Equal", shiftKey: true });
  await until(() => focused().localName === "textarea");
  for (const stroke of ["Edit ", `${number}`, " of many"]) {
    type(stroke);
    if (number % 7 === 0) await nextFrame();
  }
  if (number % 25 === 0) await new Promise((resolve) => setTimeout(resolve, 300));
  press("Enter");
  await until(() => focused().getAttribute("role") === "treeitem");
}

/** Adds to the sentence of the claim in hand. @param {number} number */
async function rewrite(number) {
  press("Enter");
  await until(() => focused().localName === "textarea");
  type(`, Edit ${number} too`);
  press("Enter");
  await until(() => focused().getAttribute("role") === "treeitem");
}

/**
 * Tells the highest number on the screen whenever the status line says that all is saved, and for how long it has not
 * said so before. It looks at the beginning of a frame, when the screen is as a person sees it.
 * @param {number} first
 */
async function watch(first) {
  let told = first - 1;
  let savedAt = performance.now();
  let waited = 0;
  /** @type {Set<string>} */
  const said = new Set();
  for (;;) {
    await nextFrame();
    if (!status().includes("Saved on this device")) {
      said.add(obstacle());
      continue;
    }
    const now = performance.now();
    if (said.size > 0) waited = Math.max(waited, now - savedAt);
    savedAt = now;
    const highest = Math.max(...shownEdits(), told);
    if (highest <= told) continue;
    told = highest;
    void tell({ type: "saved", edit: highest, waited, said: [...said] });
    said.clear();
    waited = 0;
  }
}

/** Tells when a connection of the app to the disk ends that the app has not ended, and when a transaction does. */
function watchDisk() {
  const { IDBDatabase } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (frame.contentWindow));
  const { transaction } = IDBDatabase.prototype;
  const known = new WeakSet();
  IDBDatabase.prototype.transaction = function (...order) {
    if (!known.has(this))
      for (const event of ["close", "abort"])
        this.addEventListener(event, () => void tell({ type: "ended", what: event }));
    known.add(this);
    return transaction.apply(this, order);
  };
}

/** Edits without an end. @param {{ first: number, burst: number, screen: string | null }} orders */
async function edit({ first, burst, screen }) {
  await open(screen === "map" ? "#/m/de-stalinization" : "#/m/de-stalinization/outline");
  /** @type {HTMLElement} */ (treeItems()[0]).focus();
  watchDisk();
  void watch(first);
  for (let number = first; ; number++) {
    const isLast = number % 5 === 4;
    await (isLast ? rewrite(number) : write(number));
    if (number % 5 > 2) press("ArrowUp");
    if (number % burst === 0) await nextFrame();
  }
}

try {
  await read();
  const [first = 0, burst = 1] = ["first", "burst"].map((name) => Number(asked.get(name)));
  await edit({ first, burst, screen: asked.get("screen") });
} catch (error) {
  await tell({ type: "stuck", reason: String(error) });
}
