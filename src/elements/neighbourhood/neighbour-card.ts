import { customElement, property } from "lit/decorators.js";
import { ClaimCard } from "#elements/map/claim-card.ts";

/** A claim among its neighbours, as an `option`: the card of the map, which is in no tree here. */
@customElement("neighbour-card")
export class NeighbourCard extends ClaimCard {
  /** How it bears on the others here. */
  @property({ attribute: false }) relations = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("role", "option");
  }

  override willUpdate(): void {
    super.willUpdate();
    this.ariaDescription = [this.relations, this.ariaDescription].filter(Boolean).join(". ") || null;
    this.ariaLevel = null;
    this.ariaPosInSet = null;
    this.ariaSetSize = null;
    this.ariaExpanded = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "neighbour-card": NeighbourCard;
  }
}
