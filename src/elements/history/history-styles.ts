import { css } from "lit";

export const historyStyles = css`
  modal-frame.wide {
    --dialog-width: 960px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
    gap: 24px;
    height: min(62vh, 560px, 100dvh - 170px);
  }
  .columns > * {
    min-height: 0;
    overflow: auto;
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
  .waiting {
    margin: 24px 8px;
    font: 400 14px/20px var(--sans);
  }
  .waiting p {
    margin: 0 0 10px;
  }
  .waiting progress {
    margin-bottom: 16px;
  }
  .naming {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    width: 100%;
  }
  .naming input {
    flex: 1 1 160px;
  }
  .keeping {
    display: flex;
    gap: 8px;
    margin-inline-start: auto;
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
  @media (width < 600px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      height: auto;
    }
    .columns > * {
      overflow: visible;
    }
  }
`;
