import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { engineTitles } from "../../scripts/engines.mjs";
import { addTally, cutInMidstream, type Ground, type Tally } from "./midstream.ts";
import { engines, report, tries } from "./scale.ts";
import { openStand, type Stand } from "./stand.ts";

let stand: Stand;
beforeAll(async () => void (stand = await openStand()));
afterAll(() => stand.close());

test.each(engines(["chromium", "firefox", "webkit"]))(
  "kill -9 of the whole browser in mid-stream loses no edit that was called saved: %s",
  async (engine) => {
    const began = performance.now();
    const whole: Tally = { saved: 0, lost: 0, cuts: 0 };
    const wanted = tries(3000, 40);
    while (whole.saved < wanted) {
      const profile = mkdtempSync(join(tmpdir(), "counterpoint-kill-"));
      const ground: Ground = { profile, cut: (browser) => browser.kill() };
      try {
        const amount = { edits: tries(500, wanted), cuts: tries(8, 4), seconds: [0.5, tries(8, 1)] as const };
        addTally(whole, await cutInMidstream({ engine, stand, ground }, amount));
      } finally {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    }
    const seconds = Math.round((performance.now() - began) / 1000);
    const { saved, lost, cuts } = whole;
    report(
      `kill -9, ${engineTitles[engine]}`,
      `${lost} of ${saved} saved edits lost in ${cuts} kills (${seconds} s)`,
    );
    expect(lost).toBe(0);
  },
);
