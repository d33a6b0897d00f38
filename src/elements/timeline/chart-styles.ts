import { css } from "lit";

export const chartStyles = css`
  :host {
    display: block;
    position: relative;
    min-height: 0;
    font: 400 13px/18px var(--sans);
    font-size: calc(13px * var(--text-scale));
    line-height: calc(18px * var(--text-scale));
    color: var(--ink);
  }
  .scroll {
    position: absolute;
    inset: 0;
    overflow: auto;
    overscroll-behavior: contain;
    touch-action: pan-x pan-y;
    user-select: none;
  }
  .all {
    position: relative;
    min-height: 100%;
  }
  .axis {
    position: sticky;
    top: 0;
    z-index: 3;
    height: var(--axis);
    box-sizing: border-box;
    border-bottom: 1px solid var(--line);
    background: var(--paper);
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }
  .tick {
    position: absolute;
    bottom: 0;
    height: calc(100% - 6px);
    padding-inline-start: 6px;
    border-inline-start: 1px solid var(--line);
    white-space: nowrap;
  }
  .tick.major {
    font-weight: 600;
    color: var(--ink);
  }
  .rules {
    position: absolute;
    inset: var(--axis) 0 0;
    pointer-events: none;
  }
  .rule {
    position: absolute;
    top: 0;
    bottom: 0;
    width: 0;
    border-inline-start: 1px solid var(--hairline);
    opacity: 0.6;
  }
  .rule.major {
    opacity: 1;
  }
  .lane {
    position: relative;
    display: grid;
    box-sizing: border-box;
    border-bottom: 1px solid var(--hairline);
  }
  .rail,
  .head {
    grid-area: 1 / 1;
    position: sticky;
    justify-self: start;
    align-self: start;
  }
  .rail {
    left: 0;
    z-index: 2;
    --swatch-width: 10px;
    --swatch-height: 100%;
    width: 10px;
    height: 100%;
    border-radius: 0;
    background: var(--hairline);
  }
  .head {
    left: 10px;
    top: var(--axis);
    z-index: 2;
    max-width: 60ch;
    padding: 6px 12px 4px 10px;
    border-end-end-radius: 8px;
    background: var(--paper);
    pointer-events: none;
    white-space: nowrap;
  }
  .head b {
    font-weight: 600;
  }
  .head span {
    margin-inline-start: 4px;
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }
  .item {
    position: absolute;
    box-sizing: border-box;
    height: calc(27px * var(--text-scale));
    padding-top: calc(1px * var(--text-scale));
    border-radius: 6px;
    cursor: pointer;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 5px;
    width: fit-content;
    max-width: min(100%, calc(300px * var(--text-scale)));
    position: sticky;
    left: 18px;
  }
  .words {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-width: 0;
    font-family: var(--serif);
    font-size: calc(14px * var(--text-scale));
  }
  .words b {
    font: 600 13px/18px var(--sans);
    font-size: calc(13px * var(--text-scale));
  }
  .sign {
    flex: none;
    display: grid;
    place-content: center;
    width: 15px;
    height: 15px;
    box-sizing: border-box;
    border: 1.5px solid var(--ink);
    border-radius: 50%;
    font: 700 12px/12px var(--sans);
  }
  [data-text]::after {
    content: attr(data-text);
    white-space: pre;
  }
  .reports .sign {
    border-style: dashed;
    line-height: 20px;
  }
  .denies .sign,
  .abandons .sign {
    border-radius: 3px;
  }
  .abandons .sign,
  .denies .sign {
    background: var(--ink);
    color: var(--paper);
  }
  .work .sign {
    border: 0;
  }
  .when {
    position: absolute;
    left: 0;
    bottom: 0;
    height: 5px;
    box-sizing: border-box;
    background: var(--school);
    border-radius: 2px;
  }
  .when.point {
    height: 7px;
    border-radius: 50%;
    bottom: -1px;
  }
  .when.approximate {
    border-radius: 0;
    background: repeating-linear-gradient(90deg, var(--school) 0 7px, transparent 7px 10px);
  }
  .when.uncertain {
    border-radius: 0;
    background: repeating-linear-gradient(90deg, var(--school) 0 2px, transparent 2px 5px);
  }
  .when.point:is(.approximate, .uncertain) {
    background: none;
    border: 2px solid var(--school);
    border-radius: 50%;
  }
  .when.open-end::after,
  .when.open-start::before {
    content: "";
    position: absolute;
    top: 0;
    height: 100%;
    width: 28px;
  }
  .when.open-end::after {
    left: 100%;
    background: linear-gradient(90deg, var(--school), transparent);
  }
  .when.open-start::before {
    right: 100%;
    background: linear-gradient(270deg, var(--school), transparent);
  }
  .item:hover {
    background: color-mix(in srgb, var(--hover) 85%, transparent);
  }
  .followed .words b {
    text-decoration: underline 2px;
    text-underline-offset: 3px;
  }
  .in-hand {
    background: var(--card);
    box-shadow: 0 0 0 1.5px var(--line);
  }
  .item[aria-selected="true"] {
    z-index: 1;
    background: var(--card);
    box-shadow:
      0 0 0 2px var(--ink),
      var(--shadow);
  }
  .item:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .when {
      forced-color-adjust: none;
      --school: CanvasText;
    }
    .sign {
      border-color: CanvasText;
    }
    .abandons .sign,
    .denies .sign {
      forced-color-adjust: none;
      background: CanvasText;
      color: Canvas;
    }
    .in-hand {
      outline: 1px dashed CanvasText;
      outline-offset: 1px;
    }
    .item[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
    .rail {
      border-inline-end: 1px solid CanvasText;
    }
  }
`;
