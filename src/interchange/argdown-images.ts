import { Fields, placeAsData, placeNames } from "#interchange/argdown-fields.ts";
import { type Data } from "#interchange/plain-json.ts";
import { takeId } from "#interchange/slug.ts";
import type { ImageId, SourceId } from "#model/ids.ts";
import { asImages, type ClaimImage, imageTypes, isImageHash } from "#model/image.ts";
import { ordersBetween } from "#model/order.ts";
import type { Json } from "#model/source.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/*
 * What the data of a claim says of its images, a list in their order:
 *
 *   {images: [{hash: 64 hexadecimal digits, type: image/jpeg, size: 81234, width: 1200, height: 1600,
 *     alternative: "what it shows", caption: "", credit: "", source: jones-2013, locator: 12, id: some-id}]}
 *
 * The bytes are in no Argdown: the hash says which they are. The names of a citation say where the image is from.
 */

const imageNames = [
  "hash",
  "type",
  "size",
  "width",
  "height",
  "alternative",
  "caption",
  "credit",
  "order",
  "id",
  ...placeNames,
];

/** Images of a claim, as its data says. One whose bytes could not be found or shown is left out with a warning. */
export function imagesIn(claim: Fields, sectionsOf: SourceId | null): readonly ClaimImage[] {
  const read = claim
    .records("images", "hash", "names and values")
    .flatMap((fields) => imageOf(fields, sectionsOf) ?? []);
  const taken = new Set<string>();
  const orders = ordersBetween(null, null, read.length);
  return asImages(
    read.map((image, at) => {
      const said = image.id;
      if (taken.has(said)) claim.say((place) => words.idTaken(place, said));
      const id = takeId(said === "" ? usualId(image) : said, taken) as ImageId;
      return Object.assign({}, image, { id, order: image.order === "" ? orders[at]! : image.order });
    }),
  );
}

function imageOf(
  fields: Fields,
  sectionsOf: SourceId | null,
): (Omit<ClaimImage, "id"> & { readonly id: string }) | null {
  fields.noteUnknown(imageNames);
  const hash = fields.text("hash") ?? "";
  if (!isImageHash(hash)) return fields.leave("images", "a hash of 64 hexadecimal digits", hash);
  const type = fields.name("type", imageTypes, "image/png");
  if (type === null) return fields.leave("images", words.oneOf(imageTypes), fields.value("type"));
  const hasPlace = placeNames.some((name) => fields.value(name) !== undefined);
  const text = (name: string) => fields.text(name) ?? "";
  return {
    id: text("id"),
    hash,
    type,
    size: countIn(fields, "size"),
    width: countIn(fields, "width"),
    height: countIn(fields, "height"),
    alternative: text("alternative"),
    caption: text("caption"),
    credit: text("credit"),
    citation: hasPlace ? fields.place("images", sectionsOf) : null,
    order: text("order"),
  };
}

function countIn(fields: Fields, name: string): number {
  const value = fields.value(name) ?? 0;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  fields.leave(name, "a number", value);
  return 0;
}

function usualId({ hash }: Pick<ClaimImage, "hash">): string {
  return hash.slice(0, 12);
}

/** Images as data, with an id and an order only where the reader would give others. */
export function imagesAsData(images: readonly ClaimImage[]): Json {
  const orders = ordersBetween(null, null, images.length);
  const usual = images.map(usualId);
  return images.map((image, at): Data => {
    const { id, order, citation, alternative, caption, credit, ...bytes } = image;
    const isUsual = id === usual[at] && usual.indexOf(id) === at;
    return {
      ...bytes,
      ...(alternative !== "" && { alternative }),
      ...(caption !== "" && { caption }),
      ...(credit !== "" && { credit }),
      ...(citation !== null && placeAsData(citation)),
      ...(!isUsual && { id }),
      ...(order !== orders[at] && { order }),
    };
  });
}
