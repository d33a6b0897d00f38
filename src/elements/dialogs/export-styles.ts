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
