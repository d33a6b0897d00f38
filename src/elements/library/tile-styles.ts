import { css } from "lit";

export const tileStyles = css`
  :host {
    display: block;
  }
  article {
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
    box-sizing: border-box;
    background: var(--card);
    border: 1px solid var(--hairline);
    border-radius: 14px;
    overflow: hidden;
    transition:
      box-shadow var(--quick),
      border-color var(--quick);
  }
  article:has(a:hover) {
    border-color: var(--line);
    box-shadow: var(--shadow);
  }
  article:has(a:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .words {
    flex: 1;
    padding: 18px 20px 8px;
  }
  .title {
    margin: 0;
    font: 600 20px/26px var(--serif);
    overflow-wrap: anywhere;
  }
  .title a {
    color: inherit;
    text-decoration: none;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .title a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .title a:focus-visible {
    outline: none;
  }
  /* The whole tile leads to the map; the buttons lie above this. */
  .title a::after {
    content: "";
    position: absolute;
    inset: 0;
  }
  .title input {
    font: inherit;
    width: calc(100% + 18px);
    margin: -5px -9px;
    padding: 4px 8px;
  }
  p {
    margin: 0;
  }
  .refused {
    margin-top: 8px;
    color: var(--oppose);
    font: 400 13px/18px var(--sans);
  }
  .question {
    margin-top: 6px;
    font: italic 400 15px/22px var(--serif);
    color: var(--ink-2);
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  .facts,
  .origin {
    display: flex;
    flex-wrap: wrap;
    font: 400 12px/16px var(--sans);
    color: var(--ink-2);
  }
  .facts {
    margin-top: 12px;
  }
  .facts span + span::before,
  .origin span + span::before {
    content: "·";
    margin-inline: 6px;
  }
  .origin {
    margin-top: 4px;
    color: var(--ink);
    font-weight: 500;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 4px 10px 10px;
  }
  .tools button {
    position: relative;
    font-size: 13px;
    color: var(--ink-2);
    text-align: start;
  }
  .tools button:hover {
    color: var(--ink);
  }
  @media (forced-colors: active) {
    article {
      border-color: CanvasText;
    }
  }
`;
