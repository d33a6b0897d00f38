import { css } from "lit";

export const headerStyles = css`
  :host {
    display: block;
    container: header / inline-size;
    border-bottom: 1px solid var(--hairline);
    background: var(--paper);
    position: relative;
    z-index: 5;
  }
  header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto auto;
    align-items: center;
    gap: 4px 16px;
    padding: 8px 16px;
    min-height: 48px;
  }
  .heading {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 8px;
    min-width: 0;
  }
  h1 {
    margin: 0;
    min-width: 0;
    min-height: 26px;
    font: 600 18px/24px var(--serif);
    letter-spacing: -0.005em;
  }
  /* The longest line of the header has all of its width. */
  .question {
    grid-column: 1 / -1;
    font: 400 13px/20px var(--sans);
    color: var(--ink-2);
  }
  .about {
    grid-area: 1 / 2;
    padding: 0 8px;
    min-height: 24px;
    font-size: 12px;
    color: var(--ink-2);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .maps {
    padding-inline: 10px;
  }
  .views {
    display: flex;
    gap: 2px;
    padding: 3px;
    border-radius: 10px;
    background: var(--hover);
  }
  .views button {
    min-height: 28px;
    padding: 3px 12px;
    color: var(--ink-2);
  }
  .views button[aria-selected="true"] {
    background: var(--card);
    color: var(--ink);
    box-shadow: 0 1px 2px rgb(0 0 0 / 15%);
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  @container header (width < 900px) {
    .word {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container header (width < 720px) {
    header {
      grid-template-columns: auto minmax(0, 1fr) auto;
      padding: 6px 8px;
      gap: 4px 8px;
    }
    save-status {
      grid-row: 2;
      grid-column: 2;
      justify-self: start;
    }
    .question,
    .about {
      display: none;
    }
    .tools {
      grid-row: 1;
      grid-column: 3;
    }
    .views {
      grid-row: 2;
      grid-column: 3;
      justify-self: end;
    }
  }
  @container header (width < 480px) {
    .views {
      grid-row: 4;
      grid-column: 1 / -1;
      justify-self: center;
    }
    .tools {
      gap: 0;
    }
    .heading {
      grid-row: 2;
      grid-column: 1 / -1;
      padding-inline: 8px;
    }
    save-status {
      grid-row: 3;
      grid-column: 1 / -1;
      justify-self: stretch;
      padding-inline: 8px;
    }
  }
  @media (forced-colors: active) {
    .views button[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
