import { whenOf } from "#elements/shared/when.ts";
import type { Tally } from "#model/tally.ts";
import type { Moment } from "#store/states.ts";
import { historyWords as words } from "#words/history.ts";

/** What a line of the history is called: its name or, without one, when its edits began. */
export function titleOf(moment: Moment, now: number): string {
  if (moment.id === null) return words.now;
  if (moment.name !== "") return moment.name;
  return moment.isFirst ? words.beginning : whenOf(moment.time, now);
}

/** The same within a sentence: the name stands in quotation marks. */
export function nameOf(moment: Moment, now: number): string {
  if (moment.id === null) return words.nowInSentence;
  if (moment.name !== "") return words.quoted(moment.name);
  return moment.isFirst ? words.beginningInSentence : whenOf(moment.time, now);
}

/** When it was, and by whom, as far as the title does not say it. */
export function factsOf(moment: Moment, now: number): string {
  if (moment.isFirst) return words.nothingBefore;
  const isDated = moment.id === null || moment.name !== "";
  return [isDated ? whenOf(moment.time, now) : "", byWhom(moment.people)]
    .filter((fact) => fact !== "")
    .join(" · ");
}

/** "3 claims added, 1 moved, 2 reworded, 1 deleted". */
export function tallyInWords(tally: Tally): string {
  return words.tally(tally) || (tally.hasOther ? words.otherChanges : words.nothingChanged);
}

function byWhom(people: readonly string[]): string {
  const named = people.filter((person) => person !== "");
  if (named.length === 0) return "";
  return words.by(named.length < people.length ? [...named, words.noName] : named);
}
