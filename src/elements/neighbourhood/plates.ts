import { html, nothing } from "lit";
import { quoted } from "#elements/neighbourhood/neighbour-faces.ts";
import type { PlacedNote } from "#layout/neighbourhood-graph.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { mostBeside, type Neighbourhood, type Passed, type Side } from "#model/neighbourhood.ts";
import { surroundingsIn } from "#model/surroundings.ts";
import { neighbourhoodWords as words } from "#words/neighbourhood.ts";

/** What plates are drawn from, and where they lead. */
export interface PlateParts {
  readonly map: ArgumentMap;
  readonly found: Neighbourhood;
  readonly passed: Passed;
  /** Makes a claim the centre. */
  lead(to: ClaimId): void;
  /** Shows others of the claims beside the centre. */
  pass(passed: Passed): void;
}

/** How much more there is beside a claim, as a button that leads to that claim. */
export function plate({ rest: { claim, side, count }, rect }: PlacedNote, { map, lead }: PlateParts) {
  const { x, y, width, height } = rect;
  const word = side === "answers" ? words.moreAnswers(count) : words.moreAnswered(count);
  return html`<button
    class="note"
    .style=${`transform: translate(${x}px, ${y}px); width: ${width}px; height: ${height}px`}
    aria-label="${word} ${words.around(quoted(map, claim))}"
    @click=${() => lead(claim)}
  >
    ${word}
  </button>`;
}

/** Which of the claims beside the centre are shown, where not all are, and the ways to the others. */
export function windows(parts: PlateParts) {
  const { answersTo, answeredBy } = surroundingsIn(parts.map);
  const { centre } = parts.found;
  return [
    windowOf(parts, "answered", answeredBy(centre).length),
    windowOf(parts, "answers", answersTo(centre).length),
  ];
}

function windowOf({ passed, pass }: PlateParts, side: Side, all: number) {
  const most = mostBeside[side];
  if (all <= most) return nothing;
  const last = Math.min(all, passed[side] + most);
  const turn = (to: number) => () => pass({ ...passed, [side]: Math.max(0, to) });
  return html`<div class="window">
    <p>${words.window[side](passed[side] + 1, last, all)}</p>
    <button class="plain" ?disabled=${passed[side] === 0} @click=${turn(passed[side] - most)}>
      ${words.before(Math.min(most, passed[side] || most))}
    </button>
    <button class="plain" ?disabled=${last === all} @click=${turn(last)}>
      ${words.next(Math.min(most, all - last || most))}
    </button>
  </div>`;
}
