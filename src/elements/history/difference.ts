import { css, html, nothing, type TemplateResult } from "lit";
import { noteOf } from "#citing/note.ts";
import { plain } from "#citing/rich-text.ts";
import { inShort } from "#elements/dialogs/targets.ts";
import { attributionsInWords, dateSaid } from "#elements/shared/attribution-words.ts";
import { imageInWords } from "#elements/shared/image-words.ts";
import type { Aspect, ClaimDifference, Standing } from "#model/comparison.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Sides } from "#session/comparing.ts";
import { wordingsBetween } from "#store/wording.ts";
import { historyWords as words } from "#words/history.ts";

/** How differences look: what went is struck through and framed by a dashed line, what came is underlined and bold. */
export const differenceLook = css`
  del,
  ins {
    border-radius: 3px;
    padding: 0 2px;
    color: var(--ink);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  del {
    text-decoration: line-through;
    text-decoration-thickness: 1.5px;
    background: var(--oppose-tint);
  }
  ins {
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 3px;
    font-weight: 600;
    background: var(--support-tint);
  }
  .wording {
    font: 400 16px/24px var(--serif);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    margin: 0;
  }
  .fact {
    margin: 4px 0 0;
    font: 400 13px/19px var(--sans);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .fact .wording {
    display: inline;
    font: inherit;
    color: var(--ink);
  }
`;

/** One text and another as one line, with the words that differ marked for the eye and for the ear. */
export function wording(before: string, after: string): TemplateResult {
  return html`<span class="wording" dir="auto">${wordingsBetween(before, after).map(piece)}</span>`;
}

function piece({ type, text }: ReturnType<typeof wordingsBetween>[number]) {
  if (type === "kept") return text;
  return type === "removed"
    ? html`<del>${heard(words.wordsRemoved)}${text}${heard(words.wordsEnd)}</del>`
    : html`<ins>${heard(words.wordsAdded)}${text}${heard(words.wordsEnd)}</ins>`;
}

/** Few screen readers say that words are struck out or underlined. */
function heard(word: string) {
  return html`<span class="visually-hidden"> ${word} </span>`;
}

/** "Reworded, moved". */
export function aspectsInWords(aspects: readonly Aspect[]): string {
  return aspects
    .map((aspect, at) => (at === 0 ? words.aspects[aspect] : words.aspects[aspect].toLowerCase()))
    .join(", ");
}

/** The claim's sentence, with the words that differ marked. */
export function sentenceOf({ before, after }: ClaimDifference): TemplateResult {
  return wording(textOf(before) ?? textOf(after) ?? "", textOf(after) ?? textOf(before) ?? "");
}

function textOf(claim: ClaimDifference["after"]): string | null {
  return claim === null ? null : claim.text.trim() || words.emptyClaim;
}

/** What a claim's difference is besides its sentence: a line each. */
export function factsOf({ before, after }: Sides, difference: ClaimDifference) {
  return difference.aspects.map((aspect) => {
    const fact = factOf(before.map, after.map, difference, aspect);
    return fact === null ? nothing : html`<p class="fact">${fact}</p>`;
  });
}

function factOf(
  before: ArgumentMap,
  after: ArgumentMap,
  { claim, before: was, after: is, stood, stands }: ClaimDifference,
  aspect: Aspect,
): TemplateResult | string | null {
  switch (aspect) {
    case "added":
      return placeOf(after, stands);
    case "removed":
      return placeOf(before, stood);
    case "moved":
      return words.movedFrom(placeOf(before, stood), placeOf(after, stands));
    case "turned":
      return words.turned[stands?.kind ?? "supports"];
    case "label":
      return html`${words.shortName}: ${wording(was?.label ?? "", is?.label ?? "")}`;
    case "note":
      return html`${words.note}: ${wording(was?.note ?? "", is?.note ?? "")}`;
    case "citations":
      return html`${words.sources}: ${wording(citationsOf(before, claim), citationsOf(after, claim))}`;
    case "attributions":
      return html`${words.attributions}: ${wording(attributionsIn(before, was), attributionsIn(after, is))}`;
    case "period":
      return html`${words.period}: ${wording(dateSaid(was?.period ?? ""), dateSaid(is?.period ?? ""))}`;
    case "images":
      return html`${words.images}: ${wording(imagesIn(was), imagesIn(is))}`;
    case "reworded":
    case "linked":
    case "reordered":
      return null;
  }
}

function placeOf({ claims }: ArgumentMap, standing: Standing | null): string {
  const under = standing?.under ?? null;
  if (under === null) return words.thesis;
  const record = claims.get(under);
  return words.under(record?.label || inShort(record?.text.trim() || words.emptyClaim, 60));
}

function attributionsIn(map: ArgumentMap, claim: ClaimDifference["after"]): string {
  return claim === null ? "" : attributionsInWords(map, claim).join("\n");
}

function imagesIn(claim: ClaimDifference["after"]): string {
  return claim === null ? "" : claim.images.map(imageInWords).join("\n");
}

function citationsOf({ claims, sources }: ArgumentMap, claim: ClaimId): string {
  const citations = claims.get(claim)?.citations ?? [];
  return citations
    .map((citation) => {
      const source = sources.get(citation.source);
      const note = source === undefined ? words.untitledSource : plain(noteOf(source, citation));
      const quoted = [citation.quotation, citation.translation ?? ""].filter((text) => text !== "");
      return [note, ...quoted.map((text) => `“${text}”`)].join(" ");
    })
    .join("\n");
}
