/** How many seeds a law is held to: all of them in `npm run test:faults`, a few in the gate. */
export function seeds(all: number, few: number): number {
  return process.env["FAULTS"] === "all" ? all : few;
}
