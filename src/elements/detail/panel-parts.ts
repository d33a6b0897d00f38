import { css } from "lit";

/** What the sections of the detail panel have in common. */
export const panelParts = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 32px;
    margin-bottom: 4px;
  }
  h3 {
    margin: 0;
    font: 600 13px/18px var(--sans);
    color: var(--ink);
  }
  h4 {
    margin: 12px 0 2px;
    font: 500 12px/16px var(--sans);
    color: var(--ink-2);
  }
  .head + h4 {
    margin-top: 2px;
  }
  button {
    font-size: 13px;
  }
  p {
    margin: 0;
  }
  .hint,
  .quiet {
    font: 400 13px/18px var(--sans);
    color: var(--ink-2);
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
`;
