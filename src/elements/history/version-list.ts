import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { factsOf, tallyInWords, titleOf } from "#elements/history/moment-words.ts";
import { versionStyles } from "#elements/history/version-styles.ts";
import { controls } from "#elements/shared/controls.ts";
import { type Comparer, knownTally } from "#store/comparer.ts";
import type { Moment } from "#store/states.ts";
import { actionWords } from "#words/actions.ts";
import { historyWords as words } from "#words/history.ts";

/** A line of the history was chosen. */
export class MomentChosen extends Event {
  static readonly type = "moment-chosen";
  readonly moment: Moment;

  constructor(moment: Moment) {
    super(MomentChosen.type, { bubbles: true, composed: true });
    this.moment = moment;
  }
}

/** What came in with a merge is wanted once more. */
export class ReviewWanted extends Event {
  static readonly type = "review-wanted";
  readonly version: string;

  constructor(version: string) {
    super(ReviewWanted.type, { bubbles: true, composed: true });
    this.version = version;
  }
}

/** More of the list is wanted than is shown. */
export class EarlierWanted extends Event {
  static readonly type = "earlier-wanted";

  constructor() {
    super(EarlierWanted.type, { bubbles: true, composed: true });
  }
}

/**
 * The versions of a map, one of which is chosen. What changed in each is counted when its line comes on screen.
 *
 * @event moment-chosen - a {@link MomentChosen}.
 * @event review-wanted - a {@link ReviewWanted}.
 * @event earlier-wanted - an {@link EarlierWanted}.
 */
@customElement("version-list")
export class VersionList extends LitElement {
  static override styles = [controls, versionStyles];

  @property({ attribute: false }) moments: readonly Moment[] = [];
  @property({ attribute: false }) chosen: Moment | null = null;
  @property({ attribute: false }) comparer!: Comparer;
  @property({ type: Boolean }) hasMore = false;
  @query("input:checked") private readonly checked!: HTMLInputElement | null;
  readonly #onScreen = new Set<Element>();
  readonly #observer = new IntersectionObserver((entries) => this.#see(entries));
  readonly #closing = new AbortController();
  #isCounting = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closing.abort();
    this.#observer.disconnect();
  }

  override render() {
    return html`<fieldset>
      <legend class="visually-hidden">${words.versions}</legend>
      ${this.moments.map((moment, at) => this.#line(moment, at))}
      ${
        this.hasMore
          ? html`<button class="plain earlier" @click=${() => this.dispatchEvent(new EarlierWanted())}>
              ${words.earlier}
            </button>`
          : nothing
      }
    </fieldset>`;
  }

  override updated(): void {
    for (const line of this.renderRoot.querySelectorAll("label")) this.#observer.observe(line);
    void this.#count();
  }

  /** To the line that is chosen. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.checked?.focus(options));
  }

  #line(moment: Moment, at: number) {
    const now = Date.now();
    const { stretch, merge, id } = moment;
    const tally = stretch && knownTally(stretch);
    return html`<label class=${moment.name === "" ? "moment" : "moment named"} data-at=${at}>
        <input
          type="radio"
          name="moment"
          .checked=${moment === this.chosen}
          @change=${() => this.dispatchEvent(new MomentChosen(moment))}
        />
        <span class="title" dir="auto">${titleOf(moment, now)}</span>
        <span class="facts">${factsOf(moment, now)}</span>
        ${
          stretch === null
            ? nothing
            : html`<span class="facts">${tally === null ? words.counting : tallyInWords(tally)}</span>`
        }
      </label>
      ${
        merge === null || id === null
          ? nothing
          : html`<button class="plain review" @click=${() => this.dispatchEvent(new ReviewWanted(id))}>
              ${actionWords.reviewMerge(merge.by)}
            </button>`
      }`;
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#onScreen.add(target);
      else this.#onScreen.delete(target);
    }
    void this.#count();
  }

  /** Counts line by line what led to those on screen, from the top, until all are. */
  async #count(): Promise<void> {
    if (this.#isCounting) return;
    this.#isCounting = true;
    const { signal } = this.#closing;
    try {
      for (let next = this.#uncounted(); next !== null; next = this.#uncounted()) {
        if ((await this.comparer.tally(next, { signal })) === null) break;
        this.requestUpdate();
      }
    } finally {
      this.#isCounting = false;
    }
  }

  #uncounted(): Moment["stretch"] {
    const lines = [...this.#onScreen].map((line) => Number((line as HTMLElement).dataset["at"]));
    for (const at of lines.toSorted((a, b) => a - b)) {
      const stretch = this.moments[at]?.stretch ?? null;
      if (stretch !== null && knownTally(stretch) === null) return stretch;
    }
    return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "version-list": VersionList;
  }
  interface GlobalEventHandlersEventMap {
    "moment-chosen": MomentChosen;
    "review-wanted": ReviewWanted;
    "earlier-wanted": EarlierWanted;
  }
}
