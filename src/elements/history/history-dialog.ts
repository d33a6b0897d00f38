import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { reviewAgain } from "#actions/merging.ts";
import { isRefusal } from "#commands/command.ts";
import { restoreVersion } from "#commands/restore-version.ts";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { goFrom } from "#elements/find/focus.ts";
import { type Choice, choiceOf, type Chosen } from "#elements/history/choice.ts";
import "#elements/history/comparison-list.ts";
import type { DifferencePicked } from "#elements/history/comparison-list.ts";
import {
  nameButton,
  nameForm,
  noHistory,
  notCompared,
  versionButtons,
  waiting,
} from "#elements/history/history-parts.ts";
import { historyStyles } from "#elements/history/history-styles.ts";
import { nameOf, titleOf } from "#elements/history/moment-words.ts";
import { Pairing } from "#elements/history/pairing.ts";
import "#elements/history/version-list.ts";
import type { MomentChosen, ReviewWanted } from "#elements/history/version-list.ts";
import { controls } from "#elements/shared/controls.ts";
import { progressBar } from "#elements/shared/progress-bar.ts";
import { Watching } from "#elements/shared/watching.ts";
import { isEmptyChange } from "#model/change.ts";
import { isEmptyComparison } from "#model/comparison.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { comparingOf, type Sides } from "#session/comparing.ts";
import type { TextHolder } from "#session/held-text.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { type Compared, Comparer } from "#store/comparer.ts";
import type { Moment } from "#store/states.ts";
import { historyWords as words } from "#words/history.ts";

/** How many lines are shown at first, and how many more each time. */
const page = 40;

/** What was compared last, for whoever comes back from the map to the list. */
const compared = new WeakMap<MapSession, Chosen>();

/**
 * "History…": the versions of a map by session and by name, any two of them compared claim by claim, on the map if
 * wanted; and the way back to one.
 */
@customElement("history-dialog")
export class HistoryDialog extends LitElement {
  static override styles = [controls, progressBar, historyStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  /** The versions that the person chose: the line in hand, and what it is compared with. */
  @state() chosen: string | null | undefined;
  @state() other: string | null | undefined;
  @state() private naming = false;
  @state() private shown = page;
  @state() private refused = "";
  @query("modal-frame") private readonly frame!: ModalFrame;
  @query("#name") private readonly field!: HTMLInputElement | null;
  @query(".waiting button") private readonly way!: HTMLElement | null;
  @query("section") private readonly pane!: HTMLElement | null;
  /** The name that is being written. */
  readonly #unkept: TextHolder = { flush: null };
  #moments: readonly Moment[] = [];
  #hasMore = false;
  #readFrom: readonly unknown[] = [];
  #comparer: Comparer | null = null;
  /** Whether the focus is on a button that may go with what it is for. */
  #wasWaiting = false;
  readonly #closing = new AbortController();
  #sides: { readonly of: Compared; readonly sides: Sides } | null = null;
  readonly #pairing = new Pairing(this, () => this.#comparer!);
  readonly #watching = new Watching(this, () => [
    this.session?.open.map.value,
    this.session?.open.versions.value,
  ]);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.held.release(this.#unkept);
    this.#closing.abort();
    this.#comparer?.close();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#begin();
    this.#wasWaiting = this.way !== null && this.shadowRoot?.activeElement === this.way;
    const { open } = this.session;
    const from = [open.map.value, open.versions.value, this.shown];
    if (from.some((part, at) => part !== this.#readFrom[at])) {
      this.#readFrom = from;
      const moments = open.moments(this.shown + 1);
      this.#hasMore = moments.length > this.shown;
      this.#moments = moments.slice(0, this.shown);
    }
    if (this.#moments.length < 2) return;
    const { before, after } = this.#choice;
    this.#pairing.show(before.state, after.state);
  }

  #begin(): void {
    this.#watching.renew();
    const { chosen, other } = compared.get(this.session) ?? {};
    [this.chosen, this.other] = [chosen, other];
    const { platform } = this.workspace;
    this.#comparer = new Comparer(this.session.open, () => platform.startComparer());
  }

  override render() {
    const hasHistory = this.#moments.length > 1;
    return html`<modal-frame
      class=${hasHistory ? "wide" : ""}
      .heading=${words.history}
      ?foot=${this.#moments.length > 0}
    >
      ${hasHistory ? this.#columns() : noHistory()} ${this.naming ? this.#nameForm() : this.#foot(hasHistory)}
    </modal-frame>`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!this.naming) this.session.held.release(this.#unkept);
    else if (changed.has("naming")) this.field?.focus();
    if (this.#wasWaiting && this.shadowRoot?.activeElement === null) (this.way ?? this.pane)?.focus();
  }

  #columns() {
    const { chosen, other, before, after } = this.#choice;
    return html`<div class="columns">
      <version-list
        autofocus
        .moments=${this.#moments}
        .chosen=${chosen}
        .comparer=${this.#comparer}
        .hasMore=${this.#hasMore}
        @moment-chosen=${({ moment }: MomentChosen) => (this.chosen = moment.id)}
        @review-wanted=${this.#review}
        @earlier-wanted=${() => (this.shown += page)}
      ></version-list>
      <section aria-label=${words.comparing} tabindex="0">
        <div class="compare">
          <label for="other">${words.comparedWith}</label>
          <select id="other" @change=${this.#turnOther}>
            ${this.#moments.map((moment) => option(moment, chosen, other))}
          </select>
          <p class="direction" role="status">
            ${words.compareHeading(nameOf(before, Date.now()), nameOf(after, Date.now()))}
          </p>
        </div>
        ${this.#differences()}
      </section>
    </div>`;
  }

  /** What was found out last stays until there is something new to say. */
  #differences() {
    const { standing } = this.#pairing;
    const again = () => this.#pairing.again();
    if (standing.type === "comparing" && standing.share !== null)
      return waiting(standing.share, () => this.#pairing.cancel());
    if (standing.type === "cancelled") return notCompared(words.cancelled, again);
    if (standing.type === "failed") return notCompared(words.failed(standing.reason), again);
    const sides = this.#sidesNow() ?? this.#sides?.sides;
    if (sides === undefined) return nothing;
    return html`<comparison-list
      .sides=${sides}
      @difference-picked=${(event: DifferencePicked) => this.#show(event.claim)}
    ></comparison-list>`;
  }

  #foot(hasHistory: boolean) {
    const canName = this.#moments.length > 0 && this.workspace.maps.readOnly === null;
    const sides = this.#sidesNow();
    return html`${canName ? nameButton(this.#name) : nothing}
    ${
      hasHistory
        ? versionButtons(
            sides === null || isEmptyComparison(sides.comparison) ? null : () => this.#show(null),
            this.#choice.isNow ? null : this.#restore,
          )
        : nothing
    }`;
  }

  #nameForm() {
    const typed = () => this.session.held.hold(this.#unkept);
    return nameForm({ refused: this.refused, typed, keep: this.#keepName, cancel: this.#stopNaming });
  }

  get #choice(): Choice {
    return choiceOf(this.#moments, this);
  }

  /** What the two that are chosen differ in; `null` while that is not known. */
  #sidesNow(): Sides | null {
    const { standing } = this.#pairing;
    if (standing.type !== "compared") return null;
    if (this.#sides?.of !== standing.compared) {
      const { before, after, comparison } = standing.compared;
      const { before: was, after: is } = this.#choice;
      const sides = { before: named(was, before), after: named(is, after), comparison };
      this.#sides = { of: standing.compared, sides };
    }
    return this.#sides.sides;
  }

  /** The name is for the present: that is the line in hand then. */
  readonly #name = (): void => {
    this.chosen = null;
    this.naming = true;
  };

  readonly #stopNaming = (): void => {
    this.naming = false;
  };

  readonly #turnOther = (event: Event): void => {
    this.other = this.#moments[(event.target as HTMLSelectElement).selectedIndex]?.id;
  };

  /** Beside the map, where what is taken back can be seen. */
  readonly #review = ({ version }: ReviewWanted): void => {
    const { session, workspace } = this;
    const merged = session.open.versions.peek().find(({ id }) => id === version);
    this.frame.dismiss();
    if (merged !== undefined) reviewAgain(workspace, merged);
  };

  readonly #keepName = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = this.field?.value.trim() ?? "";
    if (name === "") return;
    const refusal = await this.session.open.nameVersion(name);
    this.refused = refusal?.refused ?? "";
    if (refusal !== null) return;
    this.naming = false;
    this.workspace.notices.say(words.named(name));
    this.chosen = this.session.open.versions.peek().at(-1)?.id ?? null;
  };

  /** Shows the comparison on the map, at a claim. */
  #show(claim: ClaimId | null): void {
    const { session, workspace } = this;
    const sides = this.#sidesNow();
    if (sides === null) return;
    compared.set(session, { chosen: this.#choice.chosen.id, other: this.#choice.other.id });
    const first = claim ?? sides.comparison.claims[0]?.claim ?? null;
    this.frame.dismiss();
    workspace.notices.dismiss();
    void workspace.go({ screen: "map", map: session.open.id, claim: null });
    session.compare(comparingOf(sides), first);
    if (first !== null) goFrom(this, session, first);
  }

  readonly #restore = async (): Promise<void> => {
    const { session, workspace } = this;
    const { chosen } = this.#choice;
    const map = await this.#comparer!.read(chosen.state, { signal: this.#closing.signal });
    if (map === null) return;
    compared.delete(session);
    const milestone = words.restoredAs(titleOf(chosen, Date.now()));
    const outcome = session.open.run(restoreVersion, { map }, { milestone });
    this.frame.dismiss();
    if (isRefusal(outcome)) return workspace.notices.show(outcome.refused);
    if (isEmptyChange(outcome)) return workspace.notices.show(words.isSo);
    workspace.notices.show(words.restored(nameOf(chosen, Date.now())), {
      name: words.undo,
      run: () => void session.open.undo(),
    });
  };
}

function named(moment: Moment, map: ArgumentMap) {
  return { name: nameOf(moment, Date.now()), map };
}

function option(moment: Moment, chosen: Moment, other: Moment) {
  return html`<option .selected=${moment === other} ?disabled=${moment === chosen}>
    ${titleOf(moment, Date.now())}
  </option>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "history-dialog": HistoryDialog;
  }
}
