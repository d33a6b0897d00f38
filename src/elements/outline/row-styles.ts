import { css } from "lit";

export const rowStyles = css`
  :host {
    display: flex;
    align-items: stretch;
    border-radius: 10px;
    cursor: default;
    scroll-margin: 72px 24px;
    padding-inline: 4px 12px;
  }
  :host(:hover) {
    background: color-mix(in srgb, var(--hover) 55%, transparent);
  }
  :host([aria-selected="true"]) {
    background: var(--card);
    box-shadow:
      inset 0 0 0 1px var(--hairline),
      var(--shadow);
  }
  /* Nothing that is drawn later hides the ring. */
  :host(:focus-visible) {
    position: relative;
    z-index: 1;
  }
  .guide {
    flex: none;
    width: var(--indent);
    position: relative;
    --kind: var(--support);
  }
  .guide.opposes {
    --kind: var(--oppose);
  }
  .guide::before {
    content: "";
    position: absolute;
    inset-block: 0;
    inset-inline-start: 11px;
    border-inline-start: 2px solid var(--kind);
    opacity: 0.45;
  }
  .guide.opposes::before {
    border-inline-start-style: dashed;
  }
  .guide.own::before {
    opacity: 1;
  }
  /* The bracket that holds co-premises together. */
  .guide.bracket::before {
    inset-inline-start: 5px;
    width: 7px;
    border-inline-start: 2px solid var(--kind);
    opacity: 1;
  }
  .guide.start::before {
    top: 16px;
    border-block-start: 2px solid var(--kind);
    border-start-start-radius: 6px;
  }
  .guide.end::before {
    bottom: 16px;
    border-block-end: 2px solid var(--kind);
    border-end-start-radius: 6px;
  }
  .fold {
    flex: none;
    width: 28px;
    margin-top: 6px;
    height: 28px;
    display: grid;
    place-items: center;
    border-radius: 8px;
    color: var(--ink-2);
    cursor: pointer;
  }
  .fold:hover {
    background: var(--hover);
    color: var(--ink);
  }
  .fold.none {
    visibility: hidden;
  }
  .body {
    flex: 1;
    min-width: 0;
    padding: 10px 4px 10px;
  }
  .eyebrow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    min-height: 20px;
    font: 600 calc(12px * var(--text-scale)) / 1.35 var(--sans);
    color: var(--kind);
  }
  .supports {
    --kind: var(--support);
  }
  .opposes {
    --kind: var(--oppose);
  }
  .thesis {
    --kind: var(--ink-2);
  }
  .badge {
    flex: none;
    display: grid;
    place-items: center;
    width: 18px;
    height: 18px;
    box-sizing: border-box;
    background: var(--kind);
    color: var(--on-colour);
    border: 1px solid transparent;
  }
  .supports .badge {
    border-radius: 50%;
  }
  .opposes .badge {
    border-radius: 3px;
  }
  .together {
    font-weight: 500;
    font-style: italic;
  }
  .level {
    font-weight: 400;
    color: var(--ink-2);
  }
  .text {
    margin: 3px 0 0;
    max-width: 68ch;
    font: 400 calc(17px * var(--text-scale)) / 1.45 var(--serif);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    color: var(--ink);
  }
  .text.thesis {
    max-width: 56ch;
    font: 600 calc(22px * var(--text-scale)) / 1.3 var(--serif);
  }
  .text.covered {
    visibility: hidden;
    overflow: hidden;
  }
  .text:empty::after {
    content: "\\200b";
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 4px 0 0;
    font: 400 calc(12px * var(--text-scale)) / 1.4 var(--sans);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .arguers {
    font-weight: 500;
  }
  row-lens {
    margin-top: 6px;
  }
  /* What nobody has said yet holds its place, empty. */
  :host([data-fade="notYet"]) .body > :not(.room) {
    visibility: hidden;
  }
  :host([data-fade="notYet"]) .body {
    outline: 1px dashed var(--faint-line);
    outline-offset: -4px;
    border-radius: 10px;
  }
  :host([data-fade="notYet"]) .guide::before,
  :host([data-fade="dim"]) .guide.own::before {
    opacity: 0.22;
  }
  :host([data-fade="perhaps"]) .body {
    outline: 1px dashed var(--line);
    outline-offset: -4px;
    border-radius: 10px;
  }
  .held {
    font-weight: 500;
    color: var(--ink);
  }
  .also {
    margin: 4px 0 0;
    font: 400 calc(13px * var(--text-scale)) / 1.5 var(--sans);
    color: var(--ink-2);
  }
  .also a {
    display: inline;
    padding: 4px 0;
    color: var(--ink);
    text-decoration-color: var(--line);
    text-underline-offset: 3px;
    border-radius: 4px;
    overflow-wrap: anywhere;
  }
  .also a:hover {
    text-decoration-color: var(--ink);
  }
  .room {
    margin-top: 8px;
  }
  .room:not([style*="height"]) {
    margin: 0;
  }
  [data-text]::after {
    content: attr(data-text);
  }
  @media (width < 480px) {
    :host {
      padding-inline: 0 6px;
    }
    .fold {
      width: 24px;
      height: 24px;
      margin-top: 8px;
    }
    .guide::before {
      inset-inline-start: 5px;
    }
    .guide.bracket::before {
      inset-inline-start: 2px;
      width: 5px;
    }
    .room {
      margin-inline-start: -16px;
    }
  }
  @media (forced-colors: active) {
    .guide::before {
      opacity: 1;
      border-color: CanvasText;
    }
    .badge {
      border-color: CanvasText;
    }
    :host([aria-selected="true"]) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    :host,
    :host(:hover),
    :host([aria-selected="true"]) {
      break-inside: avoid;
      background: none;
      box-shadow: none;
      outline: none;
    }
    .fold,
    .room {
      display: none;
    }
    .body {
      padding-block: 5px;
    }
    .text {
      font-size: 11pt;
    }
    .text.thesis {
      font-size: 14pt;
    }
    .badge {
      print-color-adjust: exact;
    }
  }
`;
