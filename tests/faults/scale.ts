/** How many tries a fault gets: all of them in `npm run test:faults`, the few in the gate. */
export function tries(all: number, few: number): number {
  return process.env["FAULTS"] === "all" ? all : few;
}

/** Prints what a fault did, as a line of the report. */
export function report(fault: string, outcome: string): void {
  process.stdout.write(`${fault}: ${outcome}\n`);
}
