import { counted } from "#words/number.ts";

/** Images on claims: steps of Undo and Redo, why nothing was done, and what the panel and the dialog say. Not in the first load. */
export const imageWords = {
  addImage: "add image",
  editImage: "edit image",
  removeImage: "remove image",
  moveImage: "move image",

  imageGone: "This image is not on the claim any more.",
  imageTaken: "This image is on the claim already.",
  tooMuch: (found: number, most: number) =>
    `The images of this map would take ${megabytes(found)} together; expected at most ${megabytes(most)}. Remove an image first, or add this one smaller.`,

  unnamed: "An image without a description",
  images: "Images",
  none: "No image yet. A page of a document, a cartoon or a photograph can be evidence.",
  add: "Add image…",
  addHint: "Or drop a file here, or paste an image. PNG, JPEG, WebP and GIF.",
  dropHere: "Drop the image to add it to this claim",
  adding: (name: string) => `Adding ${name}…`,
  stillAdding: (name: string) => `${name} is still being added; add the next one after it.`,
  added: "Image added. Say what it shows, for those who do not see it.",
  /** `changes` are what was done to it, each the end of a sentence. */
  addedMade: (changes: readonly string[]) =>
    `Image added: ${changes.join("; ")}. Say what it shows, for those who do not see it.`,
  removed: "Image removed.",
  moved: (place: number, count: number) => `Now image ${counted(place)} of ${counted(count)}.`,
  pasted: "the pasted image",

  noAlternative: "Not described yet",
  describe: "Describe it",
  missing: "This image is not on this device.",
  missingHelp:
    "What is said of it is kept. It shows again when a copy of the map that holds it is opened here.",
  loading: "Loading the image…",
  alternative: "What it shows, in words",
  alternativeHint: "A scan of the decree, signed and dated",
  alternativeHelp: "Read out in place of the picture.",
  caption: "Caption",
  credit: "Credit",
  creditHint: "Photograph: city archive, public domain",
  citation: "Cited source",
  noCitation: "None",
  goneCitation: "A source that is not in the map",
  edit: "Edit",
  editOf: (image: string) => `Edit the image: ${image}`,
  done: "Done",
  remove: "Remove",
  removeOf: (image: string) => `Remove the image: ${image}`,
  up: "Move up",
  upOf: (image: string) => `Move the image up: ${image}`,
  down: "Move down",
  downOf: (image: string) => `Move the image down: ${image}`,
  enlarge: (image: string) => `Enlarge: ${image}`,
  figures: (width: number, height: number, size: number) => `${width} × ${height} · ${amount(size)}`,

  dialog: "Image",
  close: "Close",
  wholeImage: "Whole image",
  fullSize: "Full size",
  scrollable: "The image, full size: scroll to see all of it",
  source: (citation: string) => `Source: ${citation}`,

  /** On a card, and what a screen reader hears of it. */
  onCard: (count: number) => (count === 1 ? "1 image" : `${counted(count)} images`),

  /** What was done to make an image fit, each the end of a sentence. */
  scaled: (from: string, to: string, longest: number) =>
    `it was ${from} pixels and was made ${to}, since the longer side has at most ${counted(longest)}`,
  recoded: (from: number, to: number) => `it took ${amount(from)} and was written anew as ${amount(to)}`,
  still: "it moved, and its first picture was kept",
  gif: "of a GIF the first picture is kept",

  noImage: "There is no image among what was given; expected a PNG, JPEG, WebP or GIF file.",
  several: (count: number) => `${counted(count)} files were given; expected one image at a time.`,
  empty: (name: string) => `${name} is empty; expected an image.`,
  unreadable: (name: string) => `${name} cannot be read from where it is.`,
  svg: (name: string) =>
    `${name} is an SVG drawing; expected PNG, JPEG, WebP or GIF. An SVG can hold scripts, so none is taken in. Save it as a PNG.`,
  other: (name: string, found: string) =>
    `${name} is no image that can be kept: its first bytes are those of ${found}; expected PNG, JPEG, WebP or GIF.`,
  found: {
    avif: "an AVIF or HEIC image",
    tiff: "a TIFF image",
    bmp: "a BMP image",
    pdf: "a PDF document",
    text: "text",
    unknown: "something else",
  },
  tooLarge: (name: string, found: number, most: number) =>
    `${name} has ${megabytes(found)}; expected at most ${megabytes(most)}.`,
  tooManyPixels: (name: string, width: number, height: number, most: number) =>
    `${name} is ${counted(width)} × ${counted(height)} pixels; expected at most ${counted(Math.round(most / 1e6))} million pixels.`,
  undecodable: (name: string, type: string) =>
    `${name} begins like a ${type} image, but the browser cannot show it: it is damaged or cut off.`,
  staysLarge: (name: string, found: number, most: number) =>
    `${name} still has ${megabytes(found)} when made smaller; expected at most ${megabytes(most)}.`,
  notKept: (reason: string) =>
    `The image is not on the disk, so it was not added: ${reason.endsWith(".") ? reason : `${reason}.`}`,

  types: { "image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WebP", "image/gif": "GIF" },

  /** Files that hold images. */
  inFile: {
    damaged: (image: string) =>
      `An image in the file is damaged and was left out (${image}). What is said of it is kept.`,
    notListed: "The images in the file are not a list; they were left out. What is said of them is kept.",
    missing: (count: number) =>
      `${count === 1 ? "1 image is" : `${counted(count)} images are`} not in the file; what is said of ${count === 1 ? "it" : "them"} is kept.`,
  },
  /** Said where a map is exported. */
  carried: (count: number, bytes: number) =>
    `The file holds ${count === 1 ? "its image" : `its ${counted(count)} images`} (${amount(bytes)}), as they are, with what a camera wrote into them.`,
  notHere: (count: number) =>
    `${count === 1 ? "1 image is" : `${counted(count)} images are`} not on this device and ${count === 1 ? "goes" : "go"} without ${count === 1 ? "its" : "their"} picture.`,
  onlyNamed: (count: number) =>
    `Argdown names ${count === 1 ? "its image, with what is said of it" : `its ${counted(count)} images, with what is said of them`}, but does not hold ${count === 1 ? "the picture" : "the pictures"}.`,
};

/** A limit and what is beyond it, as limits are counted. */
function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1).replace(/\.0$/, "")} MB`;
}

/** How much something takes up, as Storage… says it. */
function amount(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
