import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { shareRoom } from "#elements/shared/side-panel.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";

const loaders = {
  missing: () => import("#elements/missing/missing-panel.ts"),
  review: () => import("#elements/merging/review-panel.ts"),
  newer: () => import("#elements/merging/release-line.ts"),
};

/**
 * What stands beside a map now and then: what is missing in it, what a merge brought, a newer version. It has no box of
 * its own, so that the panels are in the shell's grid.
 */
@customElement("beside-panels")
export class BesidePanels extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  readonly #watching = new Watching(this, () => [
    this.workspace?.missing.value,
    this.workspace?.reviewing.value,
    this.workspace?.newer.value,
    this.session?.looking.value?.masks.value,
  ]);

  override connectedCallback(): void {
    super.connectedCallback();
    shareRoom(this);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("workspace") || changed.has("session")) this.#watching.renew();
  }

  override createRenderRoot(): this {
    this.style.display = "contents";
    return this;
  }

  override render() {
    const { missing, reviewing, newer } = this.workspace;
    const isOfMap = (each: { readonly map: string } | null) => each?.map === this.session.open.id;
    return html`${missing.value ? this.#missing() : nothing}
    ${isOfMap(reviewing.value) ? this.#review() : nothing} ${isOfMap(newer.value) ? this.#newer() : nothing}`;
  }

  #missing() {
    void loaders.missing();
    return html`<missing-panel
      .workspace=${this.workspace}
      .session=${this.session}
      .masks=${this.session.looking.value?.masks.value ?? null}
    ></missing-panel>`;
  }

  #review() {
    void loaders.review();
    return html`<review-panel
      .workspace=${this.workspace}
      .session=${this.session}
      .reviewing=${this.workspace.reviewing.value}
    ></review-panel>`;
  }

  #newer() {
    void loaders.newer();
    return html`<release-line
      .workspace=${this.workspace}
      .newer=${this.workspace.newer.value}
    ></release-line>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "beside-panels": BesidePanels;
  }
}
