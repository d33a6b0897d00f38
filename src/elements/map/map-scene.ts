import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import { Camera, wished } from "#elements/map/camera.ts";
import type { Culling } from "#elements/map/culling.ts";
import { DetailLevel, textScales } from "#elements/map/detail-level.ts";
import { Motion } from "#elements/map/motion.ts";
import { type Painted, Painter } from "#elements/map/painter.ts";
import type { Picture, Point, Rect, Size } from "#layout/picture.ts";
import { anchorHold } from "#layout/sizes.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Choices } from "#session/settings.ts";
import { toMap, type Viewport } from "#session/viewport.ts";

/** What a scene is staged with. */
export interface SceneParts {
  readonly session: MapSession;
  readonly choices: ReadonlySignal<Choices>;
  /** The element that the map fills. */
  readonly host: HTMLElement;
  readonly culling: Culling;
  painted(): Painted;
  /** A first view of a picture; `null` while it is not the one that is to be opened. */
  opened(picture: Picture, screen: Size): Viewport | null;
}

/** What follows a session and puts pictures of it into `session.picture`. */
export interface SceneDrawing {
  start(): void;
  stop(): void;
}

/** A new picture takes the place of the one before, `null` for the first. */
export type Drawn = (before: Picture | null, after: Picture) => void;

/** One session on screen: its drawing, its camera, and how both move. */
export class MapScene<Drawing extends SceneDrawing> {
  readonly camera: Camera;
  readonly drawing: Drawing;
  readonly painter: Painter;
  /** Whether words on cards could not be read now, so that blocks are drawn in their place. */
  readonly isFar = signal(false);
  readonly #level = new DetailLevel();
  readonly #parts: SceneParts;
  readonly #motion = new Motion(() => this.#tick());
  readonly #stops: (() => void)[] = [];

  /** `draw` makes the drawing, which tells what it is given of each new picture. */
  constructor(parts: SceneParts, draw: (drawn: Drawn) => Drawing) {
    const { session, culling } = parts;
    this.#parts = parts;
    this.camera = new Camera(session, () => this.#motion.progress);
    this.painter = new Painter(session, this.camera, this.#motion, culling, () => parts.painted());
    this.drawing = draw((before, after) => this.#drawn(before, after));
  }

  start(): void {
    const { session, host } = this.#parts;
    const resizing = new ResizeObserver(() => this.#resized());
    this.#resized();
    resizing.observe(host);
    this.drawing.start();
    this.#stops.push(
      () => resizing.disconnect(),
      effect(() => this.#grant()),
      effect(() => {
        void [session.viewport.value, session.picture.value, this.#parts.choices.value];
        untracked(() => this.#decide());
        this.#motion.ask();
      }),
    );
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.drawing.stop();
    this.#motion.stop();
    this.#parts.session.picture.value = null;
  }

  /** Puts everything where it stands now, and once more when what was just rendered knows its size. */
  paint(): void {
    this.painter.paint();
    this.#motion.ask();
  }

  /** Takes the camera to the middle of a place on the map, at once. */
  look(at: Point): void {
    const { session } = this.#parts;
    const { scale } = session.viewport.peek();
    const { width, height } = session.screen.peek();
    this.camera.hold();
    session.viewport.value = { scale, x: at.x - width / scale / 2, y: at.y - height / scale / 2 };
  }

  /** The claim whose card or block lies under a point of the screen. */
  claimAt(at: Point): ClaimId | null {
    const picture = this.#parts.session.picture.peek();
    return picture && this.#parts.culling.claimAt(picture, toMap(this.camera.shown, at));
  }

  #tick(): void {
    this.#decide();
    this.painter.paint();
  }

  /** On the way between two views the smaller one says how much is drawn, so that it changes once. */
  #decide(): void {
    const { session, culling, choices } = this.#parts;
    const [view, picture, screen] = [session.viewport.peek(), session.picture.peek(), session.screen.peek()];
    if (picture === null) return;
    const scale = Math.min(view.scale, this.camera.shown.scale) * textScales[choices.peek().textSize];
    this.isFar.value = this.#level.at(scale, () => culling.isCrowded(picture, view, screen));
  }

  #resized(): void {
    const { session, host } = this.#parts;
    const before = session.screen.peek();
    const size = { width: host.clientWidth, height: host.clientHeight };
    if (size.width === before.width && size.height === before.height) return;
    session.screen.value = size;
    const inHand = session.inHand.peek();
    if (before.width > 0 && inHand !== null && session.wish.peek() === null)
      session.wish.value = { type: "reveal", claim: inHand };
  }

  /** Gives the camera what it was asked for, once the picture holds it. */
  #grant(): void {
    const { session } = this.#parts;
    const wish = session.wish.value;
    const picture = session.picture.value;
    const screen = session.screen.value;
    if (wish === null || picture === null || screen.width === 0) return;
    untracked(() => {
      const { bounds, cards } = picture;
      const covered = session.looking.peek()?.covered ?? 0;
      const scene = { bounds, screen, covered, rectOf: (claim: ClaimId) => cards.get(claim) ?? null };
      const isOpening = wish.type === "open";
      const view = isOpening
        ? this.#parts.opened(picture, screen)
        : wished(wish, session.viewport.peek(), scene);
      if (view === null) return;
      session.wish.value = null;
      if (isOpening) session.viewport.value = view;
      else this.#move(() => this.camera.travel(view), "--slow");
    });
  }

  /** A new picture: what the person looks at stays where it is on screen, and all else moves around it. */
  #drawn(before: Picture | null, after: Picture): void {
    const { session } = this.#parts;
    if (before === null) return;
    const held = this.#held(before, after);
    const by = held === null ? { x: 0, y: 0 } : anchorHold(before, after, held);
    this.#decide();
    this.#move(
      () => {
        this.painter.begin(before);
        const view = session.viewport.peek();
        this.camera.travel({ ...view, x: view.x + by.x, y: view.y + by.y });
      },
      this.isFar.peek() ? null : "--move",
    );
  }

  /**
   * The claim in hand, or what it answers where it is new itself. Where that is not on screen, and the person has the
   * map before them elsewhere, the claim that is nearest to the middle of the screen.
   */
  #held(before: Picture, after: Picture): ClaimId | null {
    const { session, culling } = this.#parts;
    let claim = session.inHand.peek();
    while (claim !== null && !(before.cards.has(claim) && after.cards.has(claim)))
      claim = session.forest.peek().nodes.get(claim)?.parent ?? null;
    const [view, screen] = [session.viewport.peek(), session.screen.peek()];
    const seen = culling.cardsOn(before, view, screen);
    if (claim !== null && seen.has(claim)) return claim;
    const staying = [...seen].filter(([each]) => after.cards.has(each));
    return nearestTo(toMap(view, { x: screen.width / 2, y: screen.height / 2 }), staying) ?? claim;
  }

  /** Starts a move whose length the look says, `null` for none; a reader who wants no motion gets none. */
  #move(step: () => void, length: "--move" | "--slow" | null): void {
    step();
    const style = getComputedStyle(this.#parts.host);
    this.#motion.begin((length && Number.parseFloat(style.getPropertyValue(length))) || 0);
  }
}

function nearestTo({ x, y }: Point, cards: readonly (readonly [ClaimId, Rect])[]): ClaimId | null {
  let [nearest, least]: [ClaimId | null, number] = [null, Infinity];
  for (const [claim, rect] of cards) {
    const away = Math.hypot(rect.x + rect.width / 2 - x, rect.y + rect.height / 2 - y);
    if (away < least) [nearest, least] = [claim, away];
  }
  return nearest;
}
