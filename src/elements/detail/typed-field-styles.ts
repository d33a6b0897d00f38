import { css } from "lit";

export const typedFieldStyles = css`
  :host {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  label {
    font: 500 12px/16px var(--sans);
    color: var(--ink-2);
  }
  input,
  textarea {
    width: 100%;
    min-width: 0;
  }
  textarea {
    resize: vertical;
    field-sizing: content;
    min-height: 76px;
    max-height: 50vh;
  }
  p {
    margin: 0;
  }
  .refused {
    color: var(--oppose);
    font: 500 13px/18px var(--sans);
    overflow-wrap: anywhere;
  }
  .below {
    color: var(--ink-2);
    font: 400 12px/16px var(--sans);
  }
  .below:empty {
    display: none;
  }
`;
