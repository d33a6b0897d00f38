import { css, html, nothing, type TemplateResult } from "lit";
import type { CardFace } from "#elements/map/face.ts";
import { icon } from "#elements/shared/icon.ts";
import { mapWords } from "#words/map.ts";

/** How a card looks: shared by the card itself, by the box that measures cards, and by the editor over a card. */
export const cardLook = css`
  .card {
    --kind: var(--ink);
    --tint: var(--card);
    position: relative;
    box-sizing: border-box;
    width: round(calc(264px * var(--text-scale)), 4px);
    padding: 14px 16px 13px 21px;
    border-radius: var(--radius);
    background: var(--tint);
    box-shadow:
      inset 0 0 0 1px var(--hairline),
      var(--shadow);
    color: var(--ink);
    text-align: start;
  }
  .card:dir(rtl) {
    padding: 14px 21px 13px 16px;
  }
  .card.supports {
    --kind: var(--support);
    --tint: color-mix(in srgb, var(--support-tint) 42%, var(--card));
  }
  .card.opposes {
    --kind: var(--oppose);
    --tint: color-mix(in srgb, var(--oppose-tint) 42%, var(--card));
  }
  .card.thesis {
    width: round(calc(420px * var(--text-scale)), 4px);
  }
  .rail {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    width: 5px;
    border-start-start-radius: var(--radius);
    border-end-start-radius: var(--radius);
    background: var(--kind);
  }
  .eyebrow {
    display: flex;
    gap: 6px;
    margin: 0 0 6px;
    font: 600 12px/16px var(--sans);
    font-size: calc(12px * var(--text-scale));
    line-height: calc(16px * var(--text-scale));
    color: var(--kind);
    white-space: nowrap;
  }
  .label {
    font-weight: 450;
    color: var(--ink-2);
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .label::before {
    content: "·";
    margin-inline-end: 6px;
  }
  [data-text]::after {
    content: attr(data-text);
    unicode-bidi: plaintext;
  }
  .text {
    font: 400 17px/23px var(--serif);
    font-size: calc(17px * var(--text-scale));
    line-height: calc(23px * var(--text-scale));
    min-height: calc(23px * var(--text-scale));
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-optical-sizing: auto;
    hanging-punctuation: none;
  }
  .thesis .text {
    font-weight: 600;
    font-size: calc(22px * var(--text-scale));
    line-height: calc(28px * var(--text-scale));
    min-height: calc(28px * var(--text-scale));
  }
  .text.blank {
    color: var(--ink-2);
    font-style: italic;
  }
  .arguers,
  .footer,
  .held {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    margin-top: 10px;
    font: 400 12px/16px var(--sans);
    font-size: calc(12px * var(--text-scale));
    line-height: calc(16px * var(--text-scale));
    min-height: calc(16px * var(--text-scale));
    color: var(--ink-2);
    white-space: nowrap;
  }
  .arguers {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    font-weight: 500;
  }
  .arguers + .footer {
    margin-top: 4px;
  }
  .held {
    font-weight: 500;
    padding-top: 8px;
    border-top: 1px solid var(--hairline);
  }
  .citation {
    flex: 1;
    min-width: 0;
    white-space: normal;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .marks {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .marks svg {
    display: block;
    color: var(--ink-2);
  }
  .marks .reasons {
    color: var(--support);
  }
  .marks .objections {
    color: var(--oppose);
  }
  /* A word on the upper edge, away from the badge in its middle: how the card differs in a comparison. */
  .mark {
    visibility: var(--mark, visible);
    position: absolute;
    top: -11px;
    inset-inline-end: 10px;
    max-width: 45%;
    box-sizing: border-box;
    padding: 1px 8px;
    border: 2px solid var(--ink);
    border-radius: 11px;
    background: var(--card);
    font: 600 12px/16px var(--sans);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .card.marked {
    box-shadow:
      inset 0 0 0 2px var(--ink),
      var(--shadow);
  }
  .card.gone {
    box-shadow: none;
    outline: 2px dashed var(--line);
    outline-offset: -2px;
    background: var(--paper);
  }
  .gone .mark {
    border-style: dashed;
  }
  .gone .text {
    text-decoration: line-through;
    color: var(--ink-2);
  }
  @media (forced-colors: active) {
    .card {
      border: 1px solid CanvasText;
      padding-block: 13px 12px;
      padding-inline: 20px 15px;
    }
    .rail {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;

/**
 * The words on a card. `text` may be drawn by someone else: the editor puts its field there. Only what the card's name
 * says in the same words is text in the page; the rest (`data-text`) is drawn by the style sheet, so that what is
 * seen and what is said agree (WCAG 2.5.3), and stands in the card's description instead.
 */
export function cardBody(face: CardFace, text: TemplateResult = textOf(face)): TemplateResult {
  return html`<span class="rail"></span>
    <div class="eyebrow" aria-hidden="true">
      <span data-text=${onStep(face) ? ` ${mapWords.thisStep(face.kind)}` : ""}>${wordOf(face)}</span>
      ${face.label === "" ? nothing : html`<span class="label" data-text=${face.label}></span>`}
    </div>
    ${text}
    ${face.arguers === "" ? nothing : html`<div class="arguers" aria-hidden="true" data-text=${face.arguers}></div>`}
    ${footerOf(face)}
    ${face.mark === "" ? nothing : html`<div class="mark" aria-hidden="true" data-text=${face.mark}></div>`}
    ${face.held === "" ? nothing : html`<div class="held" aria-hidden="true" data-text=${face.held}></div>`}`;
}

/** The classes of a card's outer box. */
export function cardClasses(face: CardFace): string {
  const differs = face.isGone ? "gone" : face.mark === "" ? "" : "marked";
  return ["card", face.role === "thesis" ? "thesis" : "", face.kind ?? "", differs].filter(Boolean).join(" ");
}

/** Whether the card has a line below its text. */
export function hasFooter(face: CardFace): boolean {
  const counted = face.held === "" && face.reasons + face.objections > 0;
  return face.citation !== "" || face.hasNote || face.images > 0 || face.links > 0 || counted;
}

/** The words on a card's upper edge, but for its short name. */
export function eyebrowOf(face: Pick<CardFace, "role" | "kind">): string {
  return onStep(face) ? `${wordOf(face)} ${mapWords.thisStep(face.kind)}` : wordOf(face);
}

function onStep({ role }: Pick<CardFace, "role">): boolean {
  return role === "objectionToStep" || role === "reasonForStep";
}

function wordOf({ kind }: Pick<CardFace, "kind">): string {
  if (kind === null) return mapWords.thesis;
  return kind === "supports" ? mapWords.reason : mapWords.objection;
}

function textOf(face: CardFace): TemplateResult {
  const blank = face.text.trim() === "";
  return html`<div
    class=${blank ? "text blank" : "text"}
    dir="auto"
    lang=${face.language}
    data-text=${blank ? mapWords.asks[face.role] : nothing}
    .textContent=${blank ? "" : face.text}
  ></div>`;
}

function footerOf(face: CardFace) {
  if (!hasFooter(face)) return nothing;
  return html`<div class="footer" aria-hidden="true">
    <span class="citation" data-text=${face.citation}></span>
    <span class="marks">
      ${face.hasNote ? icon("note", 13) : nothing} ${face.images > 0 ? icon("image", 13) : nothing}
      ${count("images", "", face.images)} ${face.links > 0 ? icon("link", 13) : nothing}
      ${face.held === "" ? [count("reasons", "+", face.reasons), count("objections", "−", face.objections)] : nothing}
    </span>
  </div>`;
}

function count(kind: "reasons" | "objections" | "images", sign: string, number: number) {
  return number === 0 ? nothing : html`<span class=${kind} data-text=${`${sign}${number}`}></span>`;
}
