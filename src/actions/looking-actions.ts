import type { Action, Context } from "#actions/action.ts";
import { lenses } from "#lenses/view.ts";
import type { Looking } from "#session/looking.ts";
import { actionWords as words } from "#words/actions.ts";

/** Where there are cards or rows to look at. */
const onClaims = ["home", "map", "outline", "neighbourhood"];
/** Where names are shown. */
const withNames = [...onClaims, "timeline"];

/** Ways to look at the map that is open; what they do is loaded when it is first done. */
export const lookingActions: readonly Action[] = [
  looking("look.lens", words.look, ["v"], (at) => at.asked.value++),
  ...lenses.map((lens) => looking(`look.${lens}`, words.lookBy[lens], [], (at) => at.through(lens))),
  looking("look.plain", words.lookPlain, [], (at) => at.through(null), {
    when: (at) => (at?.lens.value ?? null) !== null,
  }),
  looking("look.years", words.lookYears, ["y"], (at, { workspace }) => {
    const last = at.year.peek() === null ? at.end("last") : null;
    if (at.debate.peek().years.length === 0) workspace.notices.show(words.nothingDated);
    else at.showYear(last);
  }),
  looking("look.play", words.lookPlay, ["Shift+y"], (at) => (at.isPlaying.peek() ? at.pause() : at.play())),
  looking("look.blind", words.lookBlind, ["Shift+b"], (at) => at.hideNames(!at.isBlind.peek()), {
    screens: withNames,
  }),
  looking(
    "look.reveal",
    words.lookReveal,
    ["w"],
    (at, { claim }) => {
      const hidden = claim && at.masks.peek()?.hiddenOn(claim);
      if (hidden) at.reveal(...hidden);
    },
    { when: (at) => at?.isBlind.value === true, screens: withNames },
  ),
];

interface Where {
  readonly when?: (looking: Looking | null) => boolean;
  readonly screens?: readonly string[];
}

function looking(
  id: string,
  name: string,
  keys: readonly string[],
  step: (looking: Looking, context: Context) => void,
  { when = () => true, screens = onClaims }: Where = {},
): Action {
  return {
    id,
    group: "view",
    name: () => name,
    keys,
    scope: "claims",
    when: ({ workspace, session }) =>
      session !== null &&
      session.comparing.value === null &&
      screens.includes(workspace.address.value.screen) &&
      when(session.looking.value),
    run: async (context) => step((await import("#session/looking.ts")).lookingAt(context.session!), context),
  };
}
