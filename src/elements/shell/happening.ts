import { effect } from "@preact/signals-core";
import type { Workspace } from "#session/workspace.ts";

/**
 * Says to those who do not see it what happens to the map, and when saving fails or recovers; the code for it is loaded
 * when something happens for the first time. Returns what ends it.
 */
export function tellWhatHappens(workspace: Workspace): () => void {
  let end: (() => void) | null = null;
  let isEnded = false;
  const tell = async () => {
    const { announce } = await import("#elements/shell/announcer.ts");
    if (!isEnded) end ??= announce(workspace);
  };
  const stop = effect(() => {
    const session = workspace.current.value;
    const happened = session?.open.happened.value ?? null;
    if (happened?.by === "here") welcomed(workspace);
    const isFailed = session?.saving.value.state === "failed";
    if (happened !== null || isFailed || session?.focus.left.value) tell().catch(() => undefined);
  });
  return () => {
    isEnded = true;
    stop();
    end?.();
  };
}

/** Whoever has edited a map needs no line on how to begin. */
export function welcomed({ settings }: Workspace): void {
  if (!settings.choices.peek().welcomed) settings.choose("welcomed", true).catch(() => undefined);
}
