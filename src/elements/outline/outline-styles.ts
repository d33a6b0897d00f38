import { css } from "lit";

export const outlineStyles = css`
  :host {
    display: block;
    overflow: auto;
    background: var(--paper);
    container: outline / inline-size;
  }
  .page {
    position: relative;
    max-width: 880px;
    margin: 0 auto;
    padding: 28px 24px 40vh;
    box-sizing: border-box;
    --indent: 26px;
  }
  /* The ways to look lie over the lower edge, in the corner where they are on the map. */
  .looking {
    position: sticky;
    inset: auto 0 0;
    height: 0;
    z-index: 3;
  }
  .looking looking-bar {
    max-height: none;
    bottom: 12px;
  }
  .head {
    display: none;
  }
  [role="tree"] {
    display: flex;
    flex-direction: column;
  }
  .heavy outline-row {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 76px;
  }
  .empty {
    margin: 15vh auto 0;
    max-width: 40ch;
    text-align: center;
    font: 400 17px/26px var(--serif);
    color: var(--ink-2);
  }
  .empty .asks {
    margin: 0 0 8px;
    font: 600 24px/32px var(--serif);
    color: var(--ink);
  }
  .empty button {
    margin-top: 12px;
    padding: 8px 16px;
  }
  .refused {
    margin: 0 0 12px;
    padding: 8px 12px;
    border-inline-start: 3px solid var(--oppose);
    background: var(--oppose-tint);
    font: 400 14px/20px var(--sans);
  }
  /* Beside an open legend, where there is room for both. */
  @container outline (width >= 1120px) {
    .page.beside {
      max-width: 820px;
      margin-inline: max(276px, (100% - 820px) / 2) auto;
    }
  }
  @container outline (width < 560px) {
    .page {
      padding: 12px 8px 40vh;
      --indent: 13px;
    }
  }
  @media print {
    :host {
      overflow: visible;
      height: auto;
      background: none;
    }
    .page {
      max-width: none;
      padding: 0;
      --indent: 20px;
    }
    .head {
      display: block;
      margin-bottom: 14pt;
    }
    .head .title {
      margin: 0;
      font: 600 20pt/1.25 var(--serif);
    }
    .head .question {
      margin: 4pt 0 0;
      font: italic 400 12pt/1.4 var(--serif);
    }
    .head .facts {
      margin: 4pt 0 0;
      font: 400 9pt/1.4 var(--sans);
    }
    .heavy outline-row {
      content-visibility: visible;
    }
  }
`;
