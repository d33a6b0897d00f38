import { html } from "lit";
import { signOf } from "#elements/looking/signs.ts";
import "#elements/shared/school-swatch.ts";
import { type Group, noGroup } from "#lenses/view.ts";

/** How a group is told from the others: by colour and pattern, or by a sign. */
export function lookOf({ key, look }: Group) {
  if (key === noGroup) return html`<span class="look none"></span>`;
  const sign = signOf(key, 16);
  const { colour, pattern } = look;
  if (colour === "support" || colour === "oppose" || colour === "ink" || colour === "line")
    return html`<span class="look" .style=${`color: var(--${colour})`}>${sign}</span>`;
  return html`<school-swatch .colour=${colour} .pattern=${pattern}></school-swatch>${sign}`;
}
