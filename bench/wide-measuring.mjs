import { chromium } from "playwright";
import { chromiumArguments } from "../scripts/chromium.mjs";
import { programOf } from "../scripts/engines.mjs";
import { serve } from "../scripts/serving.mjs";
import { wideContestantsOf } from "./wide-contestants.mjs";
import { installWideStopwatch } from "./wide-in-page.mjs";

/** @typedef {import("playwright").Page} Page */
/** @typedef {import("./wide-contestants.mjs").WideContestant} WideContestant */
/**
 * Of one contestant: numbers by what was measured, one a try (milliseconds, and bytes for `heap`); `cards` is how many
 * are in the page at first, `unfinished` what did not finish within the cap.
 * @typedef {{ name: string, library: string | null, cards: number, tries: Record<string, number[]>, unfinished: string[] }} WideTimes
 */
/** @typedef {{ claims: number, links: number, rounds: number, cap: number, browser: string, load: string, times: WideTimes[] }} WideResult */

const editsInARound = 3;
const stepsOfCamera = 60;
/** How long a map is left alone after the first visit, in milliseconds: what is to make the next one quick is written when it rests. */
const rest = 8000;

/**
 * Opens everyone in turn, round by round, each time in a browser of its own. What does not finish within `cap` seconds
 * is not waited for, and is not tried again.
 * @param {string} trial @param {{ rounds: number, cap: number, file: string }} how
 * @returns {Promise<{ browser: string, times: WideTimes[] }>}
 */
export async function measureWide(trial, { rounds, cap, file }) {
  const contestants = wideContestantsOf(trial);
  const servers = await Promise.all(contestants.map(({ folder }) => serve({ folder })));
  /** @type {WideTimes[]} */
  const times = contestants.map(({ name, library }) => ({
    name,
    library,
    cards: 0,
    tries: {},
    unfinished: [],
  }));
  let browser = "";
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const at = (turn + round) % contestants.length;
      const [contestant, taken, server] = [contestants[at], times[at], servers[at]];
      if (!contestant || !taken || !server || taken.unfinished.includes("first")) continue;
      browser = await visit(contestant, server.address, { cap, file }, taken);
      console.log(`${trial}, round ${round + 1} of ${rounds}: ${contestant.name}`);
    }
  }
  await Promise.all(servers.map(({ close }) => close()));
  return { browser, times };
}

/** @param {WideContestant} contestant @param {string} address @param {{ cap: number, file: string }} how @param {WideTimes} taken */
async function visit(contestant, address, { cap, file }, taken) {
  const server = await chromium.launchServer({
    executablePath: programOf("chromium"),
    args: [...chromiumArguments],
  });
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    page.setDefaultTimeout(cap * 1000);
    const { hosts, card } = contestant;
    await page.addInitScript(installWideStopwatch, { hosts, card, limit: cap * 1000 });
    await takeAll(page, contestant, { address, cap, file }, taken);
    return `Chromium ${browser.version()}`;
  } finally {
    // A page that still computes would not let its browser close.
    await server.kill();
  }
}

/** @param {Page} page @param {WideContestant} contestant @param {{ address: string, cap: number, file: string }} how @param {WideTimes} taken */
async function takeAll(page, contestant, { address, cap, file }, taken) {
  /** @param {string} what @param {() => Promise<number | readonly number[]>} measure */
  const take = async (what, measure) => {
    if (taken.unfinished.includes(what)) return false;
    const found = await withinCap(measure(), cap);
    if (found === null) taken.unfinished.push(what);
    else (taken.tries[what] ??= []).push(...[found].flat());
    return found !== null;
  };
  const isOurs = contestant.library === null;
  const first = () => (isOurs ? bringFile(page, address, file) : goTo(page, address));
  if (!(await take("first", first))) return;
  const before = await metrics(page);
  const isThere = await take("second", async () => {
    await page.reload({ waitUntil: "commit" });
    return ask(page, "ready");
  });
  if (!isThere) return;
  (taken.tries["processor"] ??= []).push((await metrics(page)) - before);
  taken.cards = await ask(page, "cards");
  if (contestant.editing) await takeEdits(page, contestant.editing, take);
  if (contestant.pans) await takeCamera(page, contestant.fit, take);
  await take("heap", () => heapOf(page));
}

/** @param {Page} page @param {NonNullable<WideContestant["editing"]>} editing @param {(what: string, measure: () => Promise<number>) => Promise<boolean>} take */
async function takeEdits(page, { takeRoot, addKey }, take) {
  await withinCap(takeRoot(page), 20);
  for (let edit = 1; edit <= editsInARound; edit += 1) {
    const sentence = `Claim number ${edit} of this visit says something new.`;
    const isAdded = await take("add", async () => {
      await ask(page, "armForCard");
      await page.keyboard.press(addKey);
      return ask(page, "read");
    });
    if (!isAdded) return;
    const isFinished = await take("finish", async () => {
      await page.keyboard.insertText(sentence);
      await ask(page, "armForText", sentence);
      await page.keyboard.press("Enter");
      return ask(page, "read");
    });
    if (!isFinished) return;
  }
  await page.keyboard.press("Escape");
}

/** @param {Page} page @param {WideContestant["fit"]} fit @param {(what: string, measure: () => Promise<number | readonly number[]>) => Promise<boolean>} take */
async function takeCamera(page, fit, take) {
  await page.mouse.move(700, 450);
  /** @param {() => Promise<unknown>} act @returns {Promise<readonly number[]>} */
  const framesOf = async (act) => {
    await ask(page, "watchFrames");
    await act();
    return page.evaluate(() => Reflect.get(globalThis, "stopwatch").framesSeen());
  };
  /** @param {number} by */
  const wheel = async (by) => {
    for (let step = 0; step < stepsOfCamera; step += 1)
      await page.mouse.wheel(0, step < stepsOfCamera / 2 ? by : -by);
  };
  const canPan = await take("pan", () => framesOf(() => wheel(40)));
  await page.keyboard.down("Control");
  if (canPan) await take("zoom", () => framesOf(() => wheel(20)));
  await page.keyboard.up("Control");
  if (fit === null || !canPan) return;
  await take("fit", async () => {
    const frames = await framesOf(async () => {
      await (fit === "key" ? page.keyboard.press("0") : ask(page, "fit"));
      await page.evaluate(
        () => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 600)),
      );
    });
    return Math.max(...frames);
  });
}

/** The file of a map, chosen by a person who has never been there, until its cards are on screen. @param {Page} page @param {string} address @param {string} file */
async function bringFile(page, address, file) {
  await page.goto(`${address}#/maps`);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  const chooser = await choosing;
  const began = Date.now();
  await chooser.setFiles({
    name: "wide.argmap.json",
    mimeType: "application/json",
    buffer: Buffer.from(file),
  });
  await page.getByRole("treeitem", { name: /^Thesis:/ }).waitFor();
  await ask(page, "untilCard");
  const took = Date.now() - began;
  await page.getByText("Saved on this device").first().waitFor();
  await page.waitForTimeout(rest);
  return took;
}

/** @param {Page} page @param {string} address */
async function goTo(page, address) {
  await page.goto(address, { waitUntil: "commit" });
  return ask(page, "ready");
}

/** What the page's process took of the processors so far, all its threads and workers together, in milliseconds. @param {Page} page */
async function metrics(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const { metrics: found } = await session.send("Performance.getMetrics");
  await session.detach();
  return 1000 * (found.find(({ name }) => name === "ProcessTime")?.value ?? Number.NaN);
}

/** The page's script memory after what is not needed was given back, in bytes. @param {Page} page */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

/** `null` when it takes longer than so many seconds, or fails. @template Value @param {Promise<Value>} work @param {number} cap @returns {Promise<Value | null>} */
async function withinCap(work, cap) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), cap * 1000);
  });
  const done = work.catch((error) => {
    console.log(String(error).split("\n")[0]);
    return null;
  });
  const found = /** @type {Value | null} */ (await Promise.race([done, late]));
  clearTimeout(timer);
  return found;
}

/** @param {Page} page @param {string} what @param {string} [text] @returns {Promise<number>} */
function ask(page, what, text = "") {
  return page.evaluate(
    ([name, argument]) => Reflect.get(globalThis, "stopwatch")[name ?? ""](argument),
    /** @type {const} */ ([what, text]),
  );
}
