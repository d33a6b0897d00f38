import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { citationOn } from "#elements/map/citation.ts";
import { Seeing } from "#elements/map/seeing.ts";
import type { SentenceEnded, SentencePaused, SentenceTyped } from "#elements/shared/sentence-field.ts";
import type { ToolChosen } from "#elements/map/tool-chosen.ts";
import { menuFor, toolsFor } from "#elements/map/tools.ts";
import type { LinkFollowed, OutlineRowElement, RowFolded } from "#elements/outline/outline-row.ts";
import { outlineStyles } from "#elements/outline/outline-styles.ts";
import {
  emptyOutline,
  pageClass,
  paperHeading,
  refusalElsewhere,
  treeItem,
  waysToLook,
} from "#elements/outline/pages.ts";
import { Printing } from "#elements/outline/printing.ts";
import "#elements/outline/row-editor.ts";
import "#elements/outline/row-tools.ts";
import type { RowTools } from "#elements/outline/row-tools.ts";
import type { RowEditor } from "#elements/outline/row-editor.ts";
import { type OutlineRow, rowsOf } from "#elements/outline/rows.ts";
import { claimAt, walk } from "#elements/outline/walking.ts";
import { roleWritten, Writing } from "#elements/outline/writing.ts";
import { controls } from "#elements/shared/controls.ts";
import { focusedElement } from "#elements/shared/focused-element.ts";
import { Watching } from "#elements/shared/watching.ts";
import { directionOf } from "#model/direction.ts";
import type { Folding } from "#model/first-folding.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { outlineWords as words } from "#words/outline.ts";

/** More rows than this are drawn only where they come near the screen. */
const heavy = 300;
const everything: ReadonlySet<ClaimId> = new Set();

/** The map as nested text: for phones, for reading, and for paper. What is in hand and folded is shared with the map. */
@customElement("outline-screen")
export class OutlineScreen extends LitElement {
  static override styles = [controls, outlineStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @query("row-editor") private readonly editor!: RowEditor;
  @query("row-tools") private readonly tools!: RowTools | null;
  @query(".page") private readonly page!: HTMLElement;
  #rows: ReadonlyMap<ClaimId, OutlineRow> = new Map();
  #writing: Writing | null = null;
  /** Whether the focus is in the tree, and follows the claim in hand. */
  #within = false;
  #drawing = false;
  #scrolledTo: ClaimId | null = null;
  /** Where the row that was clicked stood on screen, until it stands there again. */
  #held: number | null = null;
  readonly #printing = new Printing(this);
  readonly #seeing = new Seeing(this);
  readonly #watching = new Watching(this, () => {
    const { session } = this;
    return session === undefined
      ? null
      : [
          session.map.value,
          session.shown.value,
          session.inHand.value,
          session.editing.value,
          session.refused.value,
          session.detail.value,
          session.open.history.value,
          session.looking.value?.seen.value,
        ];
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.finish();
    this.#writing?.stop();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#drawing = true;
    if (!changed.has("session")) return;
    this.#watching.renew();
    this.#rows = new Map();
    this.#scrolledTo = null;
  }

  override render() {
    const { session } = this;
    const { about, claims } = session.map.value;
    return html`<div class=${pageClass(session)} dir=${directionOf(about.language)}>
        ${paperHeading(session.map.value)} ${refusalElsewhere(session)}
        ${claims.size === 0 ? emptyOutline(() => void this.#act("map.add-thesis")) : this.#tree(about.title || words.untitled)}
        ${this.#tools()}
        <row-editor
          .standing=${roleWritten(session)}
          .language=${about.language}
          @sentence-typed=${(event: SentenceTyped) => this.#typed(event)}
          @sentence-paused=${(event: SentencePaused) => session.write(event.text)}
          @sentence-ended=${(event: SentenceEnded) => this.#ended(event)}
        ></row-editor>
      </div>
      ${waysToLook(this.workspace, session)}`;
  }

  #typed({ text }: SentenceTyped): void {
    this.session.hold(text);
    this.#writing?.lay();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("session")) this.#follow();
    void this.#settle();
    this.#keepFocus();
    this.#drawing = false;
  }

  /** Draws what is due at once, for paper. */
  drawNow(): void {
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  }

  #tree(title: string) {
    const { session } = this;
    const printing = this.#printing.now;
    const shown = printing ? session.forest.value.order : session.shown.value;
    const rows = this.#listed(shown, printing ? everything : session.folding.value);
    return html`<div
      role="tree"
      aria-label=${title}
      class=${rows.length > heavy ? "heavy" : ""}
      @keydown=${this.#pressed}
      @click=${this.#clicked}
      @focusin=${this.#focused}
      @focusout=${this.#unfocused}
      @row-folded=${(event: RowFolded) => session.fold(event.claim)}
      @link-followed=${(event: LinkFollowed) => this.#go(event.claim)}
    >
      ${repeat(
        rows,
        ({ face }) => face.claim,
        (row) => treeItem(row, session.inHand.value === row.face.claim),
      )}
    </div>`;
  }

  #listed(shown: readonly ClaimId[], folding: Folding): readonly OutlineRow[] {
    const { map, forest, counts } = this.session;
    const source = {
      map: map.value,
      forest: forest.value,
      folding,
      counts: counts.value,
      citationOf: citationOn,
      sights: this.#seeing.of(this.session),
    };
    const rows = rowsOf(source, shown, this.#rows);
    this.#rows = new Map(rows.map((row) => [row.face.claim, row]));
    return rows;
  }

  #tools() {
    const claim = this.session.inHand.value;
    if (claim === null || !this.session.map.value.claims.has(claim)) return nothing;
    const refused = this.session.refused.value;
    return html`<row-tools
      .tools=${toolsFor(this.workspace, this.session.folding.value.has(claim))}
      .more=${menuFor(this.workspace)}
      .refused=${refused?.claim === claim ? refused.sentence : null}
      @tool-chosen=${this.#chosen}
    ></row-tools>`;
  }

  #follow(): void {
    const { session, editor, page, renderRoot } = this;
    this.#writing?.stop();
    this.#writing = new Writing({
      session,
      editor,
      page,
      toolsNow: () => renderRoot.querySelector("row-tools"),
      rowOf: (claim) => this.#rowOf(claim),
    });
    this.#writing.follow(() => (this.#within = true));
  }

  #ended({ text, byKey }: SentenceEnded): void {
    this.session.finish(text);
    this.#within = byKey;
    if (byKey) this.#inHandRow()?.focus({ preventScroll: true });
  }

  #keepFocus(): void {
    if (!this.#within || this.session.editing.peek() !== null || this.workspace.dialog.peek() !== null)
      return;
    const row = this.#inHandRow();
    if (row !== null && !row.matches(":focus-within")) row.focus({ preventScroll: true });
  }

  /** When rows and tools are drawn, all find their places; another claim in hand comes on screen. */
  async #settle(): Promise<void> {
    const row = this.#inHandRow();
    await Promise.all([row?.updateComplete, this.tools?.updateComplete]);
    this.#writing?.lay();
    const claim = this.session.inHand.peek();
    if (row === null || claim === this.#scrolledTo) return;
    const first = this.#scrolledTo === null;
    this.#scrolledTo = claim;
    if (this.#held !== null) this.scrollTop += row.getBoundingClientRect().top - this.#held;
    else row.scrollIntoView({ block: first ? "center" : "nearest" });
    if (first && focusedElement() === null) row.focus({ preventScroll: true });
    this.#held = null;
  }

  #rowOf(claim: ClaimId): OutlineRowElement | null {
    return this.renderRoot.querySelector<OutlineRowElement>(`[data-claim="${CSS.escape(claim)}"]`);
  }

  #inHandRow(): OutlineRowElement | null {
    const claim = this.session.inHand.peek();
    return claim === null ? null : this.#rowOf(claim);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const onRow = event.target instanceof HTMLElement && event.composedPath()[0] === event.target;
    if (onRow) walk(this.session, event);
  };

  /** One click takes a claim in hand, where it stands on screen; the second edits it. */
  readonly #clicked = (event: MouseEvent): void => {
    const claim = claimAt(event);
    const inHand = this.session.inHand.peek();
    if (event.detail > 1 && inHand !== null) return this.session.edit(inHand);
    if (claim === null || claim === inHand) return;
    this.#held = this.#rowOf(claim)?.getBoundingClientRect().top ?? null;
    this.session.take(claim, "stay");
  };

  /** A press of the pointer takes nothing in hand before it has become a click: the page would move under it. */
  readonly #focused = (event: FocusEvent): void => {
    this.#within = true;
    const [element] = event.composedPath();
    const claim = claimAt(event);
    if (claim === null || claim === this.session.inHand.peek()) return;
    if (element instanceof Element && element.matches(":focus-visible")) this.session.take(claim, "stay");
  };

  /** The focus that is lost because rows are drawn anew stays in the tree. */
  readonly #unfocused = (): void => {
    if (!this.#drawing && document.hasFocus()) this.#within = false;
  };

  /** The focus goes on to the claim, except from what a person may press again. */
  readonly #chosen = ({ action }: ToolChosen): void => {
    this.#within = action !== "branch.fold";
    void this.#act(action);
    this.requestUpdate();
  };

  #act(id: string): void | Promise<void> {
    const context = contextOf(this.workspace);
    const action = actionById(id);
    if (action.when(context)) return action.run(context);
  }

  #go(claim: ClaimId): void {
    this.#within = true;
    this.session.take(claim, "centre");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "outline-screen": OutlineScreen;
  }
}
