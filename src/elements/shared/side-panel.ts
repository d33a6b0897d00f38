import { css } from "lit";

/**
 * The look of a panel beside the map, or on a narrow screen below it: a head that stays, and a body that scrolls.
 * `--panel-width` is how wide it is beside the map.
 */
export const sidePanel = css`
  :host {
    display: block;
    width: var(--panel-width, 360px);
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
  @media (width < 720px) {
    :host {
      width: auto;
      height: min(50dvh, 440px);
      z-index: 6;
      border-inline-start: 0;
      border-top: 1px solid var(--hairline);
      border-radius: 16px 16px 0 0;
      box-shadow: var(--shadow-high);
    }
  }
`;

const twoPanels = css`
  /* Two panels leave the map more than half of a small screen. */
  @media (720px <= width < 1440px) {
    main:has(
        :is(detail-panel, about-panel, minds-panel) ~ :is(about-panel, minds-panel),
        :is(detail-panel, about-panel, minds-panel) ~ beside-panels > :is(missing-panel, review-panel),
        missing-panel ~ review-panel
      )
      :is(detail-panel, about-panel, minds-panel, missing-panel, review-panel) {
      --panel-width: 304px;
    }
  }
`;

/** Where this panel is the second beside the map, both are narrower. */
export function shareRoom(panel: HTMLElement): void {
  const shell = panel.getRootNode();
  const sheet = twoPanels.styleSheet;
  if (!(shell instanceof ShadowRoot) || sheet === undefined || shell.adoptedStyleSheets.includes(sheet))
    return;
  shell.adoptedStyleSheets.push(sheet);
}
