import { effect } from "@preact/signals-core";
import { Bouts, inWords } from "#session/announcing.ts";
import type { Workspace } from "#session/workspace.ts";
import { sessionWords } from "#words/session.ts";
import { shellWords as words } from "#words/shell.ts";

/** Says what happens to the map from now on, and what has happened last. Returns what ends it. */
export function announce(workspace: Workspace): () => void {
  const stops = [sayHappenings(workspace), sayLeavingFocus(workspace), saySaving(workspace)];
  return () => stops.forEach((stop) => stop());
}

function sayHappenings(workspace: Workspace): () => void {
  const bouts = new Bouts();
  return effect(() => {
    const session = workspace.current.value;
    const happened = session?.open.happened.value ?? null;
    const news = bouts.next(happened, (session?.editing.value ?? null) !== null);
    if (session && news) workspace.notices.say(inWords(news, session.map.peek(), session.forest.peek()));
  });
}

function sayLeavingFocus(workspace: Workspace): () => void {
  let left = 0;
  return effect(() => {
    const times = workspace.current.value?.focus.left.value ?? 0;
    if (times > left) workspace.notices.show(sessionWords.leftFocus);
    left = times;
  });
}

function saySaving(workspace: Workspace): () => void {
  let trouble = false;
  return effect(() => {
    const saving = workspace.current.value?.saving.value;
    const failed = saving?.state === "failed";
    if (failed) workspace.notices.say(words.notSavedBecause(saving.reason));
    else if (trouble && saving?.state === "saved") workspace.notices.say(words.savedAgain);
    else if (trouble) return;
    trouble = failed;
  });
}
