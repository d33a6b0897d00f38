import { css } from "lit";

/** Named fields in a grid: a label above each. */
export const fieldLooks = css`
  .choice {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  .label,
  .choice > span {
    font: 500 12px/16px var(--sans);
    color: var(--ink-2);
  }
  .choice > :not(span) {
    width: 100%;
    min-width: 0;
  }
  .fields {
    display: grid;
    grid-template-columns: 1fr 1fr;
    align-items: start;
    gap: 10px;
    margin-top: 8px;
    padding: 12px;
    border-radius: 10px;
    background: var(--hover);
  }
  .wide {
    grid-column: 1 / -1;
  }
`;
