import { effect } from "@preact/signals-core";
import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import "#elements/map/card-measure.ts";
import type { CardMeasure } from "#elements/map/card-measure.ts";
import type { ToolChosen } from "#elements/map/tool-chosen.ts";
import { corner } from "#elements/map/corner.ts";
import { Culling } from "#elements/map/culling.ts";
import "#elements/looking/looking-bar.ts";
import type { MapBadges } from "#elements/map/map-badges.ts";
import type { MapLines } from "#elements/map/map-lines.ts";
import { mapStyles } from "#elements/map/map-styles.ts";
import { badgesOf, linesOf } from "#elements/map/near-layers.ts";
import { cardOf } from "#elements/map/pointing.ts";
import { Seeing } from "#elements/map/seeing.ts";
import type { NeighbourCard } from "#elements/neighbourhood/neighbour-card.ts";
import { neighbourCards } from "#elements/neighbourhood/neighbour-cards.ts";
import { quoted } from "#elements/neighbourhood/neighbour-faces.ts";
import { neighbourhoodBar } from "#elements/neighbourhood/neighbourhood-bar.ts";
import { NeighbourhoodScene } from "#elements/neighbourhood/neighbourhood-scene.ts";
import { neighbourhoodStyles } from "#elements/neighbourhood/neighbourhood-styles.ts";
import { plate, type PlateParts } from "#elements/neighbourhood/plates.ts";
import { walked } from "#elements/neighbourhood/walking.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { Sights } from "#elements/map/sights.ts";
import type { Point } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Neighbourhood } from "#model/neighbourhood.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { neighbourhoodWords as words } from "#words/neighbourhood.ts";

/**
 * One claim with everything that it answers and everything that answers it, as a graph: links across the tree are lines
 * like any other. Arrow keys walk it, Enter or a click takes another claim into the middle, Escape leads back to the map.
 */
@customElement("neighbourhood-screen")
export class NeighbourhoodScreen extends LitElement {
  static override styles = [controls, mapStyles, neighbourhoodStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @query(".ground") private readonly ground!: HTMLElement;
  @query(".world") private readonly world!: HTMLElement;
  @query(".tree") private readonly list!: HTMLElement;
  @query(".plate") private readonly bar!: HTMLElement;
  @query("card-measure") private readonly measure!: CardMeasure;
  @query(".refused") private readonly refused!: HTMLElement;
  readonly #culling = new Culling();
  readonly #seeing = new Seeing(this);
  #staged: NeighbourhoodScene | null = null;
  #stop: () => void = () => undefined;
  /** Whether the focus is to be on the claim in hand as soon as its card is drawn. */
  #wantsFocus = false;
  /** The centre that a screen reader was told of. */
  #told: ClaimId | null = null;
  readonly #watching = new Watching(this, () => [
    this.session?.picture.value,
    this.session?.near.value,
    this.session?.viewport.value,
    this.session?.screen.value,
    this.session?.inHand.value,
    this.session?.refused.value,
    this.session?.map.value,
    this.session?.looking.value?.seen.value,
  ]);

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#stage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#strike();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#stage();
    this.#staged?.scene.paint();
    this.#giveFocus();
    this.#tell();
  }

  override render() {
    const { session } = this;
    const centre = quoted(session.map.value, session.centre.value);
    return html`<section aria-label=${words.of(centre)} @keydown=${this.#pressed}>
      <card-measure></card-measure>
      <div class="ground" @click=${this.#clicked}>
        <div class="room">
          <div class="world">
            ${linesOf(session.picture.value, this.#sights)}
            <div
              class=${this.session.looking.value?.view.value ? "tree grouped" : "tree"}
              role="listbox"
              tabindex="-1"
              aria-label=${words.claims}
              @focusin=${this.#focused}
            >
              ${this.#cards()}
            </div>
            ${badgesOf(session.picture.value, this.#sights)} ${this.#plates()}
          </div>
        </div>
      </div>
      ${neighbourhoodBar(centre, this.#plateParts(), () => this.#act("view.leave"))} ${this.#corner()}
      <p class="refused" role="alert">${session.refused.value?.sentence ?? ""}</p>
    </section>`;
  }

  /** What the picture shows, once there is one. */
  get #found(): Neighbourhood | null {
    return this.session.picture.value === null ? null : this.session.near.value;
  }

  get #sights(): Sights | null {
    return this.#seeing.of(this.session);
  }

  #cards() {
    const faces = this.#staged?.scene.drawing.faces.value;
    const found = this.#found;
    return found === null || faces === undefined
      ? nothing
      : neighbourCards(this.session, found, faces, this.#sights);
  }

  #plates() {
    const parts = this.#plateParts();
    return parts === null
      ? nothing
      : this.#staged!.scene.drawing.notes.value.map((note) => plate(note, parts));
  }

  #plateParts(): PlateParts | null {
    const found = this.session.near.value;
    const staged = this.#staged;
    if (found === null || staged === null) return null;
    return {
      map: this.session.map.value,
      found,
      passed: staged.scene.drawing.passed,
      lead: (claim) => this.#lead(claim),
      pass: (passed) => {
        this.session.inHand.value = found.centre;
        staged.scene.drawing.pass(passed);
      },
    };
  }

  #corner() {
    const { session, workspace } = this;
    const picture = session.picture.value;
    const scene = this.#staged?.scene;
    if (picture === null || scene === undefined) return nothing;
    const chosen = (event: ToolChosen) => this.#act(event.action);
    const ends = { workspace, sights: this.#sights, look: (at: Point) => scene.look(at), chosen };
    return corner(session, picture, scene.drawing.faces.value, ends);
  }

  #stage(): void {
    this.#strike();
    const { session, workspace, ground, measure } = this;
    if (!session || !workspace || !this.isConnected) return;
    const culling = this.#culling;
    const painted = () => this.#painted();
    const barHeight = () => this.bar.offsetHeight;
    const parts = { workspace, session, host: this, ground, measure, culling, painted, barHeight };
    this.#staged = new NeighbourhoodScene(parts);
    this.#told = session.centre.peek();
    let isFirst = true;
    this.#stop = effect(() => {
      const claim = session.centre.value;
      if (!isFirst && claim !== null) session.wish.value = { type: "centre", claim };
      isFirst = false;
      this.requestUpdate();
    });
    if (document.activeElement === document.body) this.#walkOn();
  }

  #strike(): void {
    this.#stop();
    this.#staged?.stop();
    this.#staged = null;
  }

  #painted() {
    const { world, refused } = this;
    const cards = () => this.#drawnCards;
    const layers = world.querySelectorAll<MapLines | MapBadges>("map-lines, map-badges");
    return {
      world,
      layers,
      cards,
      isFar: false,
      far: null,
      tools: null,
      editor: null,
      refused,
    };
  }

  get #drawnCards(): NodeListOf<NeighbourCard> {
    return this.renderRoot.querySelectorAll("neighbour-card");
  }

  /** The keys go on from the claim in hand; until its card is drawn, the list has them. */
  #walkOn(): void {
    this.#wantsFocus = true;
    this.list.focus({ preventScroll: true });
    this.requestUpdate();
  }

  #giveFocus(): void {
    const card = [...this.#drawnCards].find(({ inHand }) => inHand);
    if (!this.#wantsFocus || card === undefined || this.workspace.dialog.peek() !== null) return;
    this.#wantsFocus = false;
    void card.updateComplete.then(() => card.focus({ preventScroll: true }));
  }

  /** Says what is in the middle now. */
  #tell(): void {
    const found = this.#found;
    if (found === null || found.centre === this.#told) return;
    this.#told = found.centre;
    const levels = [...found.levels.values()];
    const above = levels.filter((level) => level < 0).length;
    const below = levels.filter((level) => level > 0).length;
    this.workspace.notices.say(words.said(quoted(this.session.map.peek(), found.centre), above, below));
  }

  readonly #clicked = (event: MouseEvent): void => {
    const claim = cardOf(event)?.face.claim;
    if (claim !== undefined) this.#lead(claim);
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    const { picture, inHand } = this.session;
    const found = this.#found;
    const from = inHand.peek();
    if (event.defaultPrevented || isLooking(event)) return;
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (modified || from === null || found === null) return;
    const next = walked(event.key, from, { picture: picture.peek()!, found });
    const isChosen = (event.key === "Enter" || event.key === " ") && this.list.contains(event.target as Node);
    if (next === undefined && !isChosen) return;
    event.preventDefault();
    if (next === undefined) this.#lead(from);
    else if (next !== null) this.#hold(next);
  };

  /** Tab or a screen reader brings the focus to a card: that is the claim in hand then. */
  readonly #focused = (event: Event): void => {
    const card = cardOf(event);
    if (card !== null && !card.inHand && card.matches(":focus-visible")) this.#hold(card.face.claim);
  };

  #hold(claim: ClaimId): void {
    this.session.inHand.value = claim;
    this.session.refused.value = null;
    this.session.wish.value = { type: "reveal", claim };
    this.#wantsFocus = true;
  }

  /** Takes a claim into the middle. */
  #lead(claim: ClaimId): void {
    this.session.inHand.value = claim;
    this.#wantsFocus = true;
    this.#act("go.neighbourhood");
  }

  #act(id: string): void {
    const action = actionById(id);
    const context = contextOf(this.workspace);
    if (action.when(context)) void action.run(context);
  }
}

/** Keys in the ways to look are about these. */
function isLooking({ target }: Event): boolean {
  return target instanceof Element && target.localName === "looking-bar";
}

declare global {
  interface HTMLElementTagNameMap {
    "neighbourhood-screen": NeighbourhoodScreen;
  }
}
