import { css } from "lit";

export const imageItemStyles = css`
  :host {
    display: block;
    padding: 6px 0 8px;
  }
  .row {
    display: flex;
    gap: 12px;
    align-items: flex-start;
  }
  .thumbnail {
    flex: none;
    width: 112px;
    height: 84px;
    padding: 3px;
    border: 1px solid var(--hairline);
    background: var(--card);
    cursor: zoom-in;
  }
  .thumbnail stored-image {
    width: 100%;
    height: 100%;
  }
  .said {
    flex: 1;
    min-width: 0;
    display: grid;
    gap: 2px;
    overflow-wrap: anywhere;
  }
  .caption {
    font: 400 14px/20px var(--serif);
  }
  .alternative {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .lacking {
    font: 500 13px/18px var(--sans);
    color: var(--oppose);
  }
  .figures {
    font: 400 12px/16px var(--sans);
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 4px 0 0 -8px;
  }
  .tools button {
    padding: 2px 8px;
    min-height: 28px;
    color: var(--ink-2);
    gap: 4px;
  }
  .tools .mover {
    padding: 2px 6px;
  }
  .mover[aria-disabled="true"] {
    opacity: 0.45;
    cursor: default;
  }
`;
