import type { Command } from "#commands/command.ts";
import { reviseClaim } from "#commands/revising.ts";
import type { ClaimId, ImageId } from "#model/ids.ts";
import type { ClaimImage } from "#model/image.ts";
import { commandWords } from "#words/commands.ts";
import { imageWords as words } from "#words/images.ts";
import { sourceEditWords } from "#words/source-edits.ts";

export interface EditImageInput {
  readonly claim: ClaimId;
  readonly image: ImageId;
  /** The fields to change; the others stay. */
  readonly fields: Partial<Pick<ClaimImage, "alternative" | "caption" | "credit" | "citation">>;
}

/** Changes what is said of an image. */
export const editImage: Command<EditImageInput> = {
  name: "edit-image",

  label: () => words.editImage,

  run(map, { claim: id, image, fields }) {
    const claim = map.claims.get(id);
    if (claim === undefined) return { refused: commandWords.claimGone };
    const before = claim.images.find((each) => each.id === image);
    if (before === undefined) return { refused: words.imageGone };
    const { citation = null } = fields;
    const isKnown = citation === null || citation.source === before.citation?.source;
    if (!isKnown && !map.sources.has(citation.source)) return { refused: sourceEditWords.sourceGone };
    const edited = (each: ClaimImage) => (each.id === image ? { ...each, ...fields } : each);
    return reviseClaim(map, id, ({ images }) => ({ images: images.map(edited) }));
  },
};
