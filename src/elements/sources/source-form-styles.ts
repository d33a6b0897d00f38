import { css } from "lit";

export const sourceFormStyles = css`
  :host {
    display: block;
    container: source-form / inline-size;
  }
  .grid {
    display: grid;
    grid-template-columns: 1fr 1fr;
    align-items: start;
    gap: 10px;
  }
  @container source-form (width < 260px) {
    .grid {
      grid-template-columns: 1fr;
    }
  }
  .same {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-top: 10px;
    padding: 8px 12px;
    border-inline-start: 3px solid var(--line);
    background: var(--card);
    font: 400 13px/18px var(--sans);
    overflow-wrap: anywhere;
  }
`;
