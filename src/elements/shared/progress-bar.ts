import { css } from "lit";

/** The look of `<progress>`: put into an element's `static styles`. */
export const progressBar = css`
  progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 8px;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--paper);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--paper);
  }
  progress::-webkit-progress-value {
    background: var(--support);
  }
  progress::-moz-progress-bar {
    background: var(--support);
  }
  @media (forced-colors: active) {
    progress {
      appearance: auto;
    }
  }
`;
