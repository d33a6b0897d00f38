import { css } from "lit";

export const reviewStyles = css`
  :host {
    --panel-width: 380px;
  }
  .head {
    align-items: start;
    gap: 8px;
  }
  h2 {
    margin: 4px 0 0;
    font: 600 16px/22px var(--serif);
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: none;
  }
  h3 {
    margin: 20px 0 0;
    font: 600 14px/20px var(--sans);
  }
  .quiet {
    margin: 0;
    color: var(--ink-2);
    font: 400 13px/18px var(--sans);
  }
  .whole {
    margin-top: 4px;
  }
  ol {
    list-style: none;
    margin: 6px 0 0;
    padding: 0;
  }
  li {
    padding: 10px 0 8px;
    border-top: 1px solid var(--hairline);
  }
  li:first-child {
    border-top: 0;
  }
  .deed {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    font: 600 12px/16px var(--sans);
    color: var(--ink-2);
  }
  .deed.added {
    color: var(--support);
  }
  .deed.deleted {
    color: var(--oppose);
  }
  .became {
    font-weight: 400;
    color: var(--ink-2);
  }
  .claim {
    display: block;
    width: calc(100% + 20px);
    margin: 2px -10px;
    padding: 4px 10px;
    text-align: start;
    font: 400 15px/21px var(--serif);
    overflow-wrap: anywhere;
  }
  p.claim {
    width: auto;
    margin: 2px 0;
    padding: 4px 0;
  }
  li.done .claim {
    color: var(--ink-2);
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 10px;
    margin: 2px 0 8px;
    font: 400 13px/18px var(--sans);
  }
  dt {
    color: var(--ink-2);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 4px;
  }
  .ways[hidden] {
    display: none;
  }
  .ways button {
    font-size: 13px;
    min-height: 30px;
    padding-block: 3px;
  }
  .ways button[aria-pressed="true"] {
    border-color: var(--ink);
    background: var(--hover);
    box-shadow: inset 0 0 0 1px var(--ink);
  }
  @media (forced-colors: active) {
    .ways button[aria-pressed="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
