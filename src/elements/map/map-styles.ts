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
  .empty {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 24px;
    text-align: center;
    pointer-events: none;
  }
  .empty > * {
    pointer-events: auto;
  }
  .empty .sheet {
    display: grid;
    justify-items: center;
    gap: 8px;
    max-width: 420px;
    box-sizing: border-box;
    padding: 36px 40px 32px;
    background: var(--card);
    border-radius: 14px;
    box-shadow:
      inset 0 0 0 1px var(--hairline),
      var(--shadow);
  }
  .empty p {
    margin: 0;
  }
  .empty .title {
    font: 600 22px/28px var(--serif);
  }
  .empty .hint {
    color: var(--ink-2);
    margin-bottom: 12px;
  }
  .ghost {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 7;
    width: 240px;
    box-sizing: border-box;
    padding: 10px 14px;
    border-radius: var(--radius);
    background: var(--card);
    box-shadow:
      inset 0 0 0 1px var(--line),
      var(--shadow-high);
    font: 400 15px/20px var(--serif);
    pointer-events: none;
    opacity: 0.94;
  }
  .ghost .line {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .ghost .no {
    margin-top: 6px;
    font: 600 12px/16px var(--sans);
    color: var(--oppose);
  }
  .zones {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 3;
    display: flex;
    overflow: hidden;
    border-radius: var(--radius);
    pointer-events: none;
    font: 600 16px/20px var(--sans);
  }
  .zone {
    flex: 1;
    display: grid;
    place-content: start center;
    padding-top: 14px;
    border: 2px dashed var(--kind);
    color: var(--kind);
    background: color-mix(in srgb, var(--tint) 88%, transparent);
  }
  .zone.supports {
    --kind: var(--support);
    --tint: var(--support-tint);
    border-radius: var(--radius) 0 0 var(--radius);
  }
  .zone.opposes {
    --kind: var(--oppose);
    --tint: var(--oppose-tint);
    border-radius: 0 var(--radius) var(--radius) 0;
  }
  .zone.chosen {
    border-style: solid;
    background: var(--kind);
    color: var(--on-colour);
  }
  .between {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 3;
    border-radius: 3px;
    background: var(--focus);
    pointer-events: none;
  }
  @container (max-width: 719px) {
    mini-map {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .zone.chosen {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .between {
      background: Highlight;
      forced-color-adjust: none;
    }
    .refused,
    .ghost {
      border: 1px solid CanvasText;
    }
  }
`;
