import { computed, effect, type ReadonlySignal, signal } from "@preact/signals-core";
import { branchForest } from "#model/branch-forest.ts";
import { ancestors } from "#model/counts.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

/** One branch of a map shown alone. */
export class Focusing {
  /** The head of the branch; `null` where the whole map is shown. */
  readonly head: ReadonlySignal<ClaimId | null>;
  /** What is drawn: the branch, or all of the map. */
  readonly forest: ReadonlySignal<Forest>;
  /** From the thesis down to what the head answers; empty without a focus. */
  readonly path: ReadonlySignal<readonly ClaimId[]>;
  /** How often the focus was left because a claim outside of it was asked for: that is to be said. */
  readonly left = signal(0);
  readonly #head = signal<ClaimId | null>(null);
  readonly #stop: () => void;

  constructor(whole: ReadonlySignal<Forest>) {
    this.head = computed(() => {
      const head = this.#head.value;
      return head !== null && whole.value.nodes.has(head) ? head : null;
    });
    this.forest = computed(() => {
      const head = this.head.value;
      return head === null ? whole.value : branchForest(whole.value, head);
    });
    this.path = computed(() => {
      const head = this.head.value;
      return head === null ? [] : ancestors(whole.value, head).toReversed();
    });
    // A head that has gone does not come back as one by undo.
    this.#stop = effect(() => {
      if (this.head.value === null) this.#head.value = null;
    });
  }

  close(): void {
    this.#stop();
  }

  /** Shows the branch below a claim, or all of the map. */
  on(head: ClaimId | null): void {
    this.#head.value = head;
  }

  /** Leaves the focus where it does not show a claim. */
  admit(claim: ClaimId): void {
    if (this.head.peek() === null || this.forest.peek().nodes.has(claim)) return;
    this.#head.value = null;
    this.left.value++;
  }
}
