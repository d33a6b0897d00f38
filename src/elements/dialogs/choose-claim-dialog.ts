import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { isRefusal, type Refusal } from "#commands/command.ts";
import { linkClaim } from "#commands/link-claim.ts";
import { moveBranch } from "#commands/move-branch.ts";
import { choiceList, moved } from "#elements/dialogs/choice-list.ts";
import { chooseClaimStyles } from "#elements/dialogs/choose-claim-styles.ts";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { type ClaimTarget, inShort, targetsHolding, targetsOf } from "#elements/dialogs/targets.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { Change } from "#model/change.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import { onClaim, onRelation, type RelationKind, type Target } from "#model/relation.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { dialogWords as words } from "#words/dialogs.ts";

const mostShown = 60;

/** "Move to…" and "Link to…": the claim that a branch goes to, and whether as a reason or as an objection. */
@customElement("choose-claim-dialog")
export class ChooseClaimDialog extends LitElement {
  static override styles = [controls, choiceList, chooseClaimStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @property({ attribute: false }) purpose: "move" | "link" = "move";
  @property({ attribute: false }) claim!: ClaimId;
  @state() private typed = "";
  @state() private at = 0;
  @state() private kind: RelationKind | null = null;
  @state() private onStep = false;
  @state() private refused: string | null = null;
  @query("modal-frame") private readonly frame!: ModalFrame;
  #targets: readonly ClaimTarget[] = [];
  readonly #watching = new Watching(this, () => this.session?.map.value);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
    this.#targets = targetsOf(this.session.map.value, this.session.forest.value);
  }

  override render() {
    const found = targetsHolding(this.#targets, this.typed);
    const shown = found.slice(0, mostShown);
    const moving = this.purpose === "move";
    const text = inShort(this.session.map.value.claims.get(this.claim)?.text ?? "", 70);
    return html`<modal-frame .heading=${moving ? words.move : words.link} high foot>
      <p class="what" dir="auto">${moving ? words.moving(text) : words.linking(text)}</p>
      ${this.#field(shown)}
      <div id="choices" class="choices" role="listbox" aria-label=${words.target}>
        ${shown.map((target, index) => this.#choice(target, index))}
      </div>
      ${
        found.length === 0
          ? html`<p class="nothing" role="status">${words.targetsNone(this.typed)}</p>`
          : html`<p class="count" role="status">${words.targetsFound(shown.length, found.length)}</p>`
      }
      ${this.#as(shown[this.at])}
      ${this.refused === null ? nothing : html`<p class="refused" role="alert">${this.refused}</p>`}
      ${moving ? this.#thesisButton() : nothing}
      <button slot="foot" class="primary" @click=${() => this.#choose(shown[this.at])}>
        ${moving ? words.moveHere : words.linkHere}
      </button>
    </modal-frame>`;
  }

  override updated(): void {
    this.renderRoot.querySelector(`#choice-${this.at}`)?.scrollIntoView({ block: "nearest" });
  }

  #field(shown: readonly ClaimTarget[]) {
    return html`<input
      class="search"
      autofocus
      role="combobox"
      aria-label=${words.target}
      aria-expanded="true"
      aria-controls="choices"
      aria-autocomplete="list"
      aria-activedescendant=${shown[this.at] === undefined ? nothing : `choice-${this.at}`}
      placeholder=${words.targetPlaceholder}
      spellcheck="false"
      autocomplete="off"
      .value=${this.typed}
      @input=${this.#wrote}
      @keydown=${(event: KeyboardEvent) => this.#pressed(event, shown)}
    />`;
  }

  #choice({ text, path, kind }: ClaimTarget, index: number) {
    return html`<div
      class="choice"
      id="choice-${index}"
      role="option"
      aria-selected=${index === this.at ? "true" : "false"}
      @click=${() => this.#pick(index)}
      lang=${this.session.map.value.about.language}
    >
      <span class="mark ${kind ?? "thesis"}" aria-hidden="true"></span>
      <span class="text"
        ><span class="claim" dir="auto">${inShort(text, 160)}</span
        ><span class="path" dir="auto">${path}</span></span
      >
    </div>`;
  }

  #as(target: ClaimTarget | undefined) {
    const step = this.onStep && (target?.step ?? null) !== null;
    return html`<fieldset>
        <legend>${words.as}</legend>
        ${this.#kind("supports", words.reason, step)} ${this.#kind("opposes", words.objection, step)}
        ${
          (target?.step ?? null) === null
            ? nothing
            : html`<label class="step"
                ><input
                  type="checkbox"
                  aria-describedby="step-hint"
                  .checked=${this.onStep}
                  @change=${(event: Event) => this.#turnStep((event.target as HTMLInputElement).checked)}
                />${words.onStep}</label
              >`
        }
      </fieldset>
      ${step ? html`<p class="hint" id="step-hint">${words.onStepHint}</p>` : nothing}`;
  }

  #kind(kind: RelationKind, name: string, onStep: boolean) {
    return html`<label class="kind ${kind}"
      ><input
        type="radio"
        name="kind"
        .checked=${this.#chosenKind(onStep) === kind}
        ?disabled=${onStep}
        @change=${() => (this.kind = kind)}
      />${name}</label
    >`;
  }

  #thesisButton() {
    return html`<button
      slot="foot"
      class="plain start"
      ?disabled=${this.session.forest.value.nodes.get(this.claim)?.relation === null}
      @click=${() => this.#do(null, "supports")}
    >
      ${words.makeThesis}
    </button>`;
  }

  /** A step is answered by an objection to it; otherwise a branch keeps its kind until another is chosen. */
  #chosenKind(onStep: boolean): RelationKind {
    if (onStep) return "opposes";
    const own = this.#targets.find(({ claim }) => claim === this.claim)?.kind;
    return this.kind ?? (this.purpose === "move" ? own : null) ?? "supports";
  }

  readonly #wrote = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.#pick(0);
  };

  #pick(index: number): void {
    this.at = index;
    this.onStep = false;
    this.refused = null;
  }

  #turnStep(on: boolean): void {
    this.onStep = on;
    this.refused = null;
  }

  #pressed(event: KeyboardEvent, shown: readonly ClaimTarget[]): void {
    if (event.isComposing) return;
    const next = moved(event.key, this.at, shown.length);
    if (next !== null) this.#pick(next);
    else if (event.key === "Enter") this.#choose(shown[this.at]);
    else return;
    event.preventDefault();
  }

  #choose(target: ClaimTarget | undefined): void {
    if (target === undefined) {
      this.refused = words.chooseFirst;
      return;
    }
    const onto = this.onStep && target.step !== null ? onRelation(target.step) : onClaim(target.claim);
    this.#do(onto, this.#chosenKind(this.onStep));
  }

  /** A refusal is said here, and the dialog stays. */
  #do(onto: Target | null, kind: RelationKind): void {
    const outcome = this.#run(onto, kind);
    if (isRefusal(outcome)) {
      this.refused = outcome.refused;
      return;
    }
    this.frame.dismiss();
    this.session.take(this.claim);
  }

  #run(onto: Target | null, kind: RelationKind): Change | Refusal {
    const { claim } = this;
    const relation = this.workspace.platform.mint() as RelationId;
    return this.purpose === "link" && onto !== null
      ? this.session.open.run(linkClaim, { claim, relation, kind, target: onto })
      : this.session.open.run(moveBranch, { claim, relation, kind, onto });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "choose-claim-dialog": ChooseClaimDialog;
  }
}
