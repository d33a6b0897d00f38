import { css } from "lit";

export const historyStyles = css`
  modal-frame.wide {
    --dialog-width: 960px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
    gap: 24px;
    height: min(62vh, 560px);
  }
  .columns > * {
    min-height: 0;
    overflow: auto;
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
  .compare {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 0 8px 8px;
    border-bottom: 1px solid var(--hairline);
    font: 400 14px/20px var(--sans);
  }
  .compare select {
    flex: 1;
    min-width: 0;
    max-width: 100%;
    text-overflow: ellipsis;
  }
  .direction {
    margin: 0;
    flex-basis: 100%;
    font: 400 13px/18px var(--sans);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .naming {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    width: 100%;
  }
  .naming input {
    flex: 1 1 220px;
  }
  .first {
    margin-inline-end: auto;
  }
  .none {
    max-width: 52ch;
    margin: 16px 0 24px;
    font: 400 17px/26px var(--serif);
  }
  .none + .none {
    color: var(--ink-2);
    margin-top: -12px;
  }
  @media (width < 720px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      height: auto;
    }
    .columns > * {
      overflow: visible;
    }
  }
  @media (forced-colors: active) {
    .moment:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
