import type { Claim } from "#model/claim.ts";

/** How an exported map looks, and what its cards need from outside. */
export interface Look {
  readonly theme: Theme;
  /** Width in CSS pixels of one line of text set in `font`, a CSS font shorthand. */
  measure(text: string, font: string): number;
  /** The citation below a claim; empty when there is none. */
  citationOf(claim: Claim): string;
  /** Who argued a claim, in one line; empty where the map does not say. */
  arguersOf(claim: Claim): string;
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
};

export const palettes: Readonly<Record<Theme, Palette>> = { light, dark };
