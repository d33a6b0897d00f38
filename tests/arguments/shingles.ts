/** Words in a row that would be a sentence carried over. */
const LENGTH = 8;

/** Hashes (FNV-1a, 32 bits, hexadecimal) of every run of eight words: enough to find a copied one, not to read the text. */
export function shingles(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(/[’']/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = words.slice(LENGTH - 1).map((_, start) => words.slice(start, start + LENGTH).join(" "));
  return runs.map(hashOf);
}

function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
