import { css } from "lit";
import { scrollRoom } from "#elements/map/scroll-port.ts";

/** The map screen: a box that clips, the world in it, and what stands over the world at one size. */
export const mapStyles = css`
  :host {
    display: block;
    position: relative;
    width: 100%;
    height: 100%;
    overflow: clip;
    contain: strict;
    container-type: size;
    background: var(--paper);
    font: 400 14px/20px var(--sans);
    color: var(--ink);
  }
  .ground {
    position: absolute;
    inset: 0;
    overflow: hidden;
    overscroll-behavior: none;
    overflow-anchor: none;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
    cursor: grab;
  }
  .ground:active {
    cursor: grabbing;
  }
  /* See ScrollPort: the world stands in the middle of it. */
  .room {
    position: relative;
    width: ${2 * scrollRoom}px;
    height: ${2 * scrollRoom}px;
  }
  .world {
    margin: ${scrollRoom}px 0 0 ${scrollRoom}px;
  }
  .world,
  .tree {
    position: absolute;
    top: 0;
    left: 0;
    width: 0;
    height: 0;
    transform-origin: 0 0;
    direction: ltr;
  }
  .tree {
    isolation: isolate;
  }
  .tree:focus {
    outline: none;
  }
  .see {
    position: absolute;
    top: 0;
    left: 0;
    box-sizing: border-box;
    display: block;
    padding: 4px 10px;
    border: 1px dashed var(--line);
    border-radius: 8px;
    background: var(--card);
    color: var(--ink-2);
    font: 500 12px/18px var(--sans);
    text-align: start;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .see:hover {
    color: var(--ink);
    background: var(--hover);
  }
  .refused {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 6;
    max-width: min(320px, calc(100% - 16px));
    box-sizing: border-box;
    margin: 0;
    padding: 8px 12px;
    border-radius: 10px;
    background: var(--ink);
    color: var(--paper);
    font: 500 13px/18px var(--sans);
    box-shadow: var(--shadow-high);
    pointer-events: none;
  }
  .refused:empty {
    display: none;
  }
  .corner {
    position: absolute;
    inset: auto 12px 12px auto;
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: 8px;
    z-index: 2;
  }
  @container (max-width: 719px) {
    mini-map {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .refused {
      border: 1px solid CanvasText;
    }
  }
`;
