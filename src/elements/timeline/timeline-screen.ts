import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { textScales } from "#elements/map/detail-level.ts";
import { Printing } from "#elements/outline/printing.ts";
import { controls } from "#elements/shared/controls.ts";
import { focusedElement } from "#elements/shared/focused-element.ts";
import { Watching } from "#elements/shared/watching.ts";
import "#elements/timeline/minds-panel.ts";
import { screenKey } from "#elements/timeline/screen-keys.ts";
import { Teller } from "#elements/timeline/teller.ts";
import { timelineBar } from "#elements/timeline/timeline-bar.ts";
import "#elements/timeline/timeline-chart.ts";
import type { TimelineChart } from "#elements/timeline/timeline-chart.ts";
import type { ItemReached } from "#elements/timeline/timeline-events.ts";
import "#elements/timeline/timeline-list.ts";
import { screenStyles } from "#elements/timeline/screen-styles.ts";
import { claimsOf, type Place, placeOf } from "#elements/timeline/walking.ts";
import { type Timeline, timelineOf } from "#lenses/timeline.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { timelineWords as words } from "#words/timeline.ts";

/** Where there is less room, the timeline is a list, in pixels. */
const narrow = 560;

/**
 * What a map says by date: who argued what when, in lanes by school, and its sources. What is chosen here is in hand on
 * the map as well. On a narrow screen and on paper it is a list.
 */
@customElement("timeline-screen")
export class TimelineScreen extends LitElement {
  static override styles = [controls, screenStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @state() private isNarrow = false;
  @query("timeline-chart") private readonly chart!: TimelineChart | null;
  #place: Place | null = null;
  /** For what the place was found. */
  #placed: readonly unknown[] = [];
  #teller: Teller | null = null;
  readonly #printing = new Printing(this);
  readonly #resized = new ResizeObserver(() => (this.isNarrow = this.offsetWidth < narrow));
  readonly #watching = new Watching(this, () => [
    this.session?.map.value,
    this.session?.inHand.value,
    this.session?.following.value,
    this.session?.looking.value?.masks.value,
    this.session?.editing.value,
    this.workspace?.settings.choices.value,
  ]);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    addEventListener("keydown", this.#pressed, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    removeEventListener("keydown", this.#pressed, { capture: true });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("session") || changed.has("workspace")) this.#watching.renew();
    if (!this.hasUpdated) this.isNarrow = this.offsetWidth > 0 && this.offsetWidth < narrow;
    this.#findPlace();
  }

  override firstUpdated(): void {
    if (focusedElement() === null) this.chart?.focusItem();
  }

  /** What is written has no place here: a person is taken to the map. */
  override updated(): void {
    if (this.session.editing.peek() !== null) this.#act("go.map");
  }

  /** Draws what is due at once, for paper. */
  drawNow(): void {
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  }

  override render() {
    const timeline = this.#timeline;
    return html`<section aria-label=${words.timeline}>
      <h2 class="visually-hidden">${words.timeline}</h2>
      ${this.#printing.now ? html`<p class="paper" dir="auto">${this.#title}</p>` : nothing}
      ${timelineBar({
        session: this.session,
        timeline,
        teller: this.#telling,
        hasChart: !this.#isList,
        zoom: (by) => (by === null ? this.chart?.fit() : this.chart?.zoom(by)),
        follow: () => this.#act("go.minds"),
        blind: () => this.#act("look.blind"),
        take: (claim) => this.session.take(claim, "centre"),
      })}
      ${timeline.span === null ? this.#empty() : this.#isList ? this.#list(timeline) : this.#chart(timeline)}
    </section>`;
  }

  get #timeline(): Timeline {
    return timelineOf(this.session.map.value);
  }

  get #title(): string {
    return words.lanes(this.session.map.value.about.title || words.untitled);
  }

  get #isList(): boolean {
    return this.isNarrow || this.#printing.now;
  }

  /** The same for the same map and masks, so that what is reckoned with it holds. */
  get #telling(): Teller {
    const map = this.session.map.value;
    const masks = this.session.looking.value?.masks.value ?? null;
    if (this.#teller?.map !== map || this.#teller.masks !== masks) this.#teller = new Teller(map, masks);
    return this.#teller;
  }

  #empty() {
    return html`<div class="empty">
      <p>${words.empty}</p>
      <p>${words.emptyHint}</p>
    </div>`;
  }

  #list(timeline: Timeline) {
    return html`<timeline-list
      .timeline=${timeline}
      .teller=${this.#telling}
      .inHand=${this.session.inHand.value}
      ?whole=${this.#printing.now}
      @item-reached=${this.#reached}
    ></timeline-list>`;
  }

  #chart(timeline: Timeline) {
    return html`<timeline-chart
      .timeline=${timeline}
      .teller=${this.#telling}
      .label=${this.#title}
      .textScale=${textScales[this.workspace.settings.choices.value.textSize]}
      .place=${this.#place}
      .inHand=${this.session.inHand.value}
      .followed=${this.session.following.value?.holder ?? null}
      @item-reached=${this.#reached}
      @item-opened=${() => this.#act("go.map")}
      @item-turned=${this.#turned}
    ></timeline-chart>`;
  }

  /** Where the keys are: at what was reached, while its claim is in hand, and else at what stands for that claim. */
  #findPlace(): void {
    const { lanes } = this.#timeline;
    const inHand = this.session.inHand.value;
    const following = this.session.following.value;
    const found = [lanes, inHand, following?.holder, following?.attribution];
    if (found.every((each, at) => each === this.#placed[at])) return;
    const isLanesOnly = found.slice(1).every((each, at) => each === this.#placed[at + 1]);
    this.#placed = found;
    if (isLanesOnly && this.#place !== null && this.#itemAt(this.#place) !== undefined) return;
    const here = inHand === null ? null : placeOf(lanes, inHand, following);
    this.#place = here ?? this.#place ?? (lanes.length === 0 ? null : { lane: 0, at: 0 });
    if (this.#place !== null && this.#itemAt(this.#place) === undefined) this.#place = { lane: 0, at: 0 };
  }

  /** What is in hand now was reached at the place where the keys are. */
  #keepPlace(): void {
    const following = this.session.following.peek();
    const { lanes } = this.#timeline;
    this.#placed = [lanes, this.session.inHand.peek(), following?.holder, following?.attribution];
  }

  #itemAt({ lane, at }: Place) {
    return this.#timeline.lanes[lane]?.items[at];
  }

  readonly #reached = ({ place }: ItemReached): void => {
    const item = this.#itemAt(place);
    if (item === undefined) return;
    const { session } = this;
    const claims = claimsOf(item);
    const inHand = session.inHand.peek();
    this.#place = place;
    if (inHand === null || !claims.includes(inHand)) this.#take(claims[0]);
    this.#keepPlace();
    if (claims.length === 0) this.workspace.notices.say(words.uncited);
    this.requestUpdate();
  };

  /** Of a source that several claims cite, the next one is taken in hand. */
  readonly #turned = (): void => {
    const item = this.#place === null ? undefined : this.#itemAt(this.#place);
    const claims = item === undefined ? [] : claimsOf(item);
    if (claims.length < 2) return;
    const next = (claims.indexOf(this.session.inHand.peek() ?? ("" as ClaimId)) + 1) % claims.length;
    const claim = claims[next]!;
    this.#take(claim);
    this.#keepPlace();
    this.workspace.notices.say(words.citing(next + 1, claims.length, this.#telling.claim(claim)));
  };

  #take(claim: ClaimId | undefined): void {
    if (claim !== undefined) this.session.take(claim, "centre");
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const { chart } = this;
    if (chart === null || event.defaultPrevented || this.workspace.dialog.peek() !== null) return;
    const [at] = event.composedPath();
    const isNowhere = at === document.body;
    if (!isNowhere && !event.composedPath().includes(this)) return;
    if (screenKey(event, chart)) event.preventDefault();
    else if (isNowhere) chart.press(event);
  };

  #act(id: string): void {
    const action = actionById(id);
    const context = contextOf(this.workspace);
    if (action.when(context)) void action.run(context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "timeline-screen": TimelineScreen;
  }
}
