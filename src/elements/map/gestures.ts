import type { Camera } from "#elements/map/camera.ts";
import type { Point } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** How far a pointer moves before a press becomes a drag, in CSS pixels. */
const threshold = 6;
/** How long a finger rests on a card before it lifts it. */
const longPress = 400;
const lineHeight = 16;

/** What gestures do besides moving the camera. */
export interface GestureEnds {
  /** The claim whose card is under the pointer. */
  claimAt(event: PointerEvent): ClaimId | null;
  /** A card is lifted; returns whether it may be. */
  lift(claim: ClaimId, at: Point): boolean;
  carry(at: Point): void;
  drop(): void;
  cancel(): void;
}

type Doing = "nothing" | "waiting" | "panning" | "pinching" | "carrying";

/** Mouse, pen, touch and wheel on the map: pan, zoom around the pointer, pinch, and lifting a card. */
export class Gestures {
  readonly #ground: HTMLElement;
  readonly #camera: Camera;
  readonly #ends: GestureEnds;
  readonly #pointers = new Map<number, Point>();
  #doing: Doing = "nothing";
  #start: Point = { x: 0, y: 0 };
  #claim: ClaimId | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #scale = 1;

  constructor(ground: HTMLElement, camera: Camera, ends: GestureEnds) {
    this.#ground = ground;
    this.#camera = camera;
    this.#ends = ends;
  }

  /** Listens until `signal` aborts. */
  listen(signal: AbortSignal): void {
    const ground = this.#ground;
    ground.addEventListener("pointerdown", this.#pressed, { signal });
    ground.addEventListener("pointermove", this.#moved, { signal });
    ground.addEventListener("pointerup", this.#released, { signal });
    ground.addEventListener("pointercancel", this.#cancelled, { signal });
    ground.addEventListener("wheel", this.#wheeled, { signal, passive: false });
    ground.addEventListener("click", this.#clicked, { signal, capture: true });
    ground.addEventListener("gesturestart", this.#trackpad, { signal });
    ground.addEventListener("gesturechange", this.#trackpad, { signal });
    ground.addEventListener("contextmenu", this.#asked, { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** Puts back whatever is being carried or moved. */
  cancel(): void {
    if (this.#doing === "carrying") this.#ends.cancel();
    clearTimeout(this.#timer);
    if (this.#doing !== "nothing") this.#doing = "panning";
    this.#pointers.clear();
  }

  readonly #pressed = (event: PointerEvent): void => {
    if (event.button > 1 || isControl(event)) return;
    this.#pointers.set(event.pointerId, this.#place(event));
    if (this.#pointers.size === 2) return this.#pinch();
    if (this.#pointers.size > 2) return;
    this.#doing = "waiting";
    this.#start = this.#place(event);
    this.#claim = event.button === 0 ? this.#ends.claimAt(event) : null;
    if (event.button === 1) event.preventDefault();
    if (event.pointerType === "touch" && this.#claim !== null)
      this.#timer = setTimeout(() => this.#lift(event.pointerId), longPress);
  };

  readonly #moved = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    const at = this.#place(event);
    if (this.#doing === "waiting") {
      if (distance(this.#start, at) < threshold) return;
      clearTimeout(this.#timer);
      if (event.pointerType !== "touch" && this.#claim !== null) {
        this.#pointers.set(event.pointerId, at);
        return this.#lift(event.pointerId);
      }
      this.#take(event.pointerId);
      this.#doing = "panning";
    }
    if (this.#doing === "pinching") this.#pinchTo(event.pointerId, at);
    this.#pointers.set(event.pointerId, at);
    if (this.#doing === "carrying") this.#ends.carry(at);
    if (this.#doing !== "panning") return;
    this.#camera.pan({ x: at.x - before.x, y: at.y - before.y });
  };

  readonly #released = (event: PointerEvent): void => {
    if (!this.#pointers.delete(event.pointerId)) return;
    clearTimeout(this.#timer);
    if (this.#doing === "carrying") this.#ends.drop();
    if (this.#doing === "pinching" && this.#pointers.size > 0) this.#doing = "panning";
    else if (this.#pointers.size === 0) this.#settle();
  };

  readonly #cancelled = (event: PointerEvent): void => {
    if (this.#doing === "carrying") this.#ends.cancel();
    this.#pointers.delete(event.pointerId);
    clearTimeout(this.#timer);
    if (this.#pointers.size === 0) this.#doing = "nothing";
  };

  /** The click that ends a drag is no click. It comes right after the pointer is released. */
  readonly #clicked = (event: MouseEvent): void => {
    if (this.#doing === "nothing" || this.#doing === "waiting") return;
    event.stopPropagation();
    event.preventDefault();
  };

  /** A long press lifts a card; it does not open the browser's menu as well. */
  readonly #asked = (event: MouseEvent): void => {
    if (event instanceof PointerEvent && event.pointerType === "touch") event.preventDefault();
  };

  #settle(): void {
    if (this.#doing === "waiting") this.#doing = "nothing";
    else setTimeout(() => this.#pointers.size === 0 && (this.#doing = "nothing"));
  }

  #lift(pointer: number): void {
    if (this.#claim === null || !this.#ends.lift(this.#claim, this.#start)) return;
    this.#take(pointer);
    this.#doing = "carrying";
    this.#ends.carry(this.#pointers.get(pointer) ?? this.#start);
  }

  #take(pointer: number): void {
    this.#ground.setPointerCapture(pointer);
  }

  #pinch(): void {
    clearTimeout(this.#timer);
    if (this.#doing === "carrying") this.#ends.cancel();
    this.#doing = "pinching";
    for (const pointer of this.#pointers.keys()) this.#take(pointer);
  }

  #pinchTo(pointer: number, at: Point): void {
    const before = this.#pointers.get(pointer);
    const other = [...this.#pointers].find(([id]) => id !== pointer)?.[1];
    if (before === undefined || other === undefined) return;
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    this.#camera.pan({ x: (at.x - before.x) / 2, y: (at.y - before.y) / 2 });
    this.#camera.zoom(middle, distance(at, other) / Math.max(1, distance(before, other)));
  }

  readonly #wheeled = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? lineHeight : 1;
    const [x, y] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      const step = Math.max(-50, Math.min(50, y));
      this.#camera.zoom(this.#place(event), Math.exp(-step / (Math.abs(y) >= 50 ? 250 : 100)));
    } else if (event.shiftKey && x === 0) this.#camera.pan({ x: -y, y: 0 });
    else this.#camera.pan({ x: -x, y: -y });
  };

  /** A pinch on the trackpad in Safari, which sends no wheel for it. */
  readonly #trackpad = (event: Event): void => {
    event.preventDefault();
    if (!isTrackpadGesture(event)) return;
    if (event.type === "gesturechange")
      this.#camera.zoom(this.#place(event), event.scale / Math.max(0.01, this.#scale));
    this.#scale = event.type === "gesturestart" ? 1 : event.scale;
  };

  #place(event: { readonly clientX: number; readonly clientY: number }): Point {
    const { left, top } = this.#ground.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}

/** Safari's own event, in no standard. */
function isTrackpadGesture(
  event: Event,
): event is Event & { scale: number; clientX: number; clientY: number } {
  return "scale" in event && "clientX" in event && "clientY" in event;
}

/** Buttons, fields and what is written in them have their own ways with the pointer. */
function isControl(event: PointerEvent): boolean {
  return event
    .composedPath()
    .some(
      (node) =>
        node instanceof HTMLElement && node.matches("button, textarea, input, a, [role=menu], card-lens"),
    );
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
