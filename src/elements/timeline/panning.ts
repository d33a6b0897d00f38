import type { ReactiveController, ReactiveControllerHost } from "lit";

/** What is panned and zoomed. */
interface Panned {
  scroll(): HTMLElement;
  /** Zooms by a factor around `x`, from the left edge of the screen. */
  zoom(by: number, x: number): void;
}

/** A pointer that has gone so far drags, in pixels. */
const slack = 4;
/** How much a step of the wheel zooms. */
const wheelPace = 0.0022;
/** The longest step of a wheel that counts, in pixels. */
const longest = 160;

/** Zooming by wheel and by pinch, and panning by dragging with a mouse. Fingers pan as everywhere. */
export class Panning implements ReactiveController {
  /** Whether the press that is ending, or has just ended, was a drag and no click. */
  hasDragged = false;
  readonly #panned: Panned;
  #from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | null =
    null;
  #spread = 0;
  #listening = new AbortController();

  constructor(host: ReactiveControllerHost, panned: Panned) {
    host.addController(this);
    this.#panned = panned;
  }

  /** Listens on what is scrolled, for as long as that lives. */
  listen(scroll: HTMLElement): void {
    const { signal } = this.#listening;
    scroll.addEventListener("wheel", this.#wheeled, { signal, passive: false });
    scroll.addEventListener("pointerdown", this.#down, { signal });
    scroll.addEventListener("pointermove", this.#moved, { signal });
    scroll.addEventListener("pointerup", this.#up, { signal });
    scroll.addEventListener("pointercancel", this.#up, { signal });
    scroll.addEventListener("touchstart", this.#touched, { signal, passive: true });
    scroll.addEventListener("touchmove", this.#pinched, { signal, passive: false });
  }

  hostConnected(): void {
    if (!this.#listening.signal.aborted) return;
    this.#listening = new AbortController();
    this.listen(this.#panned.scroll());
  }

  hostDisconnected(): void {
    this.#listening.abort();
  }

  readonly #wheeled = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const step = Math.max(-longest, Math.min(longest, event.deltaY * lines));
    // A pinch on a trackpad comes as a wheel of small steps.
    const pace = Math.abs(step) < 20 ? 4 * wheelPace : wheelPace;
    this.#panned.zoom(Math.exp(-step * pace), this.#across(event.clientX));
  };

  readonly #down = (event: PointerEvent): void => {
    this.hasDragged = false;
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    const { scrollLeft: left, scrollTop: top } = this.#panned.scroll();
    this.#from = { x: event.clientX, y: event.clientY, left, top };
  };

  readonly #moved = (event: PointerEvent): void => {
    const from = this.#from;
    if (from === null) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!this.hasDragged && Math.hypot(x, y) < slack) return;
    const scroll = this.#panned.scroll();
    if (!this.hasDragged) scroll.setPointerCapture(event.pointerId);
    this.hasDragged = true;
    scroll.scrollTo(from.left - x, from.top - y);
  };

  readonly #up = (): void => {
    this.#from = null;
  };

  readonly #touched = ({ touches }: TouchEvent): void => {
    this.#spread = spreadOf(touches);
  };

  readonly #pinched = (event: TouchEvent): void => {
    const spread = spreadOf(event.touches);
    if (spread === 0 || this.#spread === 0) return;
    if (event.cancelable) event.preventDefault();
    const [one, other] = [event.touches[0]!, event.touches[1]!];
    this.#panned.zoom(spread / this.#spread, this.#across((one.clientX + other.clientX) / 2));
    this.#spread = spread;
  };

  #across(x: number): number {
    return x - this.#panned.scroll().getBoundingClientRect().left;
  }
}

/** How far two fingers are apart, in pixels; 0 where there are not two. */
function spreadOf(touches: TouchList): number {
  const [one, other] = [touches[0], touches[1]];
  if (touches.length !== 2 || one === undefined || other === undefined) return 0;
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}
