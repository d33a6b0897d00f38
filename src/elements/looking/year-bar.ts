import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { Argued } from "#lenses/argued.ts";
import type { Looking } from "#session/looking.ts";
import { lookingWords as words } from "#words/looking.ts";

/** The person wants all years again. */
export class YearsLeft extends Event {
  static readonly type = "years-left";

  constructor() {
    super(YearsLeft.type);
  }
}

/** How high the tallest of the bars over the slider is, in pixels. */
const tallest = 18;

const steps: Readonly<Record<string, "next" | "before">> = {
  ArrowRight: "next",
  ArrowUp: "next",
  ArrowLeft: "before",
  ArrowDown: "before",
};

/**
 * The debate through its years: a slider over those in which something happens, with a bar for each as high as claims
 * were made in it, the year in large figures, and a play.
 *
 * @event years-left
 */
@customElement("year-bar")
export class YearBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        grid-template: "year years play close" auto "count count count count" auto / auto minmax(
            0,
            1fr
          ) auto auto;
        align-items: center;
        gap: 0 12px;
        padding: 6px 8px 8px 18px;
        border: 1px solid var(--hairline);
        border-radius: 14px;
        background: var(--card);
        box-shadow: var(--shadow);
        font: 400 13px/18px var(--sans);
        color: var(--ink);
      }
      output {
        min-width: 2.2em;
        font: 600 38px/44px var(--serif);
        font-variant-numeric: lining-nums tabular-nums;
      }
      .years {
        display: grid;
        align-items: end;
      }
      svg {
        display: block;
        width: calc(100% - 16px);
        height: ${tallest}px;
        margin: 0 8px 4px;
        overflow: visible;
      }
      rect {
        fill: var(--line);
      }
      .made {
        fill: var(--ink);
      }
      input {
        width: 100%;
        min-height: 24px;
        height: 24px;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        accent-color: var(--ink);
        cursor: pointer;
      }
      /* Within the slider's own box: the bars above and the words below stay clear. */
      input:focus-visible {
        outline-offset: -2px;
        border-radius: 12px;
      }
      .count {
        grid-area: count;
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
      }
      .play {
        min-width: 76px;
      }
      @container (max-width: 479px) {
        section {
          grid-template: "year play close" auto "years years years" auto "count count count" auto / 1fr auto auto;
        }
        .years {
          grid-area: years;
        }
      }
      @media (forced-colors: active) {
        rect {
          fill: GrayText;
        }
        .made {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) looking!: Looking;
  /** How many the map has. */
  @property({ attribute: false }) claims = 0;
  @query("input") private readonly slider!: HTMLInputElement | null;
  readonly #watching = new Watching(this, () => [
    this.looking?.inYear.value,
    this.looking?.debate.value,
    this.looking?.isPlaying.value,
  ]);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("looking")) this.#watching.renew();
  }

  override firstUpdated(): void {
    this.slider?.focus();
  }

  override render() {
    const { looking } = this;
    const [inYear, debate] = [looking.inYear.value, looking.debate.value];
    if (inYear === null) return nothing;
    const [first = 0, last = 0] = [looking.end("first"), looking.end("last")].map(Number);
    const { year, counts } = inYear;
    const made = words.made(this.claims - counts.notYet, this.claims, year);
    const isPlaying = looking.isPlaying.value;
    return html`<section aria-label=${words.yearsLong} @keydown=${this.#pressed}>
      <output aria-hidden="true">${year}</output>
      <div class="years">
        ${barsOf(debate, year)}
        <input
          type="range"
          aria-label=${words.year}
          aria-valuetext=${words.yearSaid(year, made)}
          min=${first}
          max=${last}
          .value=${String(year)}
          @input=${this.#slid}
        />
      </div>
      <button class="play plain" @click=${() => (isPlaying ? looking.pause() : looking.play())}>
        ${isPlaying ? words.pause : words.play}
      </button>
      <button aria-label=${words.leaveYears} title=${words.leaveYears} @click=${this.#leave}>
        ${icon("close", 16)}
      </button>
      <div class="count">${made}${counts.undated === 0 ? nothing : `, ${words.undated(counts.undated)}`}</div>
    </section>`;
  }

  /** To the year nearest to the thumb in which something happens. */
  readonly #slid = ({ target }: Event): void => {
    const slider = target as HTMLInputElement;
    const { years } = this.looking.debate.peek();
    const year = nearest(years, slider.valueAsNumber);
    if (year === null) return;
    this.looking.showYear(year);
    slider.value = String(year);
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      return this.#leave();
    }
    const step = event.target === this.slider ? steps[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    this.looking.showYear(this.looking.beside(step));
  };

  readonly #leave = (): void => void this.dispatchEvent(new YearsLeft());
}

function nearest(years: readonly number[], wanted: number): number | null {
  let best: number | null = null;
  for (const year of years)
    if (best === null || Math.abs(year - wanted) < Math.abs(best - wanted)) best = year;
  return best;
}

/** How many claims were made in each year, as bars over the slider. */
function barsOf({ courses, years }: Argued, now: number) {
  const made = new Map<number, number>(years.map((year) => [year, 0]));
  for (const [begun] of courses.values()) made.set(begun!.year, (made.get(begun!.year) ?? 0) + 1);
  const most = Math.max(1, ...made.values());
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  return html`<svg aria-hidden="true">
    ${[...made].map(([year, count]) => {
      const height = 3 + Math.round(((tallest - 3) * count) / most);
      const x = `${last === first ? 50 : (100 * (year - first)) / (last - first)}%`;
      const place = `translate(-1.5 ${tallest - height})`;
      return svg`<rect class=${year <= now ? "made" : ""} x=${x} width="3" height=${height} transform=${place} />`;
    })}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "year-bar": YearBar;
  }
  interface HTMLElementEventMap {
    "years-left": YearsLeft;
  }
}
