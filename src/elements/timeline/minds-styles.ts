import { css } from "lit";

export const mindsStyles = css`
  :host {
    --panel-width: 340px;
  }
  h2 {
    margin: 0;
    font: 600 15px/22px var(--sans);
  }
  .quiet {
    margin: 4px 0 12px;
    color: var(--ink-2);
  }
  label {
    display: block;
    margin-bottom: 12px;
    color: var(--ink-2);
    font-size: 13px;
  }
  select {
    display: block;
    width: 100%;
    margin-top: 2px;
  }
  ol {
    margin: 0;
    padding: 0 0 0 10px;
    list-style: none;
  }
  li {
    position: relative;
    border-inline-start: 2px solid var(--line);
    padding: 0 0 10px 8px;
  }
  li:last-child {
    border-inline-start-color: transparent;
  }
  li::before {
    content: "";
    position: absolute;
    inset: 13px auto auto -7px;
    width: 8px;
    height: 8px;
    border: 2px solid var(--ink);
    border-radius: 50%;
    background: var(--paper);
  }
  li:has(.change)::before {
    background: var(--ink);
    border-radius: 2px;
    rotate: 45deg;
  }
  .step {
    display: block;
    width: 100%;
    padding: 7px 10px;
    text-align: start;
    white-space: normal;
    font: 400 14px/20px var(--sans);
    font-size: calc(14px * var(--text-scale));
    line-height: 1.43;
    overflow-wrap: anywhere;
  }
  .step[aria-current] {
    background: var(--card);
    box-shadow: 0 0 0 1.5px var(--ink);
  }
  .when {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .stance {
    color: var(--ink-2);
  }
  .claim,
  .place,
  .change,
  .both {
    display: block;
  }
  .claim {
    font-family: var(--serif);
    font-size: 1.07em;
  }
  .place {
    color: var(--ink-2);
    font-size: 0.93em;
  }
  .change,
  .both {
    margin-top: 4px;
    padding: 3px 8px;
    border-inline-start: 3px solid var(--ink);
    background: var(--hover);
    font-size: 0.93em;
  }
  .both {
    border-inline-start-style: dotted;
  }
  @media (forced-colors: active) {
    .step[aria-current] {
      outline: 2px solid Highlight;
    }
    li::before {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: Canvas;
    }
    li:has(.change)::before {
      background: CanvasText;
    }
  }
`;
