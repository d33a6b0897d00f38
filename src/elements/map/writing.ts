import { untracked } from "@preact/signals-core";
import type { ClaimEditor } from "#elements/map/claim-editor.ts";
import type { SentenceEnded, SentencePaused, SentenceTyped } from "#elements/shared/sentence-field.ts";
import type { Drawing } from "#elements/map/drawing.ts";
import { blankFace, type CardFace } from "#elements/map/face.ts";
import type { Picture, Point } from "#layout/picture.ts";
import type { MapSession } from "#session/map-session.ts";

/** What writing on the map needs from its screen. */
interface WritingParts {
  readonly session: MapSession;
  readonly drawing: Drawing;
  readonly editor: ClaimEditor;
  /** Gives the focus back to the claim in hand. */
  focusCard(): void;
}

/** Between the session's writing and the editor over the card. */
export class Writing {
  readonly #parts: WritingParts;
  #face: CardFace = blankFace;

  constructor(parts: WritingParts) {
    this.#parts = parts;
  }

  /** Follows the session: the editor has the focus in the same turn in which writing begins. */
  follow(): void {
    const { session, drawing, editor, focusCard } = this.#parts;
    const editing = session.editing.value;
    untracked(() => {
      if (editing !== null) return editor.begin(session.map.peek().claims.get(editing.claim)?.text ?? "");
      const back = editor.hasFocus;
      editor.end();
      drawing.typed.value = null;
      if (back) focusCard();
    });
  }

  /** The face of the claim that is written, or of the last one that was. */
  get face(): CardFace {
    const { session, drawing } = this.#parts;
    const claim = session.editing.value?.claim;
    if (claim !== undefined) this.#face = drawing.faces.value.get(claim) ?? this.#face;
    return this.#face;
  }

  /** The badge on the edge of the card that is written, from the card's corner; `null` where there is none in this part of the picture. */
  badge({ cards, drops }: Picture): Point | null {
    const { claim } = this.#face;
    const card = cards.get(claim);
    if (card === undefined) return null;
    const relation = this.#parts.session.forest.value.nodes.get(claim)?.relation;
    const badge = drops.find((drop) => drop.relation === relation)?.badge;
    if (badge === undefined) return null;
    const place = { x: badge.x - card.x, y: badge.y - card.y };
    return place.y === 0 || place.x === 0 ? place : null;
  }

  readonly typed = ({ text }: SentenceTyped): void => {
    const { session, drawing } = this.#parts;
    const claim = session.editing.peek()?.claim;
    if (claim === undefined) return;
    session.hold(text);
    drawing.typed.value = { claim, text };
    session.wish.value = { type: "reveal", claim };
  };

  readonly paused = ({ text }: SentencePaused): void => this.#parts.session.write(text);

  readonly ended = ({ text, byKey }: SentenceEnded): void => {
    this.#parts.session.finish(text);
    if (byKey) this.#parts.focusCard();
  };
}
