import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { isRefusal } from "#commands/command.ts";
import { restoreVersion } from "#commands/restore-version.ts";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { goFrom } from "#elements/find/focus.ts";
import "#elements/history/comparison-list.ts";
import type { DifferencePicked } from "#elements/history/comparison-list.ts";
import { historyStyles } from "#elements/history/history-styles.ts";
import { factsOf, nameOf, titleOf } from "#elements/history/moment-words.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import { isEmptyChange } from "#model/change.ts";
import { isEmptyComparison } from "#model/comparison.ts";
import type { ClaimId } from "#model/ids.ts";
import { type Comparing, comparingOf } from "#session/comparing.ts";
import type { TextHolder } from "#session/held-text.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import type { Moment } from "#store/ports.ts";
import { historyWords as words } from "#words/history.ts";

/** How many lines are shown at first, and how many more each time. */
const page = 40;

/** What was compared last, for whoever comes back from the map to the list. */
const compared = new WeakMap<MapSession, readonly [chosen: string | null, other: string | null]>();

/**
 * "History…": the versions of a map by session and by name, any two of them compared claim by claim, on the map if
 * wanted; and the way back to one.
 */
@customElement("history-dialog")
export class HistoryDialog extends LitElement {
  static override styles = [controls, historyStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  /** The chosen line, and the one that it is compared with: places in the list, which begins with the present. */
  @state() private chosen: string | null | undefined;
  @state() private other: string | null | undefined;
  @state() private naming = false;
  @state() private shown = page;
  @state() private refused = "";
  @query("modal-frame") private readonly frame!: ModalFrame;
  @query("#name") private readonly field!: HTMLInputElement | null;
  /** The name that is being written. */
  readonly #unkept: TextHolder = { flush: null };
  #moments: readonly Moment[] = [];
  #hasMore = false;
  #readFrom: readonly unknown[] = [];
  #compared: { readonly of: readonly Moment[]; readonly comparing: Comparing } | null = null;
  readonly #watching = new Watching(this, () => [
    this.session?.open.map.value,
    this.session?.open.versions.value,
  ]);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
    if (changed.has("session")) [this.chosen, this.other] = compared.get(this.session) ?? [];
    const { map, versions } = this.session.open;
    const from = [map.value, versions.value, this.shown];
    if (from.every((part, at) => part === this.#readFrom[at])) return;
    this.#readFrom = from;
    const moments = this.session.open.moments(this.shown + 1);
    this.#hasMore = moments.length > this.shown;
    this.#moments = moments.slice(0, this.shown);
  }

  override render() {
    const hasHistory = this.#moments.length > 1;
    return html`<modal-frame
      class=${hasHistory ? "wide" : ""}
      .heading=${words.history}
      ?foot=${this.#moments.length > 0}
    >
      ${hasHistory ? this.#columns() : this.#none()}
      ${this.naming ? this.#nameForm() : this.#foot(hasHistory)}
    </modal-frame>`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!this.naming) this.session.held.release(this.#unkept);
    else if (changed.has("naming")) this.field?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.held.release(this.#unkept);
  }

  #none() {
    return html`<p class="none">${words.none}</p>
      <p class="none">${words.noneHint}</p>`;
  }

  #columns() {
    const [before, after] = this.#pair();
    return html`<div class="columns">
      <fieldset>
        <legend class="visually-hidden">${words.versions}</legend>
        ${this.#moments.map((moment) => this.#line(moment))}
        ${
          this.#hasMore
            ? html`<button @click=${() => (this.shown += page)}>${words.earlier}</button>`
            : nothing
        }
      </fieldset>
      <section aria-label=${words.comparing} tabindex="0">
        <div class="compare">
          <label for="other">${words.comparedWith}</label>
          <select id="other" @change=${this.#turnOther}>
            ${this.#moments.map((moment) => this.#option(moment))}
          </select>
          <p class="direction" role="status">
            ${words.compareHeading(nameOf(before, Date.now()), nameOf(after, Date.now()))}
          </p>
        </div>
        <comparison-list
          .comparing=${this.#comparing()}
          @difference-picked=${(event: DifferencePicked) => this.#show(event.claim)}
        ></comparison-list>
      </section>
    </div>`;
  }

  #line(moment: Moment) {
    const now = Date.now();
    const chosen = this.#chosen();
    return html`<label class=${moment.name === "" ? "moment" : "moment named"}>
      <input
        type="radio"
        name="moment"
        ?autofocus=${moment === chosen}
        .checked=${moment === chosen}
        @change=${() => this.#choose(moment)}
      />
      <span class="title" dir="auto">${titleOf(moment, now)}</span>
      <span class="facts">${factsOf(moment, now)}</span>
    </label>`;
  }

  #option(moment: Moment) {
    return html`<option
      value=${this.#moments.indexOf(moment)}
      .selected=${moment === this.#other()}
      ?disabled=${moment === this.#chosen()}
    >
      ${titleOf(moment, Date.now())}
    </option>`;
  }

  #foot(hasHistory: boolean) {
    const canName = this.#moments.length > 0 && this.workspace.maps.readOnly === null;
    const same = !hasHistory || isEmptyComparison(this.#comparing().comparison);
    const isNow = !hasHistory || this.#saysNow(this.#chosen());
    return html`
      ${
        canName
          ? html`<button slot="foot" class="plain first" @click=${this.#name}>${words.nameThis}</button>`
          : nothing
      }
      ${
        hasHistory
          ? html`<button slot="foot" class="plain" ?disabled=${same} @click=${() => this.#show(null)}>
                ${words.showOnMap}
              </button>
              <button slot="foot" class="primary" ?disabled=${isNow} @click=${this.#restore}>
                ${words.restore}
              </button>`
          : nothing
      }
    `;
  }

  #nameForm() {
    return html`<form slot="foot" class="naming" @submit=${this.#keepName}>
      <label for="name">${words.nameField}</label>
      <input
        id="name"
        maxlength="120"
        required
        autocomplete="off"
        placeholder=${words.namePlaceholder}
        @input=${() => this.session.held.hold(this.#unkept)}
      />
      <button type="button" @click=${() => (this.naming = false)}>${words.cancel}</button>
      <button class="primary">${words.keepName}</button>
      ${this.refused === "" ? nothing : html`<p role="alert">${this.refused}</p>`}
    </form>`;
  }

  /** The line in hand: as long as no one chose, the last one before the present. */
  #chosen(): Moment {
    return this.#momentOf(this.chosen) ?? this.#moments[1] ?? this.#moments[0]!;
  }

  /** What it is compared with: as long as no one chose, the present; what says the same as that, with the line before. */
  #other(): Moment {
    const chosen = this.#chosen();
    const other = this.#momentOf(this.other);
    if (other !== undefined && other !== chosen) return other;
    if (!this.#saysNow(chosen)) return this.#moments[0]!;
    return this.#moments[this.#moments.indexOf(chosen) + 1] ?? this.#moments[0]!;
  }

  /** Whether a line is the present, or what nothing was changed since. */
  #saysNow(moment: Moment): boolean {
    const [now, last] = this.#moments;
    return moment === now || (moment === last && now !== undefined && isEmptyChange(now.change));
  }

  #momentOf(id: string | null | undefined): Moment | undefined {
    return id === undefined ? undefined : this.#moments.find((moment) => moment.id === id);
  }

  /** The earlier of the two first. */
  #pair(): readonly [Moment, Moment] {
    const [one, other] = [this.#chosen(), this.#other()];
    return this.#moments.indexOf(one) > this.#moments.indexOf(other) ? [one, other] : [other, one];
  }

  #comparing(): Comparing {
    const of = this.#pair();
    const known = this.#compared;
    if (known !== null && known.of[0] === of[0] && known.of[1] === of[1]) return known.comparing;
    const [before, after] = of.map((moment) => ({ name: nameOf(moment, Date.now()), map: moment.readMap() }));
    const comparing = comparingOf(before!, after!);
    this.#compared = { of, comparing };
    return comparing;
  }

  #choose(moment: Moment): void {
    this.chosen = moment.id;
  }

  /** The name is for the present: that is the line in hand then. */
  readonly #name = (): void => {
    this.chosen = null;
    this.naming = true;
  };

  readonly #turnOther = (event: Event): void => {
    this.other = this.#moments[Number((event.target as HTMLSelectElement).value)]?.id;
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
    const comparing = this.#comparing();
    compared.set(session, [this.#chosen().id, this.#other().id]);
    const first = claim ?? comparing.comparison.claims[0]?.claim ?? null;
    this.frame.dismiss();
    workspace.notices.dismiss();
    void workspace.go({ screen: "map", map: session.open.id, claim: null });
    session.compare(comparing, first);
    if (first !== null) goFrom(this, session, first);
  }

  readonly #restore = (): void => {
    const { session, workspace } = this;
    const chosen = this.#chosen();
    compared.delete(session);
    const outcome = session.open.run(
      restoreVersion,
      { map: chosen.readMap() },
      { milestone: words.restoredAs(titleOf(chosen, Date.now())) },
    );
    this.frame.dismiss();
    if (isRefusal(outcome)) return workspace.notices.show(outcome.refused);
    if (isEmptyChange(outcome)) return workspace.notices.show(words.isSo);
    workspace.notices.show(words.restored(nameOf(chosen, Date.now())), {
      name: words.undo,
      run: () => void session.open.undo(),
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "history-dialog": HistoryDialog;
  }
}
