import type { Seen } from "#export/seen.ts";
import type { Claim } from "#model/claim.ts";
import type { SchoolColour } from "#model/people.ts";

/** How an exported map looks, and what its cards need from outside. */
export interface Look {
  readonly theme: Theme;
  /** Width in CSS pixels of one line of text set in `font`, a CSS font shorthand. */
  measure(text: string, font: string): number;
  /** The citation below a claim; empty when there is none. */
  citationOf(claim: Claim): string;
  /** Who argued a claim, in one line; empty where the map does not say. */
  arguersOf(claim: Claim): string;
  /** How the map is looked at; left out where it is drawn as ever. */
  readonly seen?: Seen | null;
}

export type Theme = "light" | "dark";

/** The colours of design section 7. */
export interface Palette {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly secondary: string;
  readonly line: string;
  readonly hairline: string;
  readonly supports: string;
  readonly supportsTint: string;
  readonly opposes: string;
  readonly opposesTint: string;
  readonly onColour: string;
  /** Of words that step back. */
  readonly faintInk: string;
  readonly schools: Readonly<Record<SchoolColour, string>>;
}

const light: Palette = {
  paper: "#fbf9f4",
  card: "#ffffff",
  ink: "#1b1a17",
  secondary: "#57534b",
  line: "#8c867a",
  hairline: "#dcd7cb",
  supports: "#00629b",
  supportsTint: "#f4f9fc",
  opposes: "#a8410b",
  opposesTint: "#fdf7f3",
  onColour: "#ffffff",
  faintInk: "#6c6a67",
  schools: {
    teal: "#369581",
    plum: "#530857",
    olive: "#62733d",
    rose: "#d7506b",
    slate: "#464b57",
    gold: "#ac8016",
    brown: "#5b4326",
    violet: "#8959d2",
  },
};

const dark: Palette = {
  paper: "#15171a",
  card: "#1f2226",
  ink: "#f1eee7",
  secondary: "#b9b4a9",
  line: "#7f7a70",
  hairline: "#34383d",
  supports: "#6cb8f0",
  supportsTint: "#1b2831",
  opposes: "#f59a62",
  opposesTint: "#2b2325",
  onColour: "#15171a",
  faintInk: "#a2a19d",
  schools: {
    teal: "#49a38e",
    plum: "#c67eb8",
    olive: "#8c980e",
    rose: "#fcb8c3",
    slate: "#707683",
    gold: "#fbe48d",
    brown: "#8f765b",
    violet: "#8c75fa",
  },
};

export const palettes: Readonly<Record<Theme, Palette>> = { light, dark };
