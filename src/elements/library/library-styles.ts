import { css } from "lit";

export const libraryStyles = css`
  :host {
    display: block;
    height: 100%;
    overflow: auto;
    background: var(--paper);
  }
  .page {
    max-width: 1120px;
    margin: 0 auto;
    padding: clamp(20px, 4vw, 48px) clamp(16px, 4vw, 40px) 96px;
    box-sizing: border-box;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: end;
    gap: 16px;
  }
  .app {
    margin: 0 0 2px;
    font: 500 13px/18px var(--sans);
    letter-spacing: 0.02em;
    color: var(--ink-2);
  }
  h1 {
    margin: 0;
    font: 600 36px/44px var(--serif);
    letter-spacing: -0.01em;
  }
  h1:focus-visible {
    outline-offset: 6px;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .ways .primary,
  .ways .plain {
    padding: 8px 14px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin: 28px 0 20px;
    padding-top: 20px;
    border-top: 1px solid var(--hairline);
  }
  .search {
    position: relative;
    flex: 1 1 240px;
    max-width: 320px;
    color: var(--ink-2);
  }
  .search svg {
    position: absolute;
    inset-inline-start: 11px;
    top: 10px;
    pointer-events: none;
  }
  .search input {
    width: 100%;
    padding-inline-start: 34px;
  }
  .search input::placeholder {
    color: var(--ink-2);
    opacity: 1;
  }
  .count {
    margin: 0;
    font: 400 13px/18px var(--sans);
    color: var(--ink-2);
  }
  .tiles {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
    gap: 24px;
  }
  .tiles li {
    display: grid;
  }
  .nothing {
    margin: 48px auto;
    max-width: 44ch;
    text-align: center;
    font: 400 17px/26px var(--serif);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  @media (width < 480px) {
    .search {
      flex-basis: 100%;
      max-width: none;
    }
  }
  .nothing button {
    margin-top: 12px;
  }
`;
