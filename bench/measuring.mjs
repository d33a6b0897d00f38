import { chromium } from "playwright";
import { programOf } from "../scripts/engines.mjs";
import { chromiumArguments } from "../scripts/chromium.mjs";
import { serve } from "../scripts/serving.mjs";
import { contestantsOf } from "./contestants.mjs";
import { installStopwatch } from "./in-page.mjs";

/** @typedef {import("./contestants.mjs").Contestant} Contestant */
/** @typedef {import("playwright").Browser} Browser */
/** @typedef {import("playwright").Page} Page */
/**
 * Milliseconds, one number a try.
 * @typedef {{ see: number[], open: number[], add: number[], finish: number[], cards: number }} Times
 */
/**
 * `file` is a map that the visitor has opened before; the visit that is measured is then the second one, for all
 * contestants. Without it, everyone is new to the page.
 * @typedef {{ name: string, rounds: number, file: string | null }} Trial
 */

const editsInARound = 4;

/**
 * Opens every contestant and adds claims to it, round by round, so that whatever else the machine does falls on all
 * of them alike. The first round is not counted.
 * @param {Trial} trial
 * @returns {Promise<{ browser: string, times: ReadonlyMap<string, Times> }>}
 */
export async function measureTrial({ name, rounds, file }) {
  const contestants = contestantsOf(name);
  const browser = await chromium.launch({
    executablePath: programOf("chromium"),
    args: [...chromiumArguments],
  });
  const servers = await Promise.all(contestants.map(({ folder }) => serve({ folder })));
  /** @type {Map<string, Times>} */
  const times = new Map(
    contestants.map((each) => [each.name, { see: [], open: [], add: [], finish: [], cards: 0 }]),
  );
  try {
    for (let round = 0; round <= rounds; round += 1) {
      console.log(`${name}: round ${round} of ${rounds}`);
      for (const [index, contestant] of turned(contestants, round)) {
        const visit = await measureVisit(browser, contestant, servers[index]?.address ?? "", file);
        if (round > 0) note(times.get(contestant.name), visit);
      }
    }
  } finally {
    await browser.close();
    await Promise.all(servers.map(({ close }) => close()));
  }
  return { browser: `Chromium ${browser.version()}`, times };
}

/** Everyone once, beginning with another one each round. @template Item @param {readonly Item[]} items @param {number} by @returns {[number, Item][]} */
function turned(items, by) {
  const entries = [...items.entries()];
  const first = by % items.length;
  return [...entries.slice(first), ...entries.slice(0, first)];
}

/** @param {Times | undefined} all @param {Times} visit */
function note(all, visit) {
  if (all === undefined) return;
  all.see.push(...visit.see);
  all.open.push(...visit.open);
  all.add.push(...visit.add);
  all.finish.push(...visit.finish);
  all.cards = visit.cards;
}

/** @param {Browser} browser @param {Contestant} contestant @param {string} address @param {string | null} file @returns {Promise<Times>} */
async function measureVisit(browser, { card, drawn, bring, takeRoot, addKey }, address, file) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(installStopwatch, { card, drawn });
    await page.goto(address);
    if (file !== null) {
      await bring?.(page, file);
      await page.reload();
    }
    const seen = await ask(page, "seen");
    const opened = await ask(page, "ready");
    const cards = await ask(page, "cards");
    await takeRoot(page);
    /** @type {Times} */
    const times = { see: [seen], open: [opened], add: [], finish: [], cards };
    for (let edit = 1; edit <= editsInARound; edit += 1) await measureEdit(page, addKey, edit, times);
    return times;
  } finally {
    await context.close();
  }
}

/** Adds a claim below the one in hand by key, writes it, and ends with Enter: the new claim is then the one in hand. @param {Page} page @param {string} addKey @param {number} edit @param {Times} times */
async function measureEdit(page, addKey, edit, times) {
  const sentence = `Claim number ${edit} of this visit says something new.`;
  await ask(page, "armForCard");
  await page.keyboard.press(addKey);
  times.add.push(await ask(page, "read"));
  await page.keyboard.type(sentence);
  await ask(page, "armForText", sentence);
  await page.keyboard.press("Enter");
  times.finish.push(await ask(page, "read"));
}

/** @param {Page} page @param {"seen" | "ready" | "cards" | "armForCard" | "armForText" | "read"} what @param {string} [text] @returns {Promise<number>} */
function ask(page, what, text = "") {
  return page.evaluate(
    ([name, argument]) => Reflect.get(globalThis, "stopwatch")[name](argument),
    /** @type {const} */ ([what, text]),
  );
}
