import type { Claim } from "#model/claim.ts";
import { asImages, type ClaimImage } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Citation } from "#model/source.ts";
import { sampleImage, sampleImages } from "./sample-images.ts";

/** Claims with images. */
export function withImages(
  random: () => number,
  claims: ArgumentMap["claims"],
  text: (random: () => number) => string,
): ArgumentMap["claims"] {
  return new Map(
    [...claims].map(([id, claim]) => [id, { ...claim, images: randomImages(random, claim, text) }]),
  );
}

/** A few images, some with odd texts and orders, one picture twice among them now and then. Mostly none. */
function randomImages(
  random: () => number,
  { citations }: Pick<Claim, "citations">,
  text: (random: () => number) => string,
): readonly ClaimImage[] {
  if (random() < 0.75) return [];
  return asImages(Array.from({ length: 1 + Math.floor(random() * 3) }, () => one(random, citations, text)));
}

function one(
  random: () => number,
  citations: readonly Citation[],
  text: (random: () => number) => string,
): ClaimImage {
  const said = () => (random() < 0.5 ? text(random) : "");
  const which = Math.floor(random() * sampleImages.length);
  const id = random() < 0.3 ? sampleImages[which]!.hash.slice(0, 12) : `i${Math.floor(random() * 1e6)}`;
  return sampleImage(id, which, {
    alternative: said(),
    caption: said(),
    credit: said(),
    citation: random() < 0.5 ? (citations[0] ?? null) : null,
    order: ["a0", "a1", "a2", "a0V", "zz!"][Math.floor(random() * 5)]!,
  });
}
