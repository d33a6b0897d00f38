import type { Change } from "#model/change.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Moment } from "#store/ports.ts";
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

/** When it was, by whom, and what changed, as far as the title does not say it. */
export function factsOf(moment: Moment, now: number): string {
  const isDated = moment.id === null || moment.name !== "";
  return [
    ...(isDated && !moment.isFirst ? [whenOf(moment.time, now)] : []),
    ...(moment.isFirst ? [] : [byWhom(moment.people)]),
    moment.isFirst ? words.nothingBefore : changeInWords(moment.change),
  ]
    .filter((fact) => fact !== "")
    .join(" · ");
}

/** "4 claims added, 2 changed": claims whose steps changed count as changed. */
function changeInWords(change: Change): string {
  const { added, removed, changed } = countsOf(change);
  if (added + removed + changed > 0) return words.claims(added, changed, removed);
  const isOther = change.about !== null || change.sources.length > 0 || change.relations.length > 0;
  return isOther ? words.otherChanges : words.nothingChanged;
}

function countsOf({ claims, relations }: Change): { added: number; removed: number; changed: number } {
  const changed = new Set<ClaimId>();
  const [added, removed] = [new Set<ClaimId>(), new Set<ClaimId>()];
  for (const { before, after } of claims) {
    const into = before === null ? added : after === null ? removed : changed;
    into.add((after ?? before)!.id);
  }
  for (const { before, after } of relations) {
    if (before === null || after === null) continue;
    for (const premise of after.premises)
      if (!added.has(premise) && !removed.has(premise)) changed.add(premise);
  }
  return { added: added.size, removed: removed.size, changed: changed.size };
}

function byWhom(people: readonly string[]): string {
  const named = people.filter((person) => person !== "");
  if (named.length === 0) return "";
  return words.by(named.length < people.length ? [...named, words.noName] : named);
}

/** "Friday 27 November at 14:10"; the year where it is another. */
function whenOf(time: number, now: number): string {
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(words.locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(!isThisYear && { year: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
  }).format(time);
}
