import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "#elements/look.css";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CardMeasure } from "#elements/map/card-measure.ts";
import { blankFace, type CardFace } from "#elements/map/face.ts";
import type { KnownSize } from "#elements/map/known-size.ts";
import { reckoning } from "#elements/map/reckoning.ts";
import type { ClaimId } from "#model/ids.ts";
import { atOnce } from "#model/steps.ts";
import { below, chance, pick, type Random, randomText, seeded } from "../../random-map.ts";

const roles = ["thesis", "reason", "objection", "reasonForStep", "objectionToStep"] as const;
const samples = 800;
let measure: CardMeasure;

beforeEach(async () => {
  await Promise.all(
    [
      '400 17px "Source Serif 4 Variable"',
      '600 22px "Source Serif 4 Variable"',
      '600 12px "Inter Variable"',
    ].map((font) => document.fonts.load(font, "aßжÖő")),
  );
  measure = document.body.appendChild(new CardMeasure());
  await measure.updateComplete;
});

afterEach(() => {
  measure.remove();
  document.documentElement.dataset["textSize"] = "normal";
});

/** A card of any form, with words in many scripts, very long ones, and none. */
function randomFace(random: Random, at: number, sentence: string): CardFace {
  const role = pick(random, roles);
  const isThesis = role === "thesis";
  const isReason = role === "reason" || role === "reasonForStep";
  return {
    ...blankFace,
    claim: `c${at}` as ClaimId,
    role,
    kind: isThesis ? null : isReason ? "supports" : "opposes",
    text: sentence,
    label: chance(random, 0.2) ? randomText(random) : "",
    citation: chance(random, 0.3) ? "Applebaum, Gulag, 458-466; Khlevniuk, History, 12" : "",
    arguers: chance(random, 0.3) ? "Fischer 1961 · Ritter denies, 1962" : "",
    hasNote: chance(random, 0.2),
    links: below(random, 3),
    reasons: below(random, 4),
    objections: below(random, 4),
    held: chance(random, 0.2) ? "3 reasons, 1 objection" : "",
  };
}

/** The share of cards that are not as tall as reckoned, with their words. */
function differing(faces: readonly CardFace[]): { readonly share: number; readonly said: string } {
  const known = faces.map((): KnownSize => ({ size: { width: 0, height: 0 }, isMeasured: false }));
  atOnce(
    reckoning(
      faces.map((face, at) => [face, known[at]!] as const),
      measure,
    ),
  );
  const measured = measure.sizesOf(faces);
  expect(known.map(({ size }) => size.width)).toEqual(measured.map(({ width }) => width));
  const others = faces.filter((_, at) => known[at]!.size.height !== measured[at]!.height);
  return {
    share: others.length / faces.length,
    said: others.map(({ claim, text, label }) => `${claim}: ${text} [${label}]`).join("\n\n"),
  };
}

test.each(["normal", "large", "larger"])(
  "sentences in Latin and Cyrillic letters, in %s text: in 99 of 100 cards and more as tall as reckoned",
  (textSize) => {
    document.documentElement.dataset["textSize"] = textSize;
    const faces = Array.from({ length: samples }, (_, seed) => {
      const random = seeded(seed);
      return { ...randomFace(random, seed, sentenceOf(random)), label: "", citation: "" };
    });
    const { share, said } = differing(faces);
    expect(share, said).toBeLessThan(0.01);
  },
);

test("any text, short name and source whatever: in 96 of 100 cards and more", () => {
  const faces = Array.from({ length: samples }, (_, seed) => {
    const random = seeded(seed);
    return randomFace(random, seed, randomText(random));
  });
  const { share, said } = differing(faces);
  expect(share, said).toBeLessThan(0.04);
});

const letters = ["etaoinshrdlucmfwypvbgkjqxz", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф", "éàüößçñőšđ"] as const;

/** Up to 30 words of invented letters, one in twenty very long, with what stands between words. */
function sentenceOf(random: Random): string {
  const alphabet = pick(random, letters);
  const word = () => {
    const length = chance(random, 0.05) ? 30 + below(random, 40) : 1 + below(random, 12);
    return Array.from({ length }, () => alphabet[below(random, 1 + below(random, alphabet.length))]).join("");
  };
  const between = () => pick(random, [" ", " ", " ", " ", " ", ", ", ". ", "-", "—", "\n", "  ", "; “"]);
  return Array.from({ length: 1 + below(random, 30) }, () => word() + between()).join("");
}
