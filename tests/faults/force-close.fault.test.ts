import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { engineTitles } from "../../scripts/engines.mjs";
import { type ClosingEngine, closable, reachInto } from "./force-closing.ts";
import { cutInMidstream, type Ground } from "./midstream.ts";
import { engines, report, tries } from "./scale.ts";
import { openStand, type Stand, type Word } from "./stand.ts";

/** How long at most between two closings, in milliseconds. */
const apart = 400;

let stand: Stand;
beforeAll(async () => void (stand = await openStand()));
afterAll(() => stand.close());

/** What the screen and the disk said while connections were closed. */
class Witness {
  closed = 0;
  aborted = 0;
  waited = 0;
  readonly said = new Set<string>();
  #savedAgain: (() => void) | null = null;

  /** Resolves when the status line calls another edit saved. */
  savedAgain(): Promise<void> {
    return new Promise((resolve) => (this.#savedAgain = resolve));
  }

  hear(word: Word): void {
    if (word.type === "ended" && word.what === "close") this.closed++;
    else if (word.type === "ended") this.aborted++;
    else if (word.type === "saved") {
      this.waited = Math.max(this.waited, word.waited);
      for (const words of word.said) this.said.add(words);
      this.#savedAgain?.();
    }
  }
}

test.each(engines(["chromium", "firefox"]) as readonly ClosingEngine[])(
  "a connection that the browser closes under edits loses none, and none is called saved too soon: %s",
  async (engine) => {
    const profile = mkdtempSync(join(tmpdir(), "counterpoint-force-close-"));
    const witness = new Witness();
    try {
      const ground = closingGround(engine, profile, witness);
      const amount = { edits: tries(600, 60), cuts: tries(12, 2), seconds: [0.5, 1] as const };
      const { saved, lost, cuts } = await cutInMidstream({ engine, stand, ground }, amount);
      report(
        `Connection force-closed, ${engineTitles[engine]}`,
        `${lost} of ${saved} saved edits lost over ${witness.closed} closed connections, ${witness.aborted} of them in mid-write, each round ended by kill -9 (${cuts}); ` +
          `saved again within ${witness.waited.toFixed(0)} ms at most; said meanwhile: ${[...witness.said].map((words) => `"${words}"`).join(", ")}`,
      );
      expect(lost).toBe(0);
      expect(saved).toBeGreaterThan(0);
      expect(witness.closed).toBeGreaterThan(cuts);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
);

/**
 * Closes connections at random moments under the robot's edits, and then ends the browser as a crash does: so what was
 * called saved must have been on the disk. The robot's numbers are without a gap, so an edit that waited and was lost
 * is missed among those after it; every other round lets the status line call the last of them saved too.
 */
function closingGround(engine: ClosingEngine, profile: string, witness: Witness): Ground {
  let round = 0;
  return {
    profile,
    manner: closable[engine],
    hear: (word) => witness.hear(word),
    async cut(browser) {
      const closer = await reachInto(engine, profile, stand.origin);
      for (let at = 0; at < tries(40, 6); at++) {
        await randomMoment(apart);
        await closer.close();
      }
      await (round++ % 2 === 0 ? witness.savedAgain() : randomMoment(apart / 4));
      await browser.kill();
      await closer.leave();
    },
  };
}

function randomMoment(longest: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}
