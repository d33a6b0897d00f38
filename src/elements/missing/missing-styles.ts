import { css } from "lit";

export const missingStyles = css`
  :host {
    --panel-width: 380px;
  }
  h2 {
    margin: 4px 0 0;
    font: 600 16px/22px var(--serif);
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
  .nothing {
    margin: 16px 0 0;
    font: 400 16px/24px var(--serif);
  }
  summary {
    margin: 6px 0 0 -6px;
    padding: 4px 6px;
    width: fit-content;
    border-radius: 8px;
    cursor: pointer;
    font: 500 13px/18px var(--sans);
    color: var(--ink-2);
  }
  summary:hover {
    background: var(--hover);
  }
  details ul {
    margin: 0 0 4px;
    padding-inline-start: 20px;
    font: 400 13px/20px var(--sans);
    color: var(--ink-2);
  }
  ol {
    list-style: none;
    margin: 4px 0 0;
    padding: 0;
  }
  li.line {
    padding: 8px 0;
    border-top: 1px solid var(--hairline);
  }
  li.line:first-child {
    border-top: 0;
  }
  .place {
    display: block;
    width: calc(100% + 20px);
    margin: 0 -10px;
    padding: 4px 10px;
    text-align: start;
    font: 400 15px/21px var(--serif);
    overflow-wrap: anywhere;
  }
  p.place {
    width: auto;
    margin: 0;
    padding: 4px 0;
  }
  .reason {
    margin: 0 0 4px;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--hairline);
    font: 400 13px/18px var(--sans);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .way {
    margin-inline-start: -10px;
    font-size: 13px;
    min-height: 28px;
    padding-block: 2px;
    color: var(--ink-2);
  }
  .more {
    margin-top: 6px;
    font-size: 13px;
  }
`;
