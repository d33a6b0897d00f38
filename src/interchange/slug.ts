const LONGEST_SLUG = 60;

/** Words as an id: lower case, letters and digits of any script, joined by hyphens. Deterministic. */
export function slugOf(text: string): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let slug = "";
  for (const word of words) {
    if (slug !== "" && slug.length + word.length >= LONGEST_SLUG) break;
    slug += slug === "" ? word.slice(0, LONGEST_SLUG) : `-${word}`;
  }
  return slug === "" ? "claim" : slug;
}

/** The id that was wanted, or the next free one with a number: `thaw`, `thaw-2`. Takes it. */
export function takeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}
