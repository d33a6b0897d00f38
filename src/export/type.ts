import { card } from "#layout/sizes.ts";

/** One way of setting text. Sizes in CSS pixels. */
export interface TypeStyle {
  readonly family: string;
  readonly size: number;
  readonly line: number;
  readonly weight: number;
}

const serif = '"Source Serif 4 Variable", "Source Serif 4", Georgia, "Times New Roman", serif';
const sans = '"Inter Variable", Inter, system-ui, sans-serif';

export const styles = {
  eyebrow: { family: sans, ...card.eyebrow, weight: 600 },
  label: { family: sans, ...card.eyebrow, weight: 450 },
  claim: { family: serif, ...card.text, weight: 400 },
  thesis: { family: serif, ...card.thesis, weight: 600 },
  arguers: { family: sans, ...card.footer, weight: 500 },
  footer: { family: sans, ...card.footer, weight: 400 },
  count: { family: sans, ...card.footer, weight: 600 },
  chip: { family: sans, size: 12, line: 16, weight: 500 },
  title: { family: serif, size: 28, line: 34, weight: 600 },
  seen: { family: sans, size: 14, line: 20, weight: 500 },
  legend: { family: sans, size: 13, line: 18, weight: 500 },
  question: { family: serif, size: 17, line: 23, weight: 400 },
} as const satisfies Readonly<Record<string, TypeStyle>>;

/** The style as a CSS font shorthand, as a canvas takes it. */
export function fontOf({ weight, size, family }: TypeStyle): string {
  return `${weight} ${size}px ${family}`;
}
