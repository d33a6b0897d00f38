import { effect } from "@preact/signals-core";
import { type CardRole, roleOf } from "#elements/map/face.ts";
import type { OutlineRowElement } from "#elements/outline/outline-row.ts";
import type { RowTools } from "#elements/outline/row-tools.ts";
import type { RowEditor } from "#elements/outline/row-editor.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Editing } from "#session/editing.ts";
import type { MapSession } from "#session/map-session.ts";

/** What the claim that is being written is where it stands. */
export function roleWritten({ editing, forest, map }: MapSession): CardRole {
  const claim = editing.value?.claim;
  const step = claim === undefined ? null : (forest.value.nodes.get(claim)?.relation ?? null);
  return roleOf(step === null ? undefined : map.value.relations.get(step));
}

/** The parts of the outline in which a sentence is written. */
export interface WritingPlace {
  readonly session: MapSession;
  readonly editor: RowEditor;
  /** The box in which editor, tools and rows stand. */
  readonly page: HTMLElement;
  toolsNow(): RowTools | null;
  rowOf(claim: ClaimId): OutlineRowElement | null;
}

/** Opens the editor over the row of the claim that is being written, and keeps it and the tools of the row in hand in their places. */
export class Writing {
  readonly #place: WritingPlace;
  readonly #resized = new ResizeObserver(() => requestAnimationFrame(this.lay));
  #stop: (() => void) | null = null;
  #last: Editing | null = null;
  #roomy: OutlineRowElement | null = null;

  constructor(place: WritingPlace) {
    this.#place = place;
  }

  /**
   * Follows the session until `stop`. The field opens in the same moment in which writing begins, so that the
   * next key lands in it; `begun` is called then.
   */
  follow(begun: () => void): void {
    this.stop();
    this.#stop = effect(() => {
      const editing = this.#place.session.editing.value;
      if (editing?.gesture === this.#last?.gesture) return;
      this.#leave();
      this.#last = editing;
      if (editing === null) return;
      this.lay();
      this.#place.editor.begin(editing.before ?? "");
      begun();
    });
    this.#resized.observe(this.#place.page);
  }

  stop(): void {
    this.#stop?.();
    this.#leave();
    this.#resized.disconnect();
  }

  /** Lays the tools into the row in hand and the editor over its sentence, and gives both the room that they need. */
  readonly lay = (): void => {
    this.#layTools();
    this.#layEditor();
    this.#layTools();
  };

  #layTools(): void {
    const { session, page, rowOf } = this.#place;
    const tools = this.#place.toolsNow();
    const claim = session.inHand.peek();
    const row = claim === null ? null : rowOf(claim);
    if (row !== this.#roomy) this.#roomy?.makeToolRoom(null);
    this.#roomy = row;
    if (!row?.hasUpdated || !tools?.hasUpdated) return;
    const { left, top } = page.getBoundingClientRect();
    const room = row.toolRect();
    row.makeToolRoom(tools.cover(room.left - left, room.top - top, room.width));
  }

  #layEditor(): void {
    const { session, editor, page, rowOf } = this.#place;
    const claim = session.editing.peek()?.claim;
    const row = claim === undefined ? null : rowOf(claim);
    const sentence = row?.textRect();
    if (!row || !sentence) return;
    const { left, top } = page.getBoundingClientRect();
    editor.cover(sentence.left - left, sentence.top - top, sentence.width);
    row.makeRoom(editor.sentenceHeight);
  }

  #leave(): void {
    if (this.#last === null) return;
    this.#place.rowOf(this.#last.claim)?.makeRoom(null);
    this.#last = null;
    this.#place.editor.end();
  }
}
