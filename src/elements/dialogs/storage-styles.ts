import { css } from "lit";

/** What the parts of the storage panel have in common. */
export const storageStyles = css`
  section {
    padding: 14px 0;
    border-bottom: 1px solid var(--hairline);
  }
  section.last {
    border-bottom: 0;
    padding-bottom: 0;
  }
  h3 {
    margin: 0 0 2px;
    font: 600 14px/20px var(--sans);
  }
  p {
    margin: 0 0 8px;
    font: 400 14px/20px var(--sans);
    max-width: 60ch;
    overflow-wrap: anywhere;
  }
  p:last-child {
    margin-bottom: 0;
  }
  .hint {
    color: var(--ink-2);
  }
  .trouble {
    color: var(--oppose);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .buttons + [role="status"]:not(:empty) {
    margin: 8px 0 0;
  }
  .asking {
    margin-top: 10px;
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: 10px;
  }
`;
