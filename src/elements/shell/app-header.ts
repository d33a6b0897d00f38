import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type Action, contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { shownKey } from "#actions/keys.ts";
import { editAbout, type EditAboutInput } from "#commands/edit-about.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon, type IconName } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import "#elements/shell/editable-line.ts";
import type { LineEdited } from "#elements/shell/editable-line.ts";
import "#elements/shell/more-menu.ts";
import "#elements/shell/save-status.ts";
import { headerStyles } from "#elements/shell/header-styles.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { shellWords as words } from "#words/shell.ts";

const tabs = ["map", "outline", "timeline"] as const;
type Tab = (typeof tabs)[number];

/** What stands above every screen of a map: its title and question, its views, undo and redo, Find, and the rest under More. */
@customElement("app-header")
export class AppHeader extends LitElement {
  static override styles = [controls, headerStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  readonly #watching = new Watching(this, () => [
    this.workspace?.address.value,
    this.session?.map.value,
    this.session?.open.history.value,
    this.session?.inHand.value,
  ]);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session") || changed.has("workspace")) this.#watching.renew();
  }

  override render() {
    return html`<header>
      <button class="maps" @click=${() => this.#do("go.maps")}>
        ${icon("maps")}<span class="word">${words.maps}</span>
      </button>
      ${this.#heading()}
      <save-status .session=${this.session}></save-status>
      ${this.#views()}
      <div class="tools">
        ${this.#tool("app.undo", words.undo, "undo")} ${this.#tool("app.redo", words.redo, "redo")}
        ${this.#tool("go.find", words.find, "find")}
        <more-menu .workspace=${this.workspace}></more-menu>
      </div>
    </header>`;
  }

  #heading() {
    const { title, question, language, leavesOut } = this.session.map.value.about;
    return html`<div class="heading" lang=${language}>
      <h1>
        <editable-line
          .text=${title}
          .label=${words.title}
          .placeholder=${words.noTitle}
          .invitation=${words.editTitle(title || words.noTitle)}
          .held=${this.session.held}
          @line-edited=${(event: LineEdited) => this.#type(event, { title: event.text })}
        ></editable-line>
      </h1>
      <editable-line
        class="question"
        .text=${question}
        .label=${words.question}
        .placeholder=${words.noQuestion}
        .invitation=${words.editQuestion(question || words.noQuestion)}
        .held=${this.session.held}
        @line-edited=${(event: LineEdited) => this.#type(event, { question: event.text })}
      ></editable-line>
      ${
        leavesOut === ""
          ? nothing
          : html`<button class="about" @click=${() => this.#do("map.about")}>${words.leavesOut}</button>`
      }
    </div>`;
  }

  #type(event: LineEdited, about: EditAboutInput): void {
    event.refused = this.session.type(editAbout, about, event.gesture);
  }

  #views() {
    return html`<div class="views" role="tablist" aria-label=${words.views} @keydown=${this.#turnTab}>
      ${tabs.map((screen) => this.#view(screen))}
    </div>`;
  }

  /** A neighbourhood is a part of the map that is drawn otherwise. */
  get #tab(): Tab {
    const { screen } = this.workspace.address.value;
    return screen === "outline" || screen === "timeline" ? screen : "map";
  }

  #view(screen: Tab) {
    const on = this.#tab === screen;
    return html`<button
      role="tab"
      id="view-${screen}"
      aria-selected=${on ? "true" : "false"}
      tabindex=${on ? 0 : -1}
      @click=${() => this.#do(`go.${screen}`)}
    >
      ${words[screen]}
    </button>`;
  }

  #turnTab(event: KeyboardEvent): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const step = event.key === "ArrowLeft" ? tabs.length - 1 : 1;
    const other = tabs[(tabs.indexOf(this.#tab) + step) % tabs.length]!;
    this.#do(`go.${other}`);
    this.renderRoot.querySelector<HTMLElement>(`#view-${other}`)?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  #tool(id: string, name: string, drawing: IconName) {
    const action = actionById(id);
    const context = contextOf(this.workspace);
    return html`<button
      aria-label=${name}
      title=${hint(action, action.name(context))}
      ?disabled=${!action.when(context)}
      @click=${() => this.#do(id)}
    >
      ${icon(drawing)}
    </button>`;
  }

  #do(id: string): void {
    const action = actionById(id);
    const context = contextOf(this.workspace);
    if (action.when(context)) void action.run(context);
  }
}

function hint(action: Action, name: string): string {
  const key = shownKey(action);
  return key === null ? name : `${name} (${key})`;
}

declare global {
  interface HTMLElementTagNameMap {
    "app-header": AppHeader;
  }
}
