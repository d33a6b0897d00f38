import { html } from "lit";
import { forwardCurves } from "#elements/map/forward.ts";
import "#elements/map/map-badges.ts";
import "#elements/map/map-lines.ts";
import { seeChip } from "#elements/map/overlays.ts";
import type { Sights } from "#elements/map/sights.ts";
import type { Picture } from "#layout/picture.ts";
import type { MapSession } from "#session/map-session.ts";

const noCurves: ReadonlySet<string> = new Set();

/** The lines beneath the cards of a part of the picture. */
export function linesUnder(near: Picture, { map, inHand }: MapSession, sights: Sights | null) {
  return linesOf(near, sights, forwardCurves(near, map.value, inHand.value));
}

/** What stands over the cards: chips for premises that are drawn elsewhere, and badges. */
export function marksOver(near: Picture, session: MapSession, sights: Sights | null) {
  const { claims } = session.map.value;
  return html`${near.brackets.flatMap(({ elsewhere }) =>
    elsewhere.map(({ claim, rect }) =>
      seeChip(claims.get(claim)?.text ?? "", rect, () => session.take(claim, "centre")),
    ),
  )}${badgesOf(near, sights)}`;
}

/** The lines of a picture, as they are looked at; `forward` come before the others. */
export function linesOf(picture: Picture | null, sights: Sights | null, forward = noCurves) {
  const { shown, faded } = partsOf(picture, sights);
  return html`${faded && html`<map-lines class="faded" .picture=${faded} .forward=${forward}></map-lines>`}<map-lines
      .picture=${shown}
      .forward=${forward}
    ></map-lines>`;
}

/** The badges of a picture, as they are looked at. */
export function badgesOf(picture: Picture | null, sights: Sights | null) {
  const { shown, faded } = partsOf(picture, sights);
  return html`${faded && html`<map-badges class="faded" .picture=${faded}></map-badges>`}<map-badges
      .picture=${shown}
    ></map-badges>`;
}

function partsOf(picture: Picture | null, sights: Sights | null) {
  return (picture && sights?.parted(picture)) ?? { shown: picture, faded: null };
}
