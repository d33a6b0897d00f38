import { css } from "lit";

export const screenStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    font: 400 14px/20px var(--sans);
    font-size: calc(14px * var(--text-scale));
    color: var(--ink);
    background: var(--paper);
  }
  section {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100%;
  }
  .bar {
    position: relative;
    z-index: 4;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    min-height: 34px;
    padding: 6px 16px;
    border-bottom: 1px solid var(--hairline);
  }
  .zoom {
    display: flex;
    gap: 2px;
    padding: 2px;
    border: 1px solid var(--hairline);
    border-radius: 10px;
    background: var(--card);
  }
  .zoom button {
    padding: 4px 7px;
    border-radius: 8px;
  }
  .blind[aria-pressed="true"],
  .blind[aria-pressed="true"]:hover {
    background: var(--ink);
    color: var(--paper);
  }
  .off {
    margin: 0;
    color: var(--ink-2);
  }
  .undated {
    margin-inline-start: auto;
    color: var(--ink-2);
  }
  summary {
    padding: 5px 8px;
    border-radius: 8px;
    cursor: pointer;
  }
  summary:hover {
    background: var(--hover);
  }
  .undated[open] ul {
    position: absolute;
    inset: calc(100% + 6px) 12px auto auto;
    width: min(440px, calc(100% - 24px));
    max-height: min(420px, 60dvh);
    box-sizing: border-box;
    overflow: auto;
    overscroll-behavior: contain;
    margin: 0;
    padding: 6px;
    list-style: none;
    border: 1px solid var(--hairline);
    border-radius: 12px;
    background: var(--card);
    color: var(--ink);
    box-shadow: var(--shadow-high);
  }
  li {
    overflow-wrap: anywhere;
  }
  li:not(:has(button)) {
    padding: 6px 10px;
  }
  li button {
    display: block;
    width: 100%;
    text-align: start;
    white-space: normal;
    font-weight: 400;
    font-family: var(--serif);
    font-size: 15px;
  }
  li b {
    font: 600 13px/20px var(--sans);
  }
  .empty {
    align-self: center;
    justify-self: center;
    max-width: 44ch;
    padding: 24px;
    text-align: center;
    color: var(--ink-2);
  }
  .empty p:first-child {
    font: 600 18px/26px var(--serif);
    color: var(--ink);
  }
  @media print {
    :host,
    section {
      display: block;
      height: auto;
    }
    .paper {
      font: 600 20px/28px var(--serif);
    }
    .bar {
      border: 0;
      padding: 0;
    }
    .bar > :not(.undated) {
      display: none;
    }
  }
`;
