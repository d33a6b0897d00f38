import { css, html } from "lit";
import { detailWords as words } from "#words/detail.ts";

/** The buttons below a form: Cancel, and the one that sends it. */
export function formFoot(send: string, leave: () => void) {
  return html`<div class="foot wide">
    <button type="button" @click=${leave}>${words.cancel}</button>
    <button class="primary">${send}</button>
  </div>`;
}

export const formFootStyles = css`
  .foot {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
  }
  .refused {
    color: var(--oppose);
    font: 500 13px/18px var(--sans);
  }
`;
