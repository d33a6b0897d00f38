import { css } from "lit";

export const shellStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100dvh;
    font-size: calc(14px * var(--text-scale));
  }
  main {
    position: relative;
    min-width: 0;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
  }
  main > * {
    min-height: 0;
    min-width: 0;
  }
  library-screen {
    grid-row: 1 / -1;
    grid-column: 1 / -1;
    overflow: auto;
  }
  .welcome {
    position: absolute;
    inset: 12px auto auto 16px;
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: start;
    justify-items: start;
    gap: 2px 8px;
    padding: 10px 8px 6px 14px;
    width: min(288px, calc(100% - 32px));
    box-sizing: border-box;
    border-radius: 12px;
    background: var(--card);
    border: 1px solid var(--hairline);
    box-shadow: var(--shadow);
    color: var(--ink-2);
    font: 400 13px/18px var(--sans);
    z-index: 4;
  }
  .welcome button {
    font-size: 13px;
  }
  release-line {
    position: absolute;
    inset: 12px auto auto 16px;
    width: min(288px, calc(100% - 32px));
    z-index: 4;
  }
  .welcome .keys {
    margin-inline-start: -10px;
  }
  @media (width < 720px) {
    main:has(detail-panel, about-panel, review-panel, missing-panel, minds-panel) {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) auto;
    }
    main:has(detail-panel, about-panel, missing-panel, minds-panel) review-panel,
    main:has(detail-panel, about-panel, minds-panel) missing-panel,
    main:has(detail-panel, about-panel) minds-panel,
    main:has(about-panel) detail-panel {
      display: none;
    }
    /* What is read in a panel below the map is not covered by a notice. */
    main:has(detail-panel, about-panel, review-panel, missing-panel, minds-panel) ~ notice-bar {
      inset-block-end: calc(min(50dvh, 440px) + 8px);
    }
    .welcome,
    release-line {
      inset: auto auto 72px 16px;
    }
  }
  @media (height < 480px) {
    .welcome {
      display: none;
    }
  }
  .drop {
    position: fixed;
    inset: 12px;
    display: grid;
    place-content: center;
    border: 3px dashed var(--focus);
    border-radius: 16px;
    background: color-mix(in srgb, var(--paper) 88%, transparent);
    font: 600 22px/28px var(--serif);
    z-index: 20;
    pointer-events: none;
  }
  @media print {
    :host,
    main {
      display: block;
      height: auto;
    }
    .welcome,
    notice-bar,
    detail-panel,
    about-panel,
    review-panel,
    missing-panel,
    minds-panel,
    release-line,
    find-panel {
      display: none;
    }
  }
`;
