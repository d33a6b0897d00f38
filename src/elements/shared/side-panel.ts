import { css } from "lit";

/** The look of a panel beside the map: a head that stays, and a body that scrolls. */
export const sidePanel = css`
  :host {
    display: block;
    width: 360px;
    box-sizing: border-box;
    min-height: 0;
    font: 400 14px/20px var(--sans);
    color: var(--ink);
    background: var(--paper);
    border-inline-start: 1px solid var(--hairline);
  }
  section {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 8px 10px 4px 20px;
  }
  .body {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 4px 20px 24px;
  }
`;
