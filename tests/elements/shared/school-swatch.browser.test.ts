import { html } from "lit";
import { expect, test } from "vitest";
import "#elements/shared/school-swatch.ts";
import { schoolColours, schoolPatterns } from "#model/people.ts";
import { faults, show } from "../dialogs/workspace.ts";

const swatches = () => [...document.querySelectorAll("school-swatch")];

test.each(["light", "dark"] as const)(
  "each colour and each pattern is drawn in its own way, and axe finds nothing, %s",
  async (theme) => {
    show(
      html`<main>
        <h1>Schools</h1>
        ${schoolColours.map(
          (colour, at) =>
            html`<school-swatch .colour=${colour} .pattern=${schoolPatterns[at]!}></school-swatch>`,
        )}
      </main>`,
    );
    await Promise.all(swatches().map((swatch) => swatch.updateComplete));
    const grounds = swatches().map(
      (swatch) => getComputedStyle(swatch.shadowRoot!.querySelector(".ground")!).fill,
    );
    const lines = swatches().map((swatch) => swatch.shadowRoot!.querySelector("path")!.getAttribute("d"));
    expect(new Set(grounds).size).toBe(schoolColours.length);
    expect(new Set(lines).size).toBeGreaterThanOrEqual(schoolPatterns.length);
    expect(grounds).not.toContain("none");
    expect(await faults(theme)).toEqual([]);
  },
);
