import { html, nothing } from "lit";
import type { BeforeAfter } from "#elements/merging/review-words.ts";
import { mergingWords as words } from "#words/merging.ts";

/** What is done to a field. */
export const deedOn = {
  text: "reworded",
  label: "named",
  note: "noted",
  title: "title",
  question: "question",
  leavesOut: "leavesOut",
  period: "dated",
  place: "moved",
} as const;

/** What is said of a line that does not stand any more. */
export const became = { "taken back": words.takenBack, "changed since": words.changedSince } as const;

/** What something was, and what it is. */
export function beforeAfter({ before, after }: BeforeAfter) {
  if (before === null && after === null) return nothing;
  return html`<dl dir="auto">
    ${
      before === null
        ? nothing
        : html`<dt>${words.before}</dt>
            <dd>${before}</dd>`
    }
    ${
      after === null
        ? nothing
        : html`<dt>${before === null ? words.now : words.after}</dt>
            <dd>${after}</dd>`
    }
  </dl>`;
}
