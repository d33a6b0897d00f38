import { css } from "lit";

/** A list of records, and the button below it. */
export const listStyles = css`
  li + li {
    border-top: 1px solid var(--hairline);
  }
  .add {
    margin-top: 10px;
  }
`;
