import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { focusedElement } from "#elements/shared/focused-element.ts";
import { icon } from "#elements/shared/icon.ts";
import { shareRoom, sidePanel } from "#elements/shared/side-panel.ts";
import { Watching } from "#elements/shared/watching.ts";
import { departuresSaid } from "#elements/timeline/departures.ts";
import { mindsStyles } from "#elements/timeline/minds-styles.ts";
import { Teller } from "#elements/timeline/teller.ts";
import { dateSaid } from "#elements/shared/attribution-words.ts";
import { type ChangedMind, changedMinds, pathOf, type PathStep } from "#lenses/changed-mind.ts";
import { compareIds, type HolderId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { timelineWords as words } from "#words/timeline.ts";

/**
 * A holder's path through the map, in the order of time, with each change of mind in words. Those who changed their mind
 * are offered first. A step takes its claim in hand. Shown while `session.following` holds.
 *
 * @cssproperty the tokens of look.css
 */
@customElement("minds-panel")
export class MindsPanel extends LitElement {
  static override styles = [controls, sidePanel, mindsStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @query("select") private readonly choice!: HTMLSelectElement | null;
  #holder: HolderId | null = null;
  #opener: HTMLElement | null = null;
  readonly #watching = new Watching(this, () => [
    this.session?.map.value,
    this.session?.inHand.value,
    this.session?.following.value,
    this.session?.looking.value?.masks.value,
  ]);

  override connectedCallback(): void {
    super.connectedCallback();
    shareRoom(this);
    this.#opener = focusedElement();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  override firstUpdated(): void {
    this.choice?.focus();
  }

  /** Whoever is shown is followed on the timeline too. */
  override updated(): void {
    const following = this.session.following.peek();
    if (following?.holder === null && this.#holder !== null)
      this.session.following.value = { ...following, holder: this.#holder };
  }

  override render() {
    const map = this.session.map.value;
    const teller = new Teller(map, this.session.looking.value?.masks.value ?? null);
    const changed = changedMinds(map);
    const others = this.#others(teller, changed);
    const holder = this.session.following.value?.holder ?? changed[0]?.holder ?? others[0] ?? null;
    this.#holder = holder;
    return html`<section aria-labelledby="minds" @keydown=${this.#pressed}>
      <div class="head">
        <h2 id="minds">${words.changedMinds}</h2>
        <button aria-label=${words.close} title=${words.close} @click=${this.#close}>${icon("close")}</button>
      </div>
      <div class="body">
        ${changed.length === 0 ? html`<p class="quiet">${words.nobodyChanged}</p>` : nothing}
        ${
          holder === null
            ? html`<p class="quiet">${words.nobody}</p>`
            : html`${this.#choice(teller, changed, others, holder)} ${this.#path(teller, holder)}`
        }
      </div>
    </section>`;
  }

  /** Those who have argued something and did not change their mind, by name. */
  #others({ map }: Teller, changed: readonly ChangedMind[]): readonly HolderId[] {
    const known = new Set(changed.map(({ holder }) => holder));
    return [...map.holders.values()]
      .filter(({ id }) => !known.has(id) && pathOf(map, id).length > 0)
      .toSorted((a, b) => compareIds(a.name, b.name))
      .map(({ id }) => id);
  }

  #choice(teller: Teller, changed: readonly ChangedMind[], others: readonly HolderId[], chosen: HolderId) {
    const option = (holder: HolderId, name: string) =>
      html`<option value=${holder} ?selected=${holder === chosen}>${name}</option>`;
    return html`<label
      >${words.follow}
      <select .value=${chosen} @change=${this.#chosen}>
        ${
          changed.length === 0
            ? nothing
            : html`<optgroup label=${words.groupChanged}>
                ${changed.map(({ holder, changes }) =>
                  option(holder, words.changed(teller.fullName(holder), changes)),
                )}
              </optgroup>`
        }
        ${
          others.length === 0
            ? nothing
            : html`<optgroup label=${words.groupOthers}>
                ${others.map((holder) => option(holder, teller.fullName(holder)))}
              </optgroup>`
        }
      </select>
    </label>`;
  }

  #path(teller: Teller, holder: HolderId) {
    const path = pathOf(teller.map, holder);
    if (path.length === 0) return html`<p class="quiet">${words.noPath}</p>`;
    return html`<ol aria-label=${words.path(teller.fullName(holder), path.length)}>
      ${path.map((step) => html`<li>${this.#step(teller, holder, step)}</li>`)}
    </ol>`;
  }

  #step(teller: Teller, holder: HolderId, step: PathStep) {
    const { claim, attribution } = step;
    const taken = this.session.following.value?.attribution ?? null;
    const isHere = this.session.inHand.value === claim && (taken === null || taken === attribution.id);
    const place = teller.place(attribution);
    const said = departuresSaid(teller, step);
    return html`<button
      class="step"
      dir="auto"
      aria-current=${isHere ? "step" : nothing}
      @click=${() => this.#take(holder, step)}
    >
      <span class="when">${dateSaid(attribution.when) || words.noDate}</span>
      <span class="stance">${words.stances[attribution.stance]}</span>
      <span class="claim">${teller.claim(claim)}</span>
      ${place === "" ? nothing : html`<span class="place">${place}</span>`}
      ${said.map(
        ({ isChange, sentence }) =>
          html`<span class=${isChange ? "change" : "both"}
            >${isChange ? html`<b>${words.change}:</b> ` : nothing}${sentence}</span
          >`,
      )}
    </button>`;
  }

  readonly #chosen = (event: Event): void => {
    const holder = (event.target as HTMLSelectElement).value as HolderId;
    this.session.following.value = { holder, attribution: null };
  };

  #take(holder: HolderId, { claim, attribution }: PathStep): void {
    this.session.following.value = { holder, attribution: attribution.id };
    this.session.take(claim, "centre");
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.#close();
  };

  readonly #close = (): void => {
    this.session.following.value = null;
    this.#opener?.focus({ preventScroll: true });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "minds-panel": MindsPanel;
  }
}
