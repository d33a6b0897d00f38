import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { Loading } from "#elements/map/loading.ts";
import type { Picture } from "#layout/picture.ts";
import { whenIdle } from "#store/turns.ts";

const loadMorphing = () => import("#elements/map/path-morph.ts");

/** One path of the picture. */
interface Line {
  readonly key: string;
  readonly path: string;
  readonly classes: string;
}

/**
 * The lines beneath the cards: trunks, drops, brackets and cross-links. In map coordinates; hidden from
 * screen readers, to whom the tree says the same.
 */
@customElement("map-lines")
export class MapLines extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      top: 0;
      left: 0;
      pointer-events: none;
    }
    svg {
      display: block;
      width: 1px;
      height: 1px;
      overflow: visible;
    }
    path {
      fill: none;
      stroke: var(--line);
      stroke-width: max(2px, var(--thin, 1px));
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .trunk {
      stroke: color-mix(in srgb, var(--line) 75%, var(--paper));
    }
    .supports {
      stroke: var(--support);
    }
    .opposes {
      stroke: var(--oppose);
    }
    .drop.opposes {
      stroke-dasharray: 5 5;
    }
    .bracket {
      stroke-width: max(2.5px, var(--thin, 1px));
    }
    .curve {
      stroke-width: max(1.5px, var(--thin, 1px));
      opacity: 0.4;
      transition:
        opacity var(--quick),
        stroke-width var(--quick);
    }
    .curve.opposes {
      stroke-dasharray: 5 5;
    }
    .curve.forward {
      stroke-width: max(3px, calc(1.5 * var(--thin, 1px)));
      opacity: 1;
    }
    circle {
      fill: var(--oppose);
      stroke: var(--paper);
      stroke-width: 2px;
    }
    @media (forced-colors: active) {
      .trunk,
      .supports,
      .opposes {
        stroke: CanvasText;
      }
      circle {
        fill: CanvasText;
      }
      .curve {
        opacity: 1;
      }
    }
  `;

  /** What is near the screen. */
  @property({ attribute: false }) picture: Picture | null = null;
  /** Keys of the cross-links that come forward, as `curveKey` writes them. */
  @property({ attribute: false }) forward: ReadonlySet<string> = new Set();
  #before: ReadonlyMap<string, string> = new Map();
  /** No line moves before the map is on screen. */
  readonly #morphing = new Loading(loadMorphing, () => undefined);

  override connectedCallback(): void {
    super.connectedCallback();
    whenIdle(() => this.#morphing.want(), 300);
  }

  override render() {
    const { picture } = this;
    if (picture === null) return html`<svg aria-hidden="true"></svg>`;
    const lines = allLines(picture, this.forward);
    const joints = picture.drops.flatMap(({ relation, joint }) => (joint ? [{ relation, joint }] : []));
    return html`<svg aria-hidden="true">
      ${repeat(
        lines,
        ({ key }) => key,
        ({ key, path, classes }) => svg`<path data-key=${key} class=${classes} d=${path} />`,
      )}
      ${repeat(
        joints,
        ({ relation }) => relation,
        ({ joint }) => svg`<circle cx=${joint.x} cy=${joint.y} r="5" />`,
      )}
    </svg>`;
  }

  /** Remembers how the lines stand now, as the start of the next move. */
  begin(): void {
    this.#before = new Map([...this.#paths()].map((path) => [keyOf(path), path.getAttribute("d") ?? ""]));
  }

  /** Shows the lines part of the way from where `begin` found them to where the picture has them. */
  move(progress: number): void {
    if (this.#before.size === 0 || this.picture === null) return;
    const between = this.#morphing.part?.morphed ?? jumped;
    const ends = new Map(allLines(this.picture, this.forward).map(({ key, path }) => [key, path]));
    for (const path of this.#paths()) {
      const key = keyOf(path);
      const from = this.#before.get(key);
      const to = ends.get(key);
      if (to !== undefined) path.setAttribute("d", from === undefined ? to : between(from, to, progress));
    }
    if (progress === 1) this.#before = new Map();
  }

  #paths(): NodeListOf<SVGPathElement> {
    return this.renderRoot.querySelectorAll("path");
  }
}

/** Where the lines are until it is here how they move. */
function jumped(_from: string, to: string): string {
  return to;
}

export function curveKey({
  premise,
  relation,
}: {
  readonly premise: string;
  readonly relation: string;
}): string {
  return `curve ${premise} ${relation}`;
}

function allLines(picture: Picture, forward: ReadonlySet<string>): readonly Line[] {
  return [
    ...picture.curves.map((curve) => ({
      key: curveKey(curve),
      path: curve.path,
      classes: `curve ${curve.kind}${forward.has(curveKey(curve)) ? " forward" : ""}`,
    })),
    ...picture.trunks.map(({ parent, path }) => ({
      key: `trunk ${parent}`,
      path,
      classes: "trunk",
    })),
    ...picture.drops.map(({ relation, path, kind }) => ({
      key: `drop ${relation}`,
      path,
      classes: `drop ${kind}`,
    })),
    ...picture.brackets.map(({ relation, path, kind }) => ({
      key: `bracket ${relation}`,
      path,
      classes: `bracket ${kind}`,
    })),
  ];
}

function keyOf(path: SVGPathElement): string {
  return path.dataset["key"] ?? "";
}

declare global {
  interface HTMLElementTagNameMap {
    "map-lines": MapLines;
  }
}
