import { css } from "lit";

export const chooseClaimStyles = css`
  :host {
    --dialog-width: 600px;
  }
  .what {
    margin: 0 0 12px;
    font: 400 16px/23px var(--serif);
    overflow-wrap: anywhere;
  }
  .choices {
    max-height: min(36vh, 340px);
  }
  .choice {
    justify-content: flex-start;
    align-items: stretch;
    gap: 12px;
  }
  .mark {
    flex: none;
    width: 4px;
    border-radius: 2px;
    background: var(--line);
  }
  .mark.supports {
    background: var(--support);
  }
  .mark.opposes {
    background: repeating-linear-gradient(var(--oppose) 0 5px, transparent 5px 8px);
  }
  .text {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .claim {
    font: 400 15px/21px var(--serif);
    overflow-wrap: anywhere;
  }
  .path {
    font: 400 12px/17px var(--sans);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 18px;
    border: 0;
    margin: 14px 0 0;
    padding: 12px 0 0;
    border-top: 1px solid var(--hairline);
  }
  legend {
    float: inline-start;
    padding: 0;
    font: 600 14px/32px var(--sans);
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    cursor: pointer;
  }
  label input {
    width: 20px;
    height: 20px;
    min-height: 20px;
    margin: 2px;
    accent-color: var(--ink);
  }
  .kind.supports input {
    accent-color: var(--support);
  }
  .kind.opposes input {
    accent-color: var(--oppose);
  }
  .hint {
    margin: 4px 0 0;
    font: 400 13px/19px var(--sans);
    color: var(--ink-2);
  }
  .refused {
    margin: 12px 0 0;
    padding: 8px 12px;
    border-inline-start: 3px solid var(--oppose);
    background: var(--oppose-tint);
    font: 400 14px/20px var(--sans);
    overflow-wrap: anywhere;
  }
  .start {
    margin-inline-end: auto;
  }
  @media (forced-colors: active) {
    .mark {
      forced-color-adjust: none;
    }
  }
`;
