import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { shownKey } from "#actions/keys.ts";
import "#elements/dialogs/app-menu.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { ItemChosen, MenuItem } from "#elements/dialogs/app-menu.ts";
import type { Workspace } from "#session/workspace.ts";
import { shellWords } from "#words/shell.ts";

const listed = [
  "app.palette",
  "go.replace",
  "map.add-thesis",
  "branch.unfold-all",
  "branch.fold-all",
  "map.about",
  "map.people",
  "map.sources",
  "look.lens",
  "look.years",
  "look.blind",
  "map.duplicate",
  "map.reset",
  "map.import",
  "map.export",
  "map.keep-file",
  "map.print",
  "map.history",
  "map.review-merge",
  "app.settings",
  "app.storage",
  "app.keys",
];

/** The header's More: what is done to the map as a whole. */
@customElement("more-menu")
export class MoreMenu extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  readonly #watching = new Watching(this, () => this.workspace && this.#items());

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("workspace")) this.#watching.renew();
  }

  override render() {
    return html`<app-menu
      .label=${shellWords.more}
      .items=${this.#items()}
      @item-chosen=${(event: ItemChosen) => void actionById(event.item).run(contextOf(this.workspace))}
    ></app-menu>`;
  }

  #items(): readonly MenuItem[] {
    const context = contextOf(this.workspace);
    return listed
      .map((id) => actionById(id))
      .filter((action) => action.when(context))
      .map((action) => ({
        id: action.id,
        name: action.name(context),
        keys: shownKey(action),
        enabled: true,
      }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "more-menu": MoreMenu;
  }
}
