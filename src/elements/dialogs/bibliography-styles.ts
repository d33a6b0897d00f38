import { css } from "lit";

export const bibliographyStyles = css`
  :host {
    --dialog-width: 720px;
  }
  .choices {
    display: flex;
    flex-direction: column;
    gap: 2px;
    margin: 0 0 12px;
    padding: 0;
    border: 0;
  }
  label {
    display: flex;
    align-items: baseline;
    gap: 10px;
    padding: 4px 0;
    font: 400 14px/20px var(--sans);
  }
  label input[type="radio"],
  label input[type="checkbox"] {
    flex: none;
    min-height: 0;
    width: 16px;
    height: 16px;
    margin: 0;
    align-self: center;
    accent-color: var(--ink);
  }
  .list {
    max-height: min(46vh, 420px);
    overflow: auto;
    padding: 12px 16px;
    border: 1px solid var(--hairline);
    border-radius: 8px;
    background: var(--paper);
  }
  .list h3 {
    margin: 14px 0 6px;
    font: 600 14px/20px var(--sans);
  }
  .list h3:first-child {
    margin-top: 0;
  }
  .list p {
    margin: 0 0 8px;
    padding-inline-start: 28px;
    text-indent: -28px;
    font: 400 16px/23px var(--serif);
    overflow-wrap: anywhere;
    content-visibility: auto;
    contain-intrinsic-size: auto 46px;
  }
  .list p.empty {
    padding: 0;
    text-indent: 0;
    color: var(--ink-2);
  }
  .said {
    flex: 1;
    align-self: center;
    color: var(--ink-2);
    font: 400 14px/20px var(--sans);
  }
  .refused {
    color: var(--oppose);
  }
  .saving {
    display: flex;
    gap: 8px;
  }
  @media (width < 480px) {
    .said {
      flex-basis: 100%;
    }
  }
`;
