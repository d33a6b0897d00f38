import { css } from "lit";

/** Formats one below the other, each with its hint; those without one stand side by side. */
export const formatStyles = css`
  .formats {
    display: grid;
    grid-template-columns: auto auto 1fr;
  }
  .formats label {
    padding-block: 7px;
  }
  .formats label:has(.hint) {
    grid-column: 1 / -1;
  }
  .formats label:not(:has(.hint)) {
    gap: 6px;
    padding-inline-end: 8px;
  }
`;

/** The dialog's own parts. */
export const exportStyles = css`
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
  }
  legend {
    padding: 8px 0 4px;
    font: 600 14px/20px var(--sans);
  }
  label {
    display: flex;
    gap: 12px;
    align-items: start;
    padding: 10px 12px;
    border-radius: 10px;
    cursor: pointer;
  }
  label:hover {
    background: var(--hover);
  }
  label:has(:checked) {
    background: var(--hover);
  }
  label input {
    flex: none;
    width: 20px;
    height: 20px;
    min-height: 20px;
    margin: 0;
    accent-color: var(--ink);
  }
  .name {
    font: 500 14px/20px var(--sans);
  }
  .hint {
    display: block;
    font: 400 13px/19px var(--sans);
    color: var(--ink-2);
  }
  .looks {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 24px;
    margin-top: 8px;
    padding-top: 8px;
    border-top: 1px solid var(--hairline);
  }
  .looks label {
    padding-block: 6px;
    align-items: center;
  }
  .sharing {
    margin-top: 8px;
    padding-top: 8px;
    border-top: 1px solid var(--hairline);
  }
  .sharing label {
    padding-block: 6px;
  }
  label.signing,
  label.signing:hover {
    align-items: center;
    background: none;
    cursor: auto;
    font: 500 14px/20px var(--sans);
  }
  label.signing input {
    flex: 1;
    width: auto;
    height: auto;
    min-height: 34px;
  }
  .writing {
    margin: 12px 0 0;
    padding: 0 12px;
  }
  .writing p {
    margin: 0 0 8px;
    font: 400 13px/20px var(--sans);
    color: var(--ink-2);
  }
  .refused {
    margin: 12px 0 0;
    padding: 8px 12px;
    border-inline-start: 3px solid var(--oppose);
    background: var(--oppose-tint);
    font: 400 14px/20px var(--sans);
  }
  @media (width < 420px) {
    .looks {
      grid-template-columns: 1fr;
    }
  }
  .seen {
    margin: 8px 0 0;
    padding: 10px 12px 0;
    border-top: 1px solid var(--hairline);
    font: 400 13px/20px var(--sans);
    color: var(--ink-2);
  }
`;
