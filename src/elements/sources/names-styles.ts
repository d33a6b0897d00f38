import { css } from "lit";

export const namesStyles = css`
  fieldset {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 4px;
    font: 600 12px/16px var(--sans);
    color: var(--ink);
  }
  .row + .row {
    padding-top: 8px;
    border-top: 1px solid var(--hairline);
  }
  .parts {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 6px 10px;
  }
  .parts.body {
    grid-template-columns: 1fr;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 2px;
    min-height: 28px;
    margin-top: 2px;
    color: var(--ink-2);
  }
  label {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    margin-inline-end: auto;
    font: 400 13px/18px var(--sans);
    cursor: pointer;
  }
  input[type="checkbox"] {
    width: 16px;
    height: 16px;
    min-height: 0;
    margin: 0;
    accent-color: var(--ink);
  }
  .tools button {
    min-height: 28px;
    padding: 4px 6px;
    color: var(--ink-2);
  }
  [aria-disabled="true"] {
    opacity: 0.4;
    cursor: default;
  }
  .another {
    justify-self: start;
    min-height: 28px;
    padding: 2px 8px;
    margin-inline-start: -8px;
    gap: 4px;
    font-size: 13px;
    color: var(--ink-2);
  }
`;
