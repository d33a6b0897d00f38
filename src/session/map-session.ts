import { batch, computed, signal } from "@preact/signals-core";
import { type Command, isRefusal, type Refusal } from "#commands/command.ts";
import { deleteBranch } from "#commands/delete-branch.ts";
import { editText } from "#commands/edit-text.ts";
import type { Picture, Size } from "#layout/picture.ts";
import type { Change } from "#model/change.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Neighbourhood } from "#model/neighbourhood.ts";
import { refuseMore } from "#model/limits.ts";
import type { Comparing } from "#session/comparing.ts";
import { type Draft, withDraft } from "#session/drafting.ts";
import { firstFolding, type Folding, shownClaims } from "#model/first-folding.ts";
import { nearestShown, revealed, toggled } from "#session/folding.ts";
import type { Editing, Refused } from "#session/editing.ts";
import type { Following } from "#session/following.ts";
import { Focusing } from "#session/focusing.ts";
import { countsOf, forestsOf } from "#session/forest-following.ts";
import { HeldText, type Keeping, type TextHolder } from "#session/held-text.ts";
import { keepInHand } from "#session/in-hand.ts";
import type { Looking } from "#session/looking.ts";
import { closest } from "#session/navigation.ts";
import type { CameraWish, Viewport } from "#session/viewport.ts";
import type { OpenMap } from "#store/open-map.ts";
import { sessionWords } from "#words/session.ts";

/** Of so many claims that differ the branches are unfolded at once; the others unfold when one comes to them. */
const mostUnfolded = 100;

/** One open map as one person sees it: what is in hand, folded, being written, and on screen. */
export class MapSession {
  readonly open: OpenMap;
  readonly draft = signal<Draft | null>(null);
  /** Two states of the map that are compared on screen; nothing is edited meanwhile. */
  readonly comparing = signal<Comparing | null>(null);
  /** The map with the draft in it, or what is compared: what the screens draw. */
  readonly map = computed(
    () => this.comparing.value?.map ?? withDraft(this.open.map.value, this.draft.value),
  );
  readonly forest = forestsOf(this.map);
  readonly counts = countsOf(this.forest);
  /** Which branch is shown alone, and the forest that is drawn then. */
  readonly focus = new Focusing(this.forest);
  readonly folding = signal<Folding>(new Set());
  /** Claims that folding leaves on screen, depth first. */
  readonly shown = computed(() => shownClaims(this.focus.forest.value, this.folding.value));
  /** The selected claim: the one that commands are about. */
  readonly inHand = signal<ClaimId | null>(null);
  /** The claim whose neighbourhood is looked at; set by the address. */
  readonly centre = signal<ClaimId | null>(null);
  /** What is shown around it; set by the neighbourhood's screen, `null` on others. */
  readonly near = signal<Neighbourhood | null>(null);
  /** Through what the map is looked at; `null` until that is first asked for. */
  readonly looking = signal<Looking | null>(null);
  /** Whose path through the map is followed beside it; `null` where nobody's is. */
  readonly following = signal<Following | null>(null);
  readonly editing = signal<Editing | null>(null);
  readonly refused = signal<Refused | null>(null);
  readonly detail = signal(false);
  readonly viewport = signal<Viewport>({ x: 0, y: 0, scale: 1 });
  /** The size of the map's screen in CSS pixels; set by the map screen. */
  readonly screen = signal<Size>({ width: 0, height: 0 });
  /** What is drawn now; set by the screen that draws the map or a neighbourhood, `null` in the outline. */
  readonly picture = signal<Picture | null>(null);
  readonly wish = signal<CameraWish | null>({ type: "open" });
  /** What stands in fields and has not gone to the store yet. */
  readonly held = new HeldText(() => void this.open.prepare());
  /** Whether what a person sees is on the disk: letters that a field still holds are not. */
  readonly saving = computed((): Keeping => {
    const saving = this.open.saving.value;
    return saving.state === "saved" ? (this.held.keeping.value ?? saving) : saving;
  });
  /** The sentence in the editor, while it has not gone to the store. */
  #pending: string | null = null;
  readonly #editor: TextHolder = { flush: () => this.write(this.#pending ?? "") };
  readonly #stop: () => void;
  #gestures = 0;
  /** How the map was folded before a comparison unfolded what differs. */
  #foldingBefore: Folding = new Set();

  constructor(open: OpenMap) {
    this.open = open;
    this.folding.value = firstFolding(this.forest.peek());
    this.inHand.value = this.forest.peek().roots[0] ?? null;
    this.#stop = keepInHand(this.forest, this.inHand);
  }

  /** The person leaves the map: what was being written is kept, and nothing here follows the map any more. */
  close(): void {
    this.finish();
    this.endComparing();
    this.#stop();
    this.focus.close();
    this.looking.peek()?.close();
    this.open.close();
  }

  /** Runs a command; a refusal is shown where it happened. */
  run<Input>(
    command: Command<Input>,
    input: Input,
    at: ClaimId | null = this.inHand.peek(),
  ): Change | Refusal {
    const outcome = this.open.run(command, input);
    this.refused.value = isRefusal(outcome) ? { claim: at, sentence: outcome.refused } : null;
    return outcome;
  }

  /** Runs a command with what was typed into a field so far; why it is not taken, or `null`. */
  type<Input>(command: Command<Input>, input: Input, gesture: string | null): string | null {
    const outcome = this.open.run(command, input, gesture === null ? {} : { gesture });
    return isRefusal(outcome) ? outcome.refused : null;
  }

  /** Takes a claim in hand, unfolds what hides it and brings it on screen. */
  take(claim: ClaimId, look: "reveal" | "centre" | "stay" = "reveal"): void {
    if (!this.map.peek().claims.has(claim)) return;
    batch(() => {
      this.focus.admit(claim);
      this.folding.value = revealed(this.folding.peek(), this.forest.peek(), [claim]);
      this.inHand.value = claim;
      this.refused.value = null;
      if (look !== "stay") this.wish.value = { type: look, claim };
    });
  }

  /** Shows how two states of the map differ, and takes in hand a claim that does. */
  compare(comparing: Comparing, claim: ClaimId | null = comparing.comparison.claims[0]?.claim ?? null): void {
    this.finish();
    batch(() => {
      this.focus.on(null);
      if (this.comparing.peek() === null) this.#foldingBefore = this.folding.peek();
      this.open.paused = sessionWords.paused;
      this.comparing.value = comparing;
      const unfolded = [...comparing.aspects.keys()].slice(0, mostUnfolded);
      this.refold(revealed(this.#foldingBefore, this.forest.peek(), unfolded));
      if (claim !== null) this.take(claim, "centre");
    });
  }

  /** Goes back to the map as it is, folded as it was before. */
  endComparing(): void {
    if (this.comparing.peek() === null) return;
    batch(() => {
      this.open.paused = null;
      this.comparing.value = null;
      this.refused.value = null;
      this.refold(this.#foldingBefore);
      const inHand = this.inHand.peek();
      if (inHand !== null) this.take(inHand);
    });
  }

  /** Folds or unfolds a branch, keeping in hand a claim that is on screen. */
  fold(claim: ClaimId): void {
    const node = this.forest.peek().nodes.get(claim);
    if (node === undefined || node.children.length === 0) return;
    this.refold(toggled(this.folding.peek(), claim));
  }

  /** Shows the branch below a claim alone, or the whole map again. */
  focusOn(head: ClaimId | null): void {
    this.finish();
    this.focus.on(head);
    const claim = head ?? this.inHand.peek();
    if (claim === null) return;
    if (claim === head && this.folding.peek().has(head)) this.fold(head);
    this.take(claim, "centre");
    if (claim === head) this.wish.value = { type: "open" };
  }

  refold(folding: Folding): void {
    batch(() => {
      this.folding.value = folding;
      const inHand = this.inHand.peek();
      if (inHand !== null) this.inHand.value = nearestShown(this.focus.forest.peek(), folding, inHand);
    });
  }

  /** Begins to write a claim's sentence. */
  edit(claim: ClaimId): void {
    if (this.#isPaused(claim)) return;
    this.finish();
    void this.open.prepare();
    this.take(claim);
    const before = this.map.peek().claims.get(claim)?.text ?? null;
    this.editing.value = { claim, before, gesture: `write-${++this.#gestures}` };
  }

  /** Shows a claim that has no word yet and begins to write it. */
  begin(draft: Draft): void {
    if (this.#isPaused(draft.from)) return;
    this.finish();
    const full = refuseMore(this.open.map.peek());
    if (full !== null) return void (this.refused.value = { claim: draft.from, sentence: full });
    void this.open.prepare();
    batch(() => {
      this.draft.value = draft;
      const at = draft.from;
      if (at !== null && this.folding.peek().has(at)) this.fold(at);
      this.take(draft.claim);
      this.editing.value = { claim: draft.claim, before: null, gesture: `write-${++this.#gestures}` };
    });
  }

  /** What stands in the editor after a key: `write` takes it to the store in a moment, and `finish` whenever it comes. */
  hold(text: string): void {
    if (this.editing.peek() === null) return;
    this.#pending = text;
    this.held.hold(this.#editor);
  }

  /** Says beside the claim that is written why something was not done. */
  refuse(sentence: string): void {
    this.refused.value = { claim: this.editing.peek()?.claim ?? null, sentence };
  }

  /** What has been typed so far, as it goes to the store: the whole sentence. Blank text waits for `finish`. */
  write(text: string): void {
    batch(() => {
      this.#pending = null;
      this.#hand(text);
      this.held.release(this.#editor);
    });
  }

  #hand(text: string): void {
    const editing = this.editing.peek();
    if (editing === null || text.trim() === "") return;
    const draft = this.draft.peek();
    const { claim, gesture } = editing;
    if (draft === null) {
      this.#report(claim, this.open.run(editText, { claim, text }, { gesture }));
      return;
    }
    batch(() => {
      const outcome = draft.add(text, (command, input) => this.open.run(command, input, { gesture }));
      if (this.#report(claim, outcome)) this.draft.value = null;
    });
  }

  /** Ends writing and keeps what was typed. A new claim left empty goes; an old one gets its sentence back. */
  finish(text: string | null = this.#pending): void {
    this.held.flush();
    const editing = this.editing.peek();
    if (editing === null) return;
    if (text !== null) this.write(text);
    batch(() => {
      const draft = this.draft.peek();
      this.editing.value = null;
      this.draft.value = null;
      if (draft !== null) this.inHand.value = draft.from ?? this.forest.peek().roots[0] ?? null;
      else if (text?.trim() === "") this.#leaveEmpty(editing);
    });
  }

  /** Removes a claim and all that is drawn below it, and takes in hand what stands nearest. */
  remove(claim: ClaimId): Change | Refusal {
    const next = closest(this.forest.peek(), claim);
    const outcome = this.run(deleteBranch, { claim }, claim);
    if (!isRefusal(outcome)) this.inHand.value = next;
    return outcome;
  }

  /** Whether nothing can be edited now; it is said where it was tried. */
  #isPaused(claim: ClaimId | null): boolean {
    const sentence = this.open.paused;
    if (sentence !== null) this.refused.value = { claim, sentence };
    return sentence !== null;
  }

  #leaveEmpty({ claim, gesture, before }: Editing): void {
    if (before === null) {
      const next = closest(this.forest.peek(), claim);
      this.open.run(deleteBranch, { claim }, { gesture });
      this.inHand.value = next;
      return;
    }
    this.open.run(editText, { claim, text: before }, { gesture });
    this.refused.value = { claim, sentence: sessionWords.emptyClaim };
  }

  #report(claim: ClaimId, outcome: Change | Refusal): boolean {
    const refused = isRefusal(outcome);
    this.refused.value = refused ? { claim, sentence: outcome.refused } : null;
    return !refused;
  }
}
