import { describe, expect, test } from "vitest";
import { addImage } from "#commands/add-image.ts";
import type { Command } from "#commands/command.ts";
import { deleteSource } from "#commands/delete-source.ts";
import { editImage } from "#commands/edit-image.ts";
import { moveImage } from "#commands/move-image.ts";
import { pasteFragment } from "#commands/paste-fragment.ts";
import { removeImage } from "#commands/remove-image.ts";
import { applyChange } from "#model/change.ts";
import { forestOf } from "#model/forest.ts";
import { branchFragment } from "#model/fragment.ts";
import { withFreshIds } from "#model/fresh-ids.ts";
import type { ImageId, SourceId } from "#model/ids.ts";
import { type ClaimImage, MAX_IMAGES_BYTES } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newCitation } from "#model/source.ts";
import { imageWords as words } from "#words/images.ts";
import { argumentMap, claimId } from "../notation.ts";
import { sampleImage } from "../sample-images.ts";

const claim = claimId("A");

function done<Input>(map: ArgumentMap, command: Command<Input>, input: Input): ArgumentMap {
  const outcome = command.run(map, input);
  if ("refused" in outcome) throw new Error(outcome.refused);
  return applyChange(map, outcome);
}

/** A thesis with images of these names, in this order, each of another picture; `orders` are their keys. */
function pictured(names: string, orders: Readonly<Record<string, string>> = {}): ArgumentMap {
  let map = argumentMap("A; +B > A");
  for (const [at, name] of [...names].entries())
    map = done(map, addImage, { claim, image: sampleImage(name, at % 3) });
  const images = map.claims
    .get(claim)!
    .images.map((each) => Object.assign({}, each, { order: orders[each.id] ?? each.order }));
  return { ...map, claims: new Map(map.claims).set(claim, { ...map.claims.get(claim)!, images }) };
}

function names(map: ArgumentMap): string {
  return map.claims
    .get(claim)!
    .images.map(({ id }) => id)
    .join("");
}

function id(name: string): ImageId {
  return name as ImageId;
}

describe("images of a claim", () => {
  test("come one after the other, and a picture that is there already is refused", () => {
    const map = pictured("pqr");
    expect(names(map)).toBe("pqr");
    expect(addImage.run(map, { claim, image: sampleImage("s", 0) })).toEqual({ refused: words.imageTaken });
  });

  test.each<[string, -1 | 1, Readonly<Record<string, string>>, string]>([
    ["p", 1, {}, "qpr"],
    ["r", -1, {}, "prq"],
    ["p", -1, {}, "pqr"],
    ["r", 1, {}, "pqr"],
    ["p", 1, { p: "a0", q: "a0", r: "a0" }, "qpr"],
    ["q", 1, { p: "zz!", q: "zz!", r: "zz!" }, "prq"],
  ])("%s moved by %i where the keys are %j: %s", (name, by, orders, after) => {
    expect(names(done(pictured("pqr", orders), moveImage, { claim, image: id(name), by }))).toBe(after);
  });

  test("are described and removed, and what is gone is said", () => {
    const said = done(pictured("p"), editImage, {
      claim,
      image: id("p"),
      fields: { alternative: "A decree" },
    });
    expect(said.claims.get(claim)!.images[0]).toMatchObject({ alternative: "A decree", caption: "" });
    const without = done(said, removeImage, { claim, image: id("p") });
    expect(names(without)).toBe("");
    for (const command of [removeImage, editImage, moveImage] as readonly Command<never>[])
      expect(command.run(without, { claim, image: id("p"), fields: {}, by: 1 } as never)).toEqual({
        refused: words.imageGone,
      });
  });

  test("are from a source of the map, and stay without it when it is deleted", () => {
    const source = "fischer" as SourceId;
    const citation = newCitation(source, { locator: "12" });
    const map = pictured("p");
    expect(editImage.run(map, { claim, image: id("p"), fields: { citation } })).toHaveProperty("refused");
    const item = { type: "book", title: "Griff nach der Weltmacht" };
    const sourced = { ...map, sources: new Map([[source, { id: source, item }]]) };
    const cited = done(sourced, editImage, { claim, image: id("p"), fields: { citation } });
    expect(cited.claims.get(claim)!.images[0]!.citation).toEqual(citation);
    expect(branchFragment(cited, forestOf(cited), claim).sources).toHaveLength(1);
    const left = done(cited, deleteSource, { source });
    expect(left.claims.get(claim)!.images).toEqual(map.claims.get(claim)!.images);
  });
});

/** An image that says that it has so many bytes. */
function heavy(size: number): ClaimImage {
  return { ...sampleImage("h", 1), size };
}

describe("a map of images", () => {
  test("takes no more than fits, and the same picture once more", () => {
    const full = done(argumentMap("A; +B > A"), addImage, { claim, image: heavy(MAX_IMAGES_BYTES) });
    const other = claimId("B");
    expect(addImage.run(full, { claim: other, image: sampleImage("p", 0) })).toEqual({
      refused: words.tooMuch(MAX_IMAGES_BYTES + 69, MAX_IMAGES_BYTES),
    });
    expect(addImage.run(full, { claim: other, image: heavy(MAX_IMAGES_BYTES) })).not.toHaveProperty(
      "refused",
    );
  });

  test("takes a branch with its images from another map, if they fit", () => {
    const from = pictured("pq");
    let count = 0;
    const fragment = withFreshIds(branchFragment(from, forestOf(from), claim), () => `fresh${count++}`);
    const pasted = done(argumentMap("X"), pasteFragment, { fragment, onto: null });
    expect([...pasted.claims.values()].flatMap(({ images }) => images.map((each) => each.id))).toEqual([
      "p",
      "q",
    ]);
    const full = done(argumentMap("A"), addImage, {
      claim,
      image: { ...sampleImage("h", 2), size: MAX_IMAGES_BYTES },
    });
    expect(pasteFragment.run(full, { fragment, onto: null })).toHaveProperty("refused");
  });
});
