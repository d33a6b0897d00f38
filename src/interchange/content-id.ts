import { slugOf } from "#interchange/slug.ts";
import type { MapId } from "#model/ids.ts";

/**
 * The id of a map whose file names none: the words of its title, and a number that all of the text gives. So two files
 * are two maps, whatever their titles, and the same file is known again, whatever it is called by then and whichever
 * system's line ends it has.
 */
export function contentId(title: string, text: string): MapId {
  const plain = text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  return `${slugOf(title === "" ? "map" : title)}-${numberOf(plain.trim())}` as MapId;
}

/** Two sums of 32 bits over the letters, each multiplied on in its own way: enough to tell one person's files apart. */
function numberOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    one = Math.imul(one ^ letter, 0x01000193);
    other = Math.imul(other + letter, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return [one, other].map((sum) => (sum >>> 0).toString(36).padStart(7, "0")).join("");
}
