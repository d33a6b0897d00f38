import { css } from "lit";

/** A search field above a list of choices (combobox and listbox), as in the palette and in "Move to…". */
export const choiceList = css`
  .search {
    width: 100%;
    font-size: 16px;
    line-height: 24px;
    padding: 8px 12px;
  }
  .choices {
    margin: 10px 0 0;
    max-height: min(46vh, 420px);
    overflow: auto;
    scroll-padding: 32px 0 8px;
  }
  .choices:empty {
    margin: 0;
  }
  .choice {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 16px;
    padding: 6px 10px;
    min-height: 24px;
    border-radius: 8px;
    cursor: default;
  }
  .choice:hover {
    background: var(--hover);
  }
  .choice[aria-selected="true"] {
    background: var(--hover);
    box-shadow: inset 3px 0 0 var(--focus);
  }
  .group-name {
    font: 600 12px/16px var(--sans);
    color: var(--ink-2);
    padding: 12px 10px 4px;
  }
  .count,
  .nothing {
    margin: 8px 10px 0;
    font: 400 12px/16px var(--sans);
    color: var(--ink-2);
  }
  .nothing {
    font-size: 14px;
    line-height: 20px;
  }
  kbd {
    font: 500 12px/16px var(--sans);
    color: var(--ink-2);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .choice[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/** Where an arrow key leads in a list of `count` choices; `null` for keys that do not move. Wraps around. */
export function moved(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (at - 1 + count) % count;
  if (key === "PageDown") return Math.min(count - 1, at + 8);
  if (key === "PageUp") return Math.max(0, at - 8);
  return null;
}
