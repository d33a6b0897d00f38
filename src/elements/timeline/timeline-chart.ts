import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { chartStyles } from "#elements/timeline/chart-styles.ts";
import { Panning } from "#elements/timeline/panning.ts";
import {
  axisHeight,
  boxOf,
  nearWindow,
  type Plan,
  planned,
  shownAt,
  type Sizes,
  sizesAt,
  stride,
  type Window,
} from "#elements/timeline/lane-plan.ts";
import type { Teller } from "#elements/timeline/teller.ts";
import { timelineAxis } from "#elements/timeline/timeline-axis.ts";
import { ItemOpened, ItemReached, ItemTurned } from "#elements/timeline/timeline-events.ts";
import { type LaneParts, timelineLane } from "#elements/timeline/timeline-lane.ts";
import { across, arguedSpan, boundsOf, dayAt, lead, widthOf, within } from "#elements/timeline/time-scale.ts";
import { type Place, placeIn, walked } from "#elements/timeline/walking.ts";
import type { Timeline } from "#lenses/timeline.ts";
import type { ClaimId, HolderId } from "#model/ids.ts";
import { timelineWords as words } from "#words/timeline.ts";

/**
 * A map's attributions and sources in lanes along an axis of time. Only what is near the screen is in the page.
 * Ctrl or Cmd with the wheel and a pinch zoom; wheel, drag and Shift with arrows pan.
 *
 * @event item-reached @event item-opened @event item-turned
 * @cssproperty the tokens of look.css
 */
@customElement("timeline-chart")
export class TimelineChart extends LitElement {
  static override styles = chartStyles;

  @property({ attribute: false }) timeline!: Timeline;
  @property({ attribute: false }) teller!: Teller;
  /** What the chart is called. */
  @property() label = "";
  @property({ attribute: false }) textScale = 1;
  /** The item at which the keys are. */
  @property({ attribute: false }) place: Place | null = null;
  @property({ attribute: false }) inHand: ClaimId | null = null;
  @property({ attribute: false }) followed: HolderId | null = null;
  /** `null` while all of it fits the width. */
  @state() private scale: number | null = null;
  @state() private screen = { width: 0, height: 0 };
  @query(".scroll") private readonly port!: HTMLElement;
  #plan: { readonly of: readonly unknown[]; readonly plan: Plan } | null = null;
  #left = 0;
  #top = 0;
  /** The upper left corner of the screen, in strides. */
  #strides = "0 0";
  /** What is to stay where it is on screen when the chart is drawn at another scale. */
  #anchor: { readonly day: number; readonly x: number; readonly y: number | null } | null = null;
  #wantsFocus = false;
  /** The item that was brought on screen last. */
  #shown = "";
  readonly #resized = new ResizeObserver(() => this.#measure());
  readonly #panning = new Panning(this, {
    scroll: () => this.port,
    zoom: (by, x) => this.zoom(by, x),
  });

  override firstUpdated(): void {
    this.#resized.observe(this.port);
    this.#panning.listen(this.port);
    this.#measure();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#resized.observe(this.port);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  /** Draws a year so many times as wide, around what is pointed at, from the left edge of the screen, or else the item in hand. */
  zoom(by: number, pointed?: number): void {
    const { span } = this.timeline;
    if (span === null) return;
    const [before, after] = [this.#pixelsPerYear, within(this.#pixelsPerYear * by, this.#bounds)];
    if (after === before) return;
    const spot = this.#spot;
    const x = pointed ?? spot?.x ?? this.screen.width / 2;
    const day = dayAt(this.#left + x, span, before);
    this.#anchor = { day, x, y: spot?.y ?? null };
    this.scale = after === this.#bounds.least ? null : after;
    this.#look(across(day, span, after) - x, this.#top);
  }

  /** Draws all years into the width of the screen. */
  fit(): void {
    this.zoom(this.#bounds.least / this.#pixelsPerYear);
  }

  pan({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }): void {
    this.port.scrollBy(x, y);
  }

  /** Gives the focus to the item at which the keys are, as soon as it is drawn. */
  focusItem(): void {
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  override render() {
    const { span } = this.timeline;
    if (span === null) return nothing;
    const width = widthOf(span, this.#pixelsPerYear, this.screen.width);
    const parts = this.#parts;
    return html`<div class="scroll" @scroll=${this.#scrolled}>
      <div class="all" .style=${`width: ${width}px; --axis: ${axisHeight}px`}>
        ${timelineAxis(span, this.#pixelsPerYear, parts.seen, this.textScale)}
        <div
          role="listbox"
          aria-label=${this.label}
          aria-orientation="horizontal"
          aria-describedby="keys"
          @keydown=${this.press}
          @click=${this.#clicked}
          @dblclick=${() => this.dispatchEvent(new ItemOpened())}
          @focusin=${this.#focused}
        >
          ${repeat(
            this.#planned.plan.lanes,
            ({ lane }) => lane.key,
            (lane, index) => timelineLane(lane, index, parts),
          )}
        </div>
      </div>
      <p id="keys" class="visually-hidden">${words.keys}</p>
    </div>`;
  }

  override updated(): void {
    if (this.isUpdatePending) return;
    this.#settle();
    this.#show();
    const item = this.renderRoot.querySelector<HTMLElement>('[role="option"][tabindex="0"]');
    if (!this.#wantsFocus || item === null) return;
    this.#wantsFocus = false;
    item.focus({ preventScroll: true });
  }

  get #parts(): LaneParts {
    const { teller, place, inHand, followed } = this;
    const setting = { pixelsPerYear: this.#pixelsPerYear, from: this.timeline.span!.first };
    return {
      teller,
      place,
      inHand,
      followed,
      setting,
      sizes: this.#sizes,
      seen: nearWindow(this.#left, this.#top, this.screen),
    };
  }

  get #sizes(): Sizes {
    return sizesAt(this.textScale);
  }

  get #bounds() {
    return boundsOf(this.timeline.span!, this.screen.width);
  }

  get #pixelsPerYear(): number {
    return this.scale === null ? this.#bounds.least : within(this.scale, this.#bounds);
  }

  get #planned() {
    const of = [this.timeline, this.teller, this.#pixelsPerYear, this.textScale];
    if (this.#plan !== null && of.every((each, at) => each === this.#plan!.of[at])) return this.#plan;
    const plan = planned(this.timeline, this.#pixelsPerYear, this.#sizes, (item) => this.teller.length(item));
    return (this.#plan = { of, plan });
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.port;
    const isFirst = this.screen.width === 0 && width > 0;
    if (width !== this.screen.width || height !== this.screen.height) this.screen = { width, height };
    if (isFirst) this.#open();
  }

  /** The years in which something was argued fill the width. */
  #open(): void {
    const argued = arguedSpan(this.timeline);
    const { span } = this.timeline;
    if (argued === null || span === null) return;
    const scale = within(boundsOf(argued, this.screen.width).least, this.#bounds);
    this.scale = scale;
    this.#anchor = { day: argued.first, x: lead, y: null };
    this.#look(across(argued.first, span, scale) - lead, 0);
  }

  readonly #scrolled = (): void => this.#look(this.port.scrollLeft, this.port.scrollTop);

  #look(left: number, top: number): void {
    const strides = `${Math.floor(left / stride)} ${Math.floor(top / stride)}`;
    if (strides !== this.#strides) this.requestUpdate();
    this.#left = left;
    this.#top = top;
    this.#strides = strides;
  }

  /** The box of the item at which the keys are. */
  get #box(): Window | null {
    const { place } = this;
    const lane = place === null ? undefined : this.#planned.plan.lanes[place.lane];
    const placed = lane?.placed[place!.at];
    return lane === undefined || placed === undefined ? null : boxOf(lane, placed, this.#sizes);
  }

  /** Where on screen the item is at which the keys are; `null` where it is not. */
  get #spot(): { readonly x: number; readonly y: number } | null {
    const box = this.#box;
    if (box === null) return null;
    const [x, y] = [box.left - this.#left, box.top - this.#top];
    const { width, height } = this.screen;
    return x >= 0 && x < width && y >= 0 && y < height ? { x, y } : null;
  }

  #settle(): void {
    const anchor = this.#anchor;
    const span = this.timeline.span;
    if (anchor === null || span === null) return;
    this.#anchor = null;
    this.port.scrollLeft = across(anchor.day, span, this.#pixelsPerYear) - anchor.x;
    const box = this.#box;
    if (anchor.y !== null && box !== null) this.port.scrollTop = box.top - anchor.y;
    this.#scrolled();
  }

  /** Another item at which the keys are comes on screen: the first one in the middle. */
  #show(): void {
    const { place, screen } = this;
    const box = this.#box;
    if (box === null || place === null || screen.height === 0) return;
    const lane = this.timeline.lanes[place.lane]!;
    const key = `${lane.key} ${lane.items[place.at]!.key}`;
    if (key === this.#shown) return;
    const isFirst = this.#shown === "";
    this.#shown = key;
    const screenful = { ...screen, left: this.port.scrollLeft, top: this.port.scrollTop };
    this.port.scrollTo(shownAt(box, screenful, this.#sizes, isFirst));
    this.#scrolled();
  }

  /** Walks from item to item, and opens one. */
  readonly press = (event: KeyboardEvent): void => {
    const { place } = this;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || place === null) return;
    const next = walked(event.key, this.timeline.lanes, place);
    if (next !== null) this.#reach(next);
    else if (event.key === "Enter") this.dispatchEvent(new ItemOpened());
    else if (event.key === " ") this.dispatchEvent(new ItemTurned());
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #clicked = (event: MouseEvent): void => {
    const place = placeIn(event);
    if (place === null || this.#panning.hasDragged || event.detail > 1) return;
    if (this.#isAt(place)) this.dispatchEvent(new ItemTurned());
    else this.#reach(place);
  };

  /** A screen reader brings the focus to an item: the keys go on from there. */
  readonly #focused = (event: Event): void => {
    const place = placeIn(event);
    const [at] = event.composedPath();
    if (place !== null && !this.#isAt(place) && at instanceof Element && at.matches(":focus-visible"))
      this.#reach(place);
  };

  #isAt({ lane, at }: Place): boolean {
    return lane === this.place?.lane && at === this.place.at;
  }

  #reach(place: Place): void {
    this.#wantsFocus = true;
    this.dispatchEvent(new ItemReached(place));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "timeline-chart": TimelineChart;
  }
}
