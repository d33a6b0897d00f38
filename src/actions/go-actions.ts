import { type Action, type Context, isOffTree } from "#actions/action.ts";
import { type Direction, neighbour } from "#session/navigation.ts";
import { writeAddress } from "#session/address.ts";
import type { ClaimId } from "#model/ids.ts";
import { actionWords as words } from "#words/actions.ts";

/** Steps from claim to claim, from screen to screen, and the ways to look for things. */
export const goActions: readonly Action[] = [
  step("go.into", words.into, "ArrowDown", "into"),
  step("go.out", words.out, "ArrowUp", "out"),
  step("go.before", words.before, "ArrowLeft", "before"),
  step("go.after", words.after, "ArrowRight", "after"),
  end("go.first", words.first, "Home", (shown) => shown[0]),
  end("go.last", words.last, "End", (shown) => shown.at(-1)),
  dialog("go.find", words.find, ["/"], "find"),
  dialog("go.replace", words.replace, [], "replace"),
  screen("go.map", words.showMap, "map"),
  screen("go.outline", words.showOutline, "outline"),
  screen("go.timeline", words.showTimeline, "timeline", ["Shift+t"]),
  {
    id: "go.minds",
    group: "go",
    name: () => words.showMinds,
    keys: [],
    scope: "anywhere",
    when: ({ session }) => session !== null && session.map.value.holders.size > 0,
    run: ({ session }) => {
      session!.finish();
      session!.following.value = { holder: null, attribution: null };
    },
  },
  {
    id: "go.neighbourhood",
    group: "go",
    name: () => words.showNeighbourhood,
    keys: ["n"],
    scope: "claims",
    when: ({ workspace, session, claim }) =>
      session !== null &&
      claim !== null &&
      session.comparing.value === null &&
      !(workspace.address.value.screen === "neighbourhood" && session.centre.value === claim),
    run: ({ session, claim }) => {
      session!.finish();
      location.hash = writeAddress({ screen: "neighbourhood", map: session!.open.id, claim });
    },
  },
  {
    id: "go.maps",
    group: "go",
    name: () => words.maps,
    keys: [],
    scope: "anywhere",
    when: ({ workspace }) => workspace.address.value.screen !== "maps",
    run: () => {
      location.hash = writeAddress({ screen: "maps" });
    },
  },
];

function step(id: string, name: string, key: string, direction: Direction): Action {
  return {
    id,
    group: "go",
    name: () => name,
    keys: [key],
    scope: "claims",
    when: ({ workspace, session }) => session !== null && workspace.address.value.screen === "map",
    run: ({ session, claim }) => {
      const forest = session!.focus.forest.peek();
      const next = claim === null ? forest.roots[0] : neighbour(forest, claim, direction);
      if (next) session!.take(next);
    },
  };
}

function end(
  id: string,
  name: string,
  key: string,
  pick: (shown: readonly ClaimId[]) => ClaimId | undefined,
): Action {
  return {
    id,
    group: "go",
    name: () => name,
    keys: [key],
    scope: "claims",
    when: ({ workspace, session }) =>
      session !== null && !isOffTree(workspace) && session.shown.value.length > 0,
    run: ({ session }) => {
      const claim = pick(session!.shown.peek());
      if (claim !== undefined) session!.take(claim);
    },
  };
}

function dialog(id: string, name: string, keys: readonly string[], type: "find" | "replace"): Action {
  return {
    id,
    group: "go",
    name: () => name,
    keys,
    scope: "anywhere",
    when: ({ session }) => session !== null,
    run: ({ workspace, session }: Context) => {
      session!.finish();
      workspace.dialog.value = { type };
    },
  };
}

function screen(
  id: string,
  name: string,
  type: "map" | "outline" | "timeline",
  keys: readonly string[] = [],
): Action {
  return {
    id,
    group: "go",
    name: () => name,
    keys,
    scope: type === "timeline" ? "claims" : "anywhere",
    when: ({ workspace, session }) => session !== null && workspace.address.value.screen !== type,
    run: ({ session, claim }) => {
      location.hash = writeAddress({ screen: type, map: session!.open.id, claim });
    },
  };
}
