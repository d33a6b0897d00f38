import { dateSaid } from "#elements/shared/attribution-words.ts";
import type { Teller } from "#elements/timeline/teller.ts";
import type { Departure, PathStep } from "#lenses/changed-mind.ts";
import type { Attribution } from "#model/people.ts";
import { lensWords, missingWords } from "#words/lenses.ts";
import { timelineWords as words } from "#words/timeline.ts";

/** What a step departs from, in words. */
export interface DepartureSaid {
  /** Whether it is a change of mind; both sides may have been argued at once. */
  readonly isChange: boolean;
  readonly sentence: string;
}

/** "Asserted in 2000, abandoned in 2011", or to whose other side the step goes. */
export function departuresSaid(
  teller: Teller,
  { attribution, departures }: PathStep,
): readonly DepartureSaid[] {
  return departures.map((departure) => ({
    isChange: departure.type !== "bothSides",
    sentence: sentenceOf(teller, attribution, departure),
  }));
}

function sentenceOf(teller: Teller, now: Attribution, departure: Departure): string {
  if ("target" in departure) {
    const [target, from] = [departure.target, departure.from].map((claim) =>
      missingWords.quoted(teller.brief(claim)),
    );
    return lensWords.departures[departure.type](target!, from!);
  }
  return words.turned(stanceThen(departure.from), stanceThen(now));
}

function stanceThen({ stance, when }: Attribution): string {
  return words.at(words.past[stance], dateSaid(when));
}
