import { atOnce, type Steps } from "#model/steps.ts";

/** Work in steps that more than one may be waiting for: whoever cannot wait does at once what is left of it. */
export class SharedWork<Result> {
  readonly #steps: Steps<Result>;
  #done: { readonly result: Result } | null = null;

  constructor(steps: Steps<Result>) {
    this.#steps = steps;
  }

  *steps(): Steps<Result> {
    while (this.#done === null) {
      const step = this.#steps.next();
      if (step.done) this.#done = { result: step.value };
      else yield step.value;
    }
    return this.#done.result;
  }

  get result(): Result {
    return atOnce(this.steps());
  }
}
