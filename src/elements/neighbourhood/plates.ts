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

/** How much more there is beside a claim, as buttons: they lead to that claim, or through those beside the centre. */
export function plate({ rest, rect }: PlacedNote, parts: PlateParts) {
  const { claim, side, count, before } = rest;
  const { x, y, width, height } = rect;
  const place = `transform: translate(${x}px, ${y}px); width: ${width}px; height: ${height}px`;
  const text = quoted(parts.map, claim);
  if (claim === parts.found.centre)
    return html`<div class="note" .style=${place}>
      ${before > 0 ? turn(parts, side, -1, words.before(Math.min(mostBeside[side], parts.passed[side]))) : nothing}
      ${
        count > before
          ? turn(parts, side, 1, words.nextOf(Math.min(mostBeside[side], count - before), count - before))
          : nothing
      }
    </div>`;
  const word = side === "answers" ? words.moreAnswers(count) : words.moreAnswered(count);
  return html`<div class="note" .style=${place}>
    <button aria-label="${word} ${words.around(text)}" @click=${() => parts.lead(claim)}>${word}</button>
  </div>`;
}

/** Which of the claims beside the centre are shown, where not all are. */
export function windowsTold({ map, found, passed }: PlateParts): readonly string[] {
  const { answersTo, answeredBy } = surroundingsIn(map);
  const beside = { answered: answeredBy(found.centre), answers: answersTo(found.centre) };
  return (["answered", "answers"] as const).flatMap((side) => {
    const all = beside[side].length;
    const last = Math.min(all, passed[side] + mostBeside[side]);
    return all <= mostBeside[side] ? [] : [words.window[side](passed[side] + 1, last, all)];
  });
}

function turn({ passed, pass }: PlateParts, side: Side, way: -1 | 1, word: string) {
  const next = Math.max(0, passed[side] + way * mostBeside[side]);
  return html`<button @click=${() => pass({ ...passed, [side]: next })}>${word}</button>`;
}
