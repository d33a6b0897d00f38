import { css } from "lit";

export const versionStyles = css`
  :host {
    display: block;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0 4px 0 0;
    min-width: 0;
  }
  .moment {
    position: relative;
    display: block;
    padding: 9px 12px 10px 36px;
    border-radius: 8px;
    cursor: pointer;
  }
  .moment:hover {
    background: var(--hover);
  }
  .moment:has(:checked) {
    background: var(--hover);
  }
  .moment:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
  }
  .moment input {
    position: absolute;
    inset-inline-start: 10px;
    top: 11px;
    width: 16px;
    height: 16px;
    min-height: 16px;
    margin: 0;
    accent-color: var(--ink);
  }
  .moment input:focus-visible {
    outline: none;
  }
  .title {
    display: block;
    font: 500 14px/20px var(--sans);
    overflow-wrap: anywhere;
  }
  .named .title {
    font: 600 17px/22px var(--serif);
  }
  .facts {
    display: block;
    margin-top: 1px;
    font: 400 12px/17px var(--sans);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .review,
  .earlier {
    margin: 2px 0 8px 36px;
  }
  .review {
    font-size: 13px;
    text-align: start;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .moment:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
