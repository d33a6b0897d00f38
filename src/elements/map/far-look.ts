import { css, unsafeCSS } from "lit";
import { schoolColours } from "#model/people.ts";

/** The colours and sizes of the blocks, as the style sheet has them now. */
export interface FarLook {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly line: string;
  readonly support: string;
  readonly supportTint: string;
  readonly oppose: string;
  readonly opposeTint: string;
  readonly onColour: string;
  readonly focus: string;
  readonly teal: string;
  readonly plum: string;
  readonly olive: string;
  readonly rose: string;
  readonly slate: string;
  readonly gold: string;
  readonly brown: string;
  readonly violet: string;
  readonly serif: string;
  readonly sans: string;
  /** How much larger than usual a person wants words. */
  readonly textScale: number;
}

const colours = [
  "paper",
  "card",
  "ink",
  "line",
  "support",
  "supportTint",
  "oppose",
  "opposeTint",
  "onColour",
  "focus",
  ...schoolColours,
] as const;

/** A sample of each colour, which `readLook` reads: a canvas knows no custom properties and no system colours of the page. */
export const samples = css`
  .samples {
    display: none;
    forced-color-adjust: none;
  }
  .paper {
    color: var(--paper);
  }
  .card {
    color: var(--card);
  }
  .ink {
    color: var(--ink);
  }
  .line {
    color: var(--line);
  }
  .support {
    color: var(--support);
  }
  .supportTint {
    color: color-mix(in srgb, var(--support-tint) 60%, var(--card));
  }
  .oppose {
    color: var(--oppose);
  }
  .opposeTint {
    color: color-mix(in srgb, var(--oppose-tint) 60%, var(--card));
  }
  .onColour {
    color: var(--on-colour);
  }
  .focus {
    color: var(--focus);
  }
  ${unsafeCSS(schoolColours.map((name) => `.${name} { color: var(--school-${name}); }`).join(" "))}
  @media (forced-colors: active) {
    .paper,
    .card,
    .supportTint,
    .opposeTint,
    .onColour {
      color: Canvas;
    }
    .ink,
    .line,
    .support,
    .oppose,
    ${unsafeCSS(schoolColours.map((name) => `.${name}`).join(", "))} {
      color: CanvasText;
    }
    .focus {
      color: Highlight;
    }
  }
`;

/** Puts the samples under an element; done once. */
export function layOutSamples(under: HTMLElement): void {
  for (const name of colours) {
    const sample = document.createElement("i");
    sample.className = name;
    under.append(sample);
  }
}

export function readLook(samples: HTMLElement): FarLook {
  const style = getComputedStyle(samples);
  const shown = (name: (typeof colours)[number]) =>
    getComputedStyle(samples.querySelector(`.${name}`)!).color;
  return {
    ...(Object.fromEntries(colours.map((name) => [name, shown(name)])) as Record<
      (typeof colours)[number],
      string
    >),
    serif: style.getPropertyValue("--serif"),
    sans: style.getPropertyValue("--sans"),
    textScale: Number.parseFloat(style.getPropertyValue("--text-scale")) || 1,
  };
}
