import type { Action, Context } from "#actions/action.ts";
import { writeAddress } from "#session/address.ts";
import type { MapSession } from "#session/map-session.ts";
import { lastMerge } from "#session/merging.ts";
import type { Dialog, MapPart } from "#session/workspace.ts";
import { actionWords as words } from "#words/actions.ts";

/** The map as a whole, and the app around it. */
export const appActions: readonly Action[] = [
  {
    id: "app.undo",
    group: "map",
    name: ({ session }) => words.undo(session?.open.history.value.undo ?? null),
    keys: ["$mod+z"],
    scope: "anywhere",
    when: ({ session }) => isEditable(session) && session.open.history.value.undo !== null,
    run: (context) => back(context, "undo"),
  },
  {
    id: "app.redo",
    group: "map",
    name: ({ session }) => words.redo(session?.open.history.value.redo ?? null),
    keys: ["Shift+$mod+z", "$mod+y"],
    scope: "anywhere",
    when: ({ session }) => isEditable(session) && session.open.history.value.redo !== null,
    run: (context) => back(context, "redo"),
  },
  {
    id: "map.new",
    group: "map",
    name: () => words.newMap,
    keys: [],
    scope: "anywhere",
    when: () => true,
    run: async ({ workspace }) => {
      const id = await workspace.maps.create({ title: words.untitled });
      location.hash = writeAddress({ screen: "map", map: id, claim: null });
    },
  },
  {
    id: "map.import",
    group: "map",
    name: () => words.openFile,
    keys: [],
    scope: "anywhere",
    when: () => true,
    run: async ({ workspace }) => (await import("#actions/opening.ts")).pickFile(workspace),
  },
  about("map.about", words.aboutMap, "about"),
  about("map.people", words.people, "people"),
  about("map.sources", words.sources, "sources"),
  opening("map.export", words.exportMap, [], "export", true),
  {
    ...opening("map.keep-file", "", [], "keep-file", true),
    name: ({ workspace }) => workspace.keeping.value?.command ?? "",
    when: ({ workspace }) => workspace.keeping.value !== null,
  },
  {
    id: "map.print",
    group: "map",
    name: () => words.print,
    keys: [],
    scope: "anywhere",
    when: ({ session }) => session !== null,
    run: async ({ workspace, session, claim }) => {
      await workspace.go({ screen: "outline", map: session!.open.id, claim });
      workspace.platform.print();
    },
  },
  {
    id: "map.duplicate",
    group: "map",
    name: () => words.duplicate,
    keys: [],
    scope: "anywhere",
    when: ({ session }) => session !== null,
    run: async ({ workspace, session }) => {
      const id = await workspace.maps.duplicate(session!.open.id);
      if (id === null) return;
      location.hash = writeAddress({ screen: "map", map: id, claim: null });
    },
  },
  {
    id: "map.reset",
    group: "map",
    name: () => words.resetToShipped,
    keys: [],
    scope: "anywhere",
    when: isEditedShipped,
    run: async (context) => {
      await context.workspace.maps.resetToShipped(context.session!.open.id);
      context.workspace.notices.show(words.resetDone, {
        name: words.undoOffer,
        run: () => back(context, "undo"),
      });
    },
  },
  opening("map.history", words.history, [], "history", true),
  {
    id: "map.review-merge",
    group: "map",
    name: ({ session }) => words.reviewMerge(lastMergeIn(session)?.merge?.by ?? null),
    keys: [],
    scope: "anywhere",
    when: ({ session }) => isEditable(session) && lastMergeIn(session) !== null,
    run: async ({ workspace, session }) => {
      const last = lastMergeIn(session);
      if (last !== null) (await import("#actions/merging.ts")).reviewAgain(workspace, last);
    },
  },
  opening("app.palette", words.palette, ["$mod+k"], "palette", false, true),
  opening("app.keys", words.keys, ["?", "Shift+?"], "keys", false),
  opening("app.settings", words.settings, [], "settings", false),
  opening("app.storage", words.storage, [], "storage", false),
];

/** Opens the panel about the map. */
function about(id: string, name: string, part: MapPart): Action {
  return {
    id,
    group: "map",
    name: () => name,
    keys: [],
    scope: "anywhere",
    when: ({ session }) => session !== null,
    run: ({ workspace, session }) => {
      session!.finish();
      workspace.about.value = part;
    },
  };
}

function opening(
  id: string,
  name: string,
  keys: readonly string[],
  type: Dialog["type"] & ("export" | "keep-file" | "history" | "palette" | "keys" | "settings" | "storage"),
  needsMap: boolean,
  whileWriting?: true,
): Action {
  return {
    id,
    group: "app",
    name: () => name,
    keys,
    scope: "anywhere",
    ...(whileWriting === true && { whileWriting }),
    when: ({ session }) => !needsMap || session !== null,
    run: ({ workspace, session }) => {
      session?.finish();
      workspace.dialog.value = { type };
    },
  };
}

function isEditable(session: Context["session"]): session is MapSession {
  return session !== null && session.comparing.value === null;
}

function lastMergeIn(session: Context["session"]) {
  return session && lastMerge(session.open.versions.value);
}

function isEditedShipped({ workspace, session }: Context): boolean {
  if (!isEditable(session)) return false;
  const entry = workspace.maps.entries.value.find(({ id }) => id === session.open.id);
  return entry !== undefined && entry.shipped === entry.id && entry.editedAt > 0;
}

/** Takes a step back or forth, and takes in hand what it touched. */
function back({ session }: Context, step: "undo" | "redo"): void {
  session?.held.flush();
  const happened = session?.open[step]();
  const touched = happened?.change.claims.find((edit) => edit.after !== null)?.after?.id;
  if (session && touched !== undefined) session.take(touched);
}
