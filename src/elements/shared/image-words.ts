import type { ClaimImage } from "#model/image.ts";
import { imageWords as words } from "#words/images.ts";

/** An image in a line: what it is called, and what else is said of it. */
export function imageInWords({ caption, alternative, credit }: ClaimImage): string {
  const said = [caption, alternative, credit].map((text) => text.trim()).filter((text) => text !== "");
  return said.length === 0 ? words.unnamed : said.join(" – ");
}
