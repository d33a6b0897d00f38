import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { BrowserContext } from "playwright";
import { afterAll } from "vitest";
import { type Engine, type Look, openBrowser } from "../../scripts/browsers.mjs";

/** A browser that is running, with the folder that keeps what its pages store. */
export interface Lent {
  readonly browser: BrowserContext;
  readonly profile: string;
}

interface Spare extends Lent {
  readonly look: Look;
}

/** A Chromium that a test of this file has given back: starting one costs more than most tests. */
let spare: Spare | null = null;

/** A browser in which nobody has been: the one that was given back last, if it looks the same, or a new one. */
export async function borrow(engine: Engine, look: Look, mayBeUsed: boolean): Promise<Lent> {
  if (spare !== null && mayBeUsed && isDeepStrictEqual(spare.look, look)) {
    const lent = spare;
    spare = null;
    return lent;
  }
  const profile = mkdtempSync(join(tmpdir(), "counterpoint-journey-"));
  return { browser: await openBrowser(engine, profile, look), profile };
}

/** Forgets all that an address keeps in a browser, and holds the browser ready for the next test of this file. */
export async function giveBack(lent: Lent, look: Look, address: string): Promise<void> {
  await endSpare();
  const used = lent.browser.pages();
  const page = await lent.browser.newPage();
  await Promise.all(used.map((tab) => tab.close()));
  const session = await lent.browser.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", {
    origin: new URL(address).origin,
    storageTypes: "all",
  });
  await session.send("Network.clearBrowserCache");
  await session.detach();
  spare = { ...lent, look };
}

/** Closes a browser and throws away what it kept. */
export async function end({ browser, profile }: Lent): Promise<void> {
  await browser.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function endSpare(): Promise<void> {
  const ending = spare;
  spare = null;
  if (ending !== null) await end(ending);
}

afterAll(endSpare);
