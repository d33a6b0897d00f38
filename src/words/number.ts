/** A count as it is written in English: "312", "9,876". Without the browser's number formats, which cost a first screen 20 ms. */
export function counted(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
