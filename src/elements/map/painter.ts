import type { Camera } from "#elements/map/camera.ts";
import type { ClaimCard } from "#elements/map/claim-card.ts";
import type { Culling } from "#elements/map/culling.ts";
import type { FarMap } from "#elements/map/far-map.ts";
import type { Motion } from "#elements/map/motion.ts";
import { bestSide, placeOn, type Side } from "#elements/map/placement.ts";
import { touches } from "#elements/map/rects.ts";
import type { Picture, Point, Rect, Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Viewport } from "#session/viewport.ts";

/** Something that moves along with the cards. */
interface Layer {
  begin(): void;
  move(progress: number): void;
}

/** What the painter moves. */
export interface Painted {
  readonly world: HTMLElement;
  readonly layers: Iterable<Layer>;
  cards(): Iterable<ClaimCard>;
  /** Whether blocks stand for cards, which could not be read. */
  readonly isFar: boolean;
  /** What draws them, once it is here. */
  readonly far: FarMap | null;
  readonly tools: HTMLElement | null;
  /** `null` where nothing is written. */
  readonly editor: HTMLElement | null;
  readonly refused: HTMLElement;
}

/** Below this the words being written would be too small to read: 14 px of 17. */
const leastEditorScale = 14 / 17;

/** A block that is narrower than this, in screen pixels, has no tools beside it: they would hide the map. */
const leastTooled = 44;

/** The way to a branch that is shown alone stands over the map's upper edge: so much of it, in screen pixels. */
const trailHeight = 60;

/** Puts everything where it stands at this moment: the world under the camera, cards on their way, tools beside their card. */
export class Painter {
  readonly #session: MapSession;
  readonly #camera: Camera;
  readonly #motion: Motion;
  readonly #painted: () => Painted;
  readonly #culling: Culling;
  #at: ReadonlyMap<ClaimId, Point> = new Map();
  /** Where cards stood when the move began: those on their way, and all others. */
  #from: readonly ReadonlyMap<ClaimId, Point>[] = [];
  #side: Side = "above";
  #sideFor: readonly unknown[] = [];

  constructor(session: MapSession, camera: Camera, motion: Motion, culling: Culling, painted: () => Painted) {
    this.#session = session;
    this.#culling = culling;
    this.#camera = camera;
    this.#motion = motion;
    this.#painted = painted;
  }

  /** Remembers how the cards and lines stand now, as the start of the next move; `before` is the picture that they are of. */
  begin(before: Picture): void {
    this.#from = [this.#at, before.cards];
    for (const layer of this.#painted().layers) layer.begin();
  }

  paint(): void {
    const { picture } = this.#session;
    const now = picture.peek();
    const painted = this.#painted();
    const view = this.#camera.shown;
    this.#paintWorld(painted.world, view);
    if (now === null) return;
    this.#paintCards(painted, now);
    painted.far?.paint(view, this.#session.screen.peek());
    for (const layer of painted.layers) layer.move(this.#motion.progress);
    this.#paintOver(painted, now, view);
  }

  #paintWorld(world: HTMLElement, view: Viewport): void {
    world.style.transform = `translate(${-view.x * view.scale}px, ${-view.y * view.scale}px) scale(${view.scale})`;
    const inverse = String(1 / view.scale);
    if (world.style.getPropertyValue("--inverse") === inverse) return;
    world.style.setProperty("--inverse", inverse);
    world.style.setProperty("--ring", String(Math.max(1, 1 / view.scale)));
    world.style.setProperty("--thin", `${1 / view.scale}px`);
  }

  #paintCards(painted: Painted, picture: Picture): void {
    const { progress, isMoving } = this.#motion;
    const shown = new Map<ClaimId, Point>();
    for (const card of painted.cards()) {
      const { claim } = card.face;
      const rect = picture.cards.get(claim);
      if (rect === undefined) continue;
      const before = this.#before(claim);
      const from = before ?? rect;
      const at = { x: from.x + (rect.x - from.x) * progress, y: from.y + (rect.y - from.y) * progress };
      shown.set(claim, at);
      place(card, at);
      card.style.zIndex = String(card.inHand ? picture.cards.size + 1 : picture.cards.size - shown.size);
      card.toggleAttribute("data-far", painted.isFar);
      card.style.width = `${rect.width}px`;
      card.style.height = `${rect.height}px`;
      if (isMoving && before === null && !this.#at.has(claim))
        card.animate([{ opacity: 0 }, { opacity: 1 }], 200);
    }
    this.#at = shown;
    if (!isMoving) this.#from = [];
  }

  #before(claim: ClaimId): Point | null {
    const [moving, resting] = this.#from;
    return moving?.get(claim) ?? resting?.get(claim) ?? null;
  }

  #paintOver(painted: Painted, picture: Picture, view: Viewport): void {
    const screen = this.#session.screen.peek();
    const inHand = this.#session.inHand.peek();
    const card = inHand === null ? null : this.#onScreen(inHand, picture, view);
    if (painted.tools !== null) this.#paintTools(painted.tools, card, painted.isFar, picture, view);
    const editing = this.#session.editing.peek()?.claim ?? null;
    const written = editing === null ? null : this.#onScreen(editing, picture, view);
    if (written !== null && painted.editor !== null) paintEditor(painted.editor, written, view.scale, screen);
    const refused = this.#session.refused.peek();
    if (refused === null) return;
    const refusedAt = refused.claim;
    const at = refusedAt === null ? null : this.#onScreen(refusedAt, picture, view);
    paintRefused(painted.refused, at, screen, this.#side === "below" || editing !== null);
  }

  #paintTools(tools: HTMLElement, card: Rect | null, isFar: boolean, picture: Picture, view: Viewport): void {
    const screen = this.#session.screen.peek();
    const seen = card !== null && card.width >= leastTooled && touches(card, { x: 0, y: 0, ...screen });
    tools.style.visibility = seen ? "visible" : "hidden";
    if (card === null || !seen) return;
    const size = { width: tools.offsetWidth, height: tools.offsetHeight };
    const head = this.#session.focus.head.peek();
    const isMoving = this.#motion.isMoving;
    const key = [this.#session.inHand.peek(), picture, view.scale, screen, size.width, isMoving, head];
    if (key.some((part, at) => part !== this.#sideFor[at])) {
      this.#sideFor = key;
      const others = isFar ? [] : this.#others(picture, view, screen);
      const taken =
        head === null ? others : [{ x: 0, y: 0, width: screen.width, height: trailHeight }, ...others];
      this.#side = bestSide(card, size, screen, taken, this.#isOpenBelow());
    }
    place(tools, placeOn(this.#side, card, size, screen));
  }

  /** Whether the claim in hand has lines below it. */
  #isOpenBelow(): boolean {
    const inHand = this.#session.inHand.peek();
    if (inHand === null || this.#session.folding.peek().has(inHand)) return false;
    return (this.#session.forest.peek().nodes.get(inHand)?.children.length ?? 0) > 0;
  }

  /** Every card that is on screen but the one in hand, in screen pixels. */
  #others(picture: Picture, view: Viewport, screen: Size): readonly Rect[] {
    const inHand = this.#session.inHand.peek();
    const cards = [...this.#culling.cardsOn(picture, view, screen)];
    return cards.flatMap(([claim, rect]) => (claim === inHand ? [] : [onScreen(rect, rect, view)]));
  }

  /** A card's rectangle in screen pixels, where it is at this moment. */
  #onScreen(claim: ClaimId, picture: Picture, view: Viewport): Rect | null {
    const rect = picture.cards.get(claim);
    return rect === undefined ? null : onScreen(this.#at.get(claim) ?? rect, rect, view);
  }
}

function onScreen(at: Point, { width, height }: Size, { x, y, scale }: Viewport): Rect {
  return { x: (at.x - x) * scale, y: (at.y - y) * scale, width: width * scale, height: height * scale };
}

/** The editor covers its card; where the card is too small to read, it is larger than that. */
function paintEditor(editor: HTMLElement, card: Rect, scale: number, screen: Size): void {
  const shown = Math.max(scale, leastEditorScale);
  const width = (card.width / scale) * shown;
  const x = Math.max(8, Math.min(card.x + (card.width - width) / 2, screen.width - width - 8));
  editor.style.width = `${card.width / scale}px`;
  editor.style.setProperty("--most", `${Math.max(120, (screen.height - 160) / shown)}px`);
  editor.style.transform = `translate(${shown === scale ? card.x : x}px, ${card.y}px) scale(${shown})`;
}

function paintRefused(box: HTMLElement, card: Rect | null, screen: Size, isLow: boolean): void {
  const size = { width: box.offsetWidth, height: box.offsetHeight };
  if (size.height === 0) return;
  const wanted = card ?? {
    x: screen.width / 2 - size.width / 2,
    y: screen.height - 120,
    width: 0,
    height: 0,
  };
  const x = Math.max(8, Math.min(wanted.x, screen.width - size.width - 8));
  const y = Math.max(
    8,
    Math.min(wanted.y + wanted.height + (isLow ? 64 : 18), screen.height - size.height - 8),
  );
  place(box, { x, y });
}

function place(element: HTMLElement, { x, y }: Point): void {
  element.style.transform = `translate(${x}px, ${y}px)`;
}
