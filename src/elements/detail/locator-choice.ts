import { html } from "lit";
import type { LocatorLabel } from "#model/source.ts";
import { detailWords as words } from "#words/detail.ts";

const labels = Object.keys(words.labels) as readonly LocatorLabel[];

/** A named list of what a place in a source can be counted in. */
export function locatorChoice(chosen: LocatorLabel, choose: (label: LocatorLabel) => void) {
  return html`<label class="choice"
    ><span>${words.counts}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as LocatorLabel)}>
      ${labels.map(
        (label) => html`<option value=${label} .selected=${label === chosen}>${words.labels[label]}</option>`,
      )}
    </select></label
  >`;
}
