import { html } from "lit";
import { forwardCurves } from "#elements/map/forward.ts";
import "#elements/map/map-badges.ts";
import "#elements/map/map-lines.ts";
import { seeChip } from "#elements/map/overlays.ts";
import type { Sights } from "#elements/map/sights.ts";
import type { Picture } from "#layout/picture.ts";
import type { MapSession } from "#session/map-session.ts";

/** The lines beneath the cards of a part of the picture. */
export function linesUnder(near: Picture, { map, inHand }: MapSession, sights: Sights | null) {
  const { shown, faded } = partsOf(near, sights);
  const forward = forwardCurves(near, map.value, inHand.value);
  return html`${faded && html`<map-lines class="faded" .picture=${faded} .forward=${forward}></map-lines>`}<map-lines
      .picture=${shown}
      .forward=${forward}
    ></map-lines>`;
}

/** What stands over the cards: chips for premises that are drawn elsewhere, and badges. */
export function marksOver(near: Picture, session: MapSession, sights: Sights | null) {
  const { shown, faded } = partsOf(near, sights);
  const { claims } = session.map.value;
  return html`${near.brackets.flatMap(({ elsewhere }) =>
      elsewhere.map(({ claim, rect }) =>
        seeChip(claims.get(claim)?.text ?? "", rect, () => session.take(claim, "centre")),
      ),
    )}${faded && html`<map-badges class="faded" .picture=${faded}></map-badges>`}<map-badges
      .picture=${shown}
    ></map-badges>`;
}

function partsOf(near: Picture, sights: Sights | null): ReturnType<Sights["parted"]> {
  return sights?.parted(near) ?? { shown: near, faded: null };
}
