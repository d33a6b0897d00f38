import { css } from "lit";

export const detailStyles = css`
  h2 {
    margin: 0;
    font: 600 14px/20px var(--sans);
  }
  .quiet {
    color: var(--ink-2);
    margin: 0;
  }
  .waiting {
    margin-bottom: 12px;
  }
  .eyebrow {
    font: 600 12px/16px var(--sans);
    color: var(--ink-2);
  }
  .eyebrow.supports {
    color: var(--support);
  }
  .eyebrow.opposes {
    color: var(--oppose);
  }
  .sentence {
    margin: 4px 0 12px;
    font: 400 17px/24px var(--serif);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .row {
    display: flex;
    align-items: flex-end;
    gap: 8px;
  }
  .row typed-field {
    flex: 1;
  }
  section.over {
    outline: 3px dashed var(--focus);
    outline-offset: -6px;
  }
  .row + typed-field {
    margin-top: 10px;
  }
  relation-section,
  note-section,
  attribution-section,
  source-section,
  image-section {
    margin-top: 18px;
    padding-top: 10px;
    border-top: 1px solid var(--hairline);
  }
`;
