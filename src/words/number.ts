const grouped = 1000;

/** A count as it is written in English: "312", "9,876". Small ones do without the browser's number formats, which cost a first visit 20 ms. */
export function counted(count: number): string {
  return count < grouped ? String(count) : count.toLocaleString("en");
}
