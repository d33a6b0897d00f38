import { css } from "lit";

/** What stands over and among the cards of a neighbourhood, beside the styles of the map. */
export const neighbourhoodStyles = css`
  section {
    position: absolute;
    inset: 0;
  }
  .bar {
    position: absolute;
    inset: 12px 12px auto;
    z-index: 3;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }
  .plate {
    pointer-events: auto;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    max-width: min(960px, 100%);
    box-sizing: border-box;
    padding: 4px 14px 4px 4px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--card);
    box-shadow: var(--shadow);
  }
  h2 {
    display: flex;
    gap: 0.4em;
    min-width: 0;
    margin: 0;
    font: 400 14px/20px var(--sans);
    color: var(--ink-2);
  }
  h2 span {
    flex: none;
  }
  h2 cite {
    overflow: hidden;
    max-width: 48ch;
    font-style: normal;
    font-weight: 600;
    color: var(--ink);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .plate p {
    margin: 0;
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }
  .window {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding-inline-start: 10px;
  }
  .window button {
    font-size: 13px;
  }
  .note {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 2;
    padding: 0 8px;
    border: 1px dashed var(--line);
    border-radius: 8px;
    background: var(--card);
    color: var(--ink-2);
    font: 500 13px/18px var(--sans);
    font-size: calc(13px * var(--text-scale));
    white-space: nowrap;
  }
  .note:hover {
    color: var(--ink);
    border-style: solid;
  }
  /* The name of a group stands where the mark of the one in the middle does; its edge marks that one still. */
  .grouped > neighbour-card {
    --mark: hidden;
  }
  neighbour-card:not([aria-selected="true"]) {
    cursor: pointer;
  }
  @container (max-width: 719px) {
    h2 cite {
      max-width: calc(100cqw - 72px);
    }
    h2 {
      padding-inline-start: 10px;
    }
    .window p {
      flex: 1 1 100%;
    }
    h2 span {
      display: none;
    }
  }
`;
