import { css } from "lit";

export const findStyles = css`
  :host {
    position: absolute;
    inset: 12px 12px auto auto;
    width: min(420px, calc(100% - 24px));
    max-height: calc(100% - 24px);
    z-index: 8;
    display: flex;
    box-sizing: border-box;
    font: 400 14px/20px var(--sans);
    color: var(--ink);
  }
  section {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-direction: column;
    background: var(--card);
    border: 1px solid var(--hairline);
    border-radius: 14px;
    box-shadow: var(--shadow-high);
    overflow: hidden;
  }
  form,
  .replacing {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 10px 10px 0;
  }
  .glass {
    position: absolute;
    margin-inline-start: 11px;
    color: var(--ink-2);
    pointer-events: none;
  }
  input[type="text"] {
    flex: 1;
    min-width: 0;
    font-size: 16px;
    line-height: 24px;
    padding-block: 6px;
  }
  input[role="combobox"] {
    padding-inline-start: 36px;
  }
  .replacing {
    flex-wrap: wrap;
  }
  .replacing input[type="text"] {
    flex-basis: 100%;
  }
  .replacing label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    padding-inline-end: 8px;
    margin-inline-end: auto;
  }
  input[type="checkbox"] {
    width: 18px;
    height: 18px;
    min-height: 0;
    margin: 0;
    accent-color: var(--ink);
  }
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 32px;
    padding: 4px 10px 4px 16px;
    color: var(--ink-2);
    font-size: 13px;
    line-height: 18px;
  }
  .line p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .line button {
    font-size: 13px;
    color: var(--ink-2);
    flex: none;
  }
  .blind {
    margin: 0;
    padding: 0 16px 8px;
    color: var(--ink-2);
    font-size: 13px;
    line-height: 18px;
  }
  .refused {
    margin: 0;
    padding: 8px 16px 0;
    color: var(--oppose);
    font-weight: 500;
  }
  .results {
    overflow: auto;
    overscroll-behavior: contain;
    border-top: 1px solid var(--hairline);
    padding: 6px;
    scroll-padding: 6px;
  }
  .result {
    padding: 8px 10px 9px;
    border-radius: 9px;
    cursor: default;
  }
  .result:hover {
    background: var(--hover);
  }
  .result[aria-selected="true"] {
    background: var(--hover);
    box-shadow: inset 3px 0 0 var(--focus);
  }
  .where {
    display: flex;
    align-items: baseline;
    gap: 6px;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-2);
    min-width: 0;
  }
  .path {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-width: 0;
  }
  .kind {
    flex: none;
    font-weight: 600;
    color: var(--ink);
  }
  .kind.supports {
    color: var(--support);
  }
  .kind.opposes {
    color: var(--oppose);
  }
  .field {
    flex: none;
    padding: 0 6px;
    border: 1px solid var(--hairline);
    border-radius: 999px;
    background: var(--card);
  }
  .claim {
    margin-top: 3px;
    font: 600 14px/20px var(--serif);
    overflow-wrap: anywhere;
  }
  .excerpt {
    margin-top: 3px;
    font: 400 15px/21px var(--serif);
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  mark {
    background: light-dark(#ffe9a8, #5a4a12);
    color: inherit;
    border-radius: 3px;
    padding: 0 1px;
    margin: 0 -1px;
  }
  .more {
    margin: 0;
    padding: 8px 16px 10px;
    border-top: 1px solid var(--hairline);
    color: var(--ink-2);
    font-size: 13px;
    line-height: 18px;
  }
  @media (width < 480px) {
    :host {
      inset: 0 0 auto;
      width: 100%;
      max-height: 100%;
    }
    section {
      border-radius: 0 0 14px 14px;
      border-inline: 0;
      border-top: 0;
    }
  }
  @media (forced-colors: active) {
    .result[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    mark {
      forced-color-adjust: none;
      background: Mark;
      color: MarkText;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    section {
      animation: rise var(--quick) ease-out;
    }
    @keyframes rise {
      from {
        opacity: 0;
        translate: 0 -4px;
      }
    }
  }
`;
