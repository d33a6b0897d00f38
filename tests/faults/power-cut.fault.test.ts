import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { engineTitles } from "../../scripts/engines.mjs";
import { addTally, cutInMidstream, type Ground, type Tally } from "./midstream.ts";
import { copyImage, type Disk, imageDisk, whyNoMounts } from "./mounts.ts";
import type { PlainBrowser } from "./plain-browser.ts";
import { engines, report, tries } from "./scale.ts";
import { openStand, type Stand } from "./stand.ts";

const size = "400M";

let stand: Stand;
beforeAll(async () => void (stand = await openStand()));
afterAll(() => stand.close());

/**
 * A profile on a disk of its own that loses its power: while the browser stands still, the disk's bytes are copied as they
 * are, without what the system still keeps in memory for it. The copy is the disk that is there when the power is back.
 */
class PowerCuts implements Ground {
  readonly #folder = mkdtempSync(join(tmpdir(), "counterpoint-power-"));
  #disk: Disk;
  #cuts = 0;

  constructor() {
    execFileSync("truncate", ["-s", size, this.#image]);
    execFileSync("mkfs.ext4", ["-q", "-F", this.#image]);
    this.#disk = imageDisk(this.#image);
  }

  get profile(): string {
    return join(this.#disk.folder, "profile");
  }

  get #image(): string {
    return join(this.#folder, `disk-${this.#cuts}.img`);
  }

  async cut(browser: PlainBrowser): Promise<void> {
    browser.freeze();
    const before = this.#image;
    this.#cuts++;
    copyImage(before, this.#image);
    await browser.kill();
    this.#disk.unmount();
    rmSync(before);
    this.#disk = imageDisk(this.#image);
  }

  end(): void {
    this.#disk.unmount();
    rmSync(this.#folder, { recursive: true });
  }
}

test.each(engines(["chromium", "firefox"], []))(
  "a power cut in mid-stream loses no edit that was called saved: %s",
  async (engine) => {
    const obstacle = whyNoMounts();
    if (obstacle !== null) return report(`Power cut, ${engineTitles[engine]}`, obstacle);
    const whole: Tally = { saved: 0, lost: 0, cuts: 0 };
    while (whole.saved < 3000) {
      const ground = new PowerCuts();
      try {
        addTally(
          whole,
          await cutInMidstream({ engine, stand, ground }, { edits: 500, cuts: 8, seconds: [0.5, 8] }),
        );
      } finally {
        ground.end();
      }
    }
    const { saved, lost, cuts } = whole;
    report(`Power cut, ${engineTitles[engine]}`, `${lost} of ${saved} saved edits lost in ${cuts} cuts`);
    expect(lost).toBe(0);
  },
);

test("a power cut is caused in the full form only, which takes minutes", () => {
  report(
    "Power cut",
    tries(1, 0) === 1 ? "tried, see above" : "not tried in the short form; npm run test:faults power-cut",
  );
});
