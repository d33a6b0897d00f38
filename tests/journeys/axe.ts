import { readFileSync } from "node:fs";
import type { Page } from "playwright";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/**
 * What axe-core finds with every rule that it has, best practice included, or with those about colour: one line a rule.
 * Its source is evaluated by the browser's driver, to which the page's policy does not apply.
 */
export async function faults(page: Page, rules: "every rule" | "colours"): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    async (only) => {
      const { axe } = globalThis as unknown as { axe: Pick<typeof import("axe-core"), "run"> };
      const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat(9).join(" ")} ${failureSummary}`).join("; ")}`,
      );
    },
    rules === "colours" ? { runOnly: ["color-contrast", "link-in-text-block"] } : {},
  );
}
