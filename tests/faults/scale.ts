import type { EngineName } from "../../scripts/engines.mjs";

const isFull = process.env["FAULTS"] === "all";

/** How many tries a fault gets: all of them in `npm run test:faults`, the few in the gate. */
export function tries(all: number, few: number): number {
  return isFull ? all : few;
}

/** The engines in which a fault is caused: in the gate Chromium alone, or none. */
export function engines(
  all: readonly EngineName[],
  few: readonly EngineName[] = ["chromium"],
): readonly EngineName[] {
  return isFull ? all : few;
}

/** Prints what a fault did, as a line of the report. */
export function report(fault: string, outcome: string): void {
  process.stdout.write(`${fault}: ${outcome}\n`);
}
