import { css } from "lit";

/** The app's buttons and fields: put into an element's `static styles`. Targets are 32 px, never under 24. */
export const controls = css`
  button,
  .button {
    font: 500 14px/20px var(--sans);
    color: var(--ink);
    background: transparent;
    border: 1px solid transparent;
    border-radius: 8px;
    padding: 5px 10px;
    min-height: 32px;
    min-width: 32px;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    cursor: pointer;
    text-decoration: none;
    box-sizing: border-box;
  }
  button:hover:not(:disabled),
  .button:hover {
    background: var(--hover);
  }
  button:disabled {
    color: var(--ink-2);
    opacity: 0.55;
    cursor: default;
  }
  button.plain {
    border-color: var(--hairline);
    background: var(--card);
  }
  button.primary {
    background: var(--ink);
    color: var(--paper);
  }
  button.primary:hover:not(:disabled) {
    background: var(--ink-2);
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  input,
  select,
  textarea {
    font: 400 14px/20px var(--sans);
    color: var(--ink);
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 6px 10px;
    min-height: 34px;
    box-sizing: border-box;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    button,
    .button {
      border-color: ButtonBorder;
    }
  }
`;
