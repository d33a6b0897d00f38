import { effect } from "@preact/signals-core";
import type { CardMeasure } from "#elements/map/card-measure.ts";
import type { Culling } from "#elements/map/culling.ts";
import { type GestureEnds, Gestures } from "#elements/map/gestures.ts";
import { MapScene } from "#elements/map/map-scene.ts";
import type { Painted } from "#elements/map/painter.ts";
import { ScrollPort } from "#elements/map/scroll-port.ts";
import { NeighbourhoodDrawing } from "#elements/neighbourhood/neighbourhood-drawing.ts";
import type { Picture, Size } from "#layout/picture.ts";
import type { MapSession } from "#session/map-session.ts";
import { centredOn, fitted, type Viewport } from "#session/viewport.ts";
import type { Workspace } from "#session/workspace.ts";

/** Below this a first view would not be readable. */
const readable = 0.75;
/** From the upper edge to the bar and from there to the cards, in CSS pixels. */
const clearOfBar = 40;

function nothing(): void {}

/** No card is lifted here. */
const noLifting: GestureEnds = {
  claimAt: () => null,
  lift: () => false,
  carry: nothing,
  drop: nothing,
  cancel: nothing,
};

interface SceneHost {
  readonly workspace: Workspace;
  readonly session: MapSession;
  readonly host: HTMLElement;
  readonly ground: HTMLElement;
  readonly measure: CardMeasure;
  readonly culling: Culling;
  painted(): Painted;
  /** Of the bar at the upper edge, in CSS pixels. */
  barHeight(): number;
}

/** A neighbourhood on screen, from when it is made until `stop`: then the map is seen again as it was. */
export class NeighbourhoodScene {
  readonly scene: MapScene<NeighbourhoodDrawing>;
  readonly #session: MapSession;
  readonly #before: { readonly view: Viewport; readonly isSeen: boolean };
  readonly #stops: (() => void)[] = [];

  constructor({ workspace, session, ground, measure, barHeight, ...parts }: SceneHost) {
    const { choices } = workspace.settings;
    this.#session = session;
    this.#before = { view: session.viewport.peek(), isSeen: session.wish.peek() === null };
    const opened = (picture: Picture, screen: Size) =>
      openedAround(session, picture, screen, barHeight() + clearOfBar);
    this.scene = new MapScene(
      { session, choices, opened, ...parts },
      (drawn) => new NeighbourhoodDrawing({ session, choices, measure, drawn }),
    );
    session.wish.value = { type: "open" };
    this.scene.start();
    this.#listen(ground);
    this.#stops.push(effect(() => this.#keepShown()));
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.scene.stop();
    const { viewport, inHand, wish } = this.#session;
    viewport.value = this.#before.view;
    const claim = inHand.peek();
    wish.value = null;
    if (claim !== null) this.#session.take(claim, this.#before.isSeen ? "reveal" : "centre");
  }

  /** The map moves under the hand, but no card is lifted from it. */
  #listen(ground: HTMLElement): void {
    const listening = new AbortController();
    const { camera } = this.scene;
    const port = new ScrollPort(ground, (by) => camera.pan(by));
    new Gestures(ground, camera, noLifting).listen(listening.signal);
    port.listen(listening.signal);
    this.#stops.push(
      () => listening.abort(),
      effect(() => {
        void this.#session.screen.value;
        port.rest();
      }),
    );
  }

  /** What is taken in hand and not shown here, as by Find, comes into the middle; so does what is next to a centre that is gone. */
  #keepShown(): void {
    const { near, inHand, centre } = this.#session;
    const [found, claim] = [near.value, inHand.value];
    if (found === null || claim === null || found.centre !== centre.peek() || found.levels.has(claim)) return;
    centre.value = claim;
  }
}

/** The whole of it where that can be read, else its centre in the middle, with no more empty ground above than below the bar. */
function openedAround(
  { centre }: MapSession,
  { bounds, cards }: Picture,
  screen: Size,
  bar: number,
): Viewport | null {
  const card = cards.get(centre.peek() ?? ("" as never));
  if (card === undefined) return null;
  const room = { width: screen.width, height: Math.max(1, screen.height - bar) };
  const whole = fitted(bounds, room);
  if (whole.scale >= readable) return { ...whole, y: whole.y - bar / whole.scale };
  const view = centredOn({ x: card.x + card.width / 2, y: card.y + card.height / 2 }, screen, readable);
  return { ...view, y: Math.max(view.y, bounds.y - bar / readable) };
}
