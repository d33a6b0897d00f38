import { effect } from "@preact/signals-core";
import { shippedMaps } from "virtual:shipped-maps";
import { browserPlatform } from "#elements/platform.ts";
import "#elements/shell/app-shell.ts";
import type { AppShell } from "#elements/shell/app-shell.ts";
import type { MapId } from "#model/ids.ts";
import { readAddress } from "#session/address.ts";
import { type Choices, Settings } from "#session/settings.ts";
import { Workspace } from "#session/workspace.ts";
import { openStorage } from "#storage/open-storage.ts";
import { Maps } from "#store/maps.ts";
import { shellWords } from "#words/shell.ts";

const firstMap = "de-stalinization" as MapId;
/** The frame after the one in which the first claim was drawn. */
const firstPaint = new Promise<void>((resolve) => {
  const look = () =>
    document.querySelector("app-shell")?.isOnScreen ? resolve() : requestAnimationFrame(look);
  requestAnimationFrame(look);
});

/** What the first screen needs, asked for at once, so that it comes while the disk is being opened. */
function fetchFirst(): void {
  void shippedMaps.find(({ id }) => id === firstMap)?.load();
  for (const font of ["400 17px", "600 22px"]) void document.fonts.load(`${font} "Source Serif 4 Variable"`);
  void document.fonts.load('500 12px "Inter Variable"');
}

/** The one place where the rooms are joined: disk, library, settings, session, screen. */
async function start(): Promise<void> {
  fetchFirst();
  const storage = await openStorage({ say });
  const [maps, settings] = await Promise.all([
    Maps.open({ ...storage, shipped: shippedMaps, painted: firstPaint }),
    Settings.open(storage.settings),
  ]);
  const workspace = new Workspace(maps, settings, browserPlatform, firstMap);
  effect(() => dress(settings.choices.value));
  effect(() => leaveForNextVisit(workspace));
  addEventListener("hashchange", () => void workspace.go(readAddress(location.hash)));
  await workspace.go(readAddress(location.hash));
  effect(() => follow(workspace));
  effect(() => lookForNewer(workspace));
  guardClosing(workspace);
  const shell = document.querySelector("app-shell")!;
  shell.workspace = workspace;
  void firstPaint.then(() => leaveArrival(shell));
  document.querySelector(".saying")?.remove();
}

/** The app is on screen: its picture in the page has served. */
function leaveArrival(shell: AppShell): void {
  document.querySelector(".first-picture")?.remove();
  shell.warm();
}

/** Once an edited shipped map is on screen: has the app brought a newer version of it? */
function lookForNewer(workspace: Workspace): void {
  const map = workspace.current.value?.open.id;
  if (map === undefined) return;
  const look = async () => {
    await firstPaint;
    const seed = await workspace.maps.shippedSeed(map);
    if (seed !== null) await (await import("#actions/merging.ts")).offerNewer(workspace, map, seed);
  };
  look().catch(() => undefined);
}

/** Says on the page itself what holds up the start, before there is a screen to say it on. */
function say(sentence: string | null): void {
  const line = document.querySelector(".saying") ?? document.createElement("p");
  line.className = "saying";
  line.setAttribute("role", "alert");
  line.textContent = sentence;
  if (sentence === null) line.remove();
  else document.body.append(line);
}

/** Asks before a tab is closed while its last words are not on the disk yet. */
function guardClosing(workspace: Workspace): void {
  addEventListener("beforeunload", (event) => {
    workspace.current.peek()?.finish();
    const state = workspace.current.peek()?.open.saving.peek().state;
    if (state === "saving" || state === "failed") event.preventDefault();
  });
}

/** Puts the choices on the page. */
function dress({ theme, textSize, motion }: Choices): void {
  Object.assign(document.documentElement.dataset, { theme, textSize, motion });
}

/** Leaves a word for the script in index.html, which runs on the next visit before the disk is open. */
function leaveForNextVisit({ maps, settings, current }: Workspace): void {
  const { theme, textSize, stackLeaves } = settings.choices.value;
  const isUnedited = maps.entries.value.some(({ id, editedAt }) => id === firstMap && editedAt === 0);
  const showsFirstPicture =
    isUnedited && textSize === "normal" && stackLeaves && (current.value?.open.id ?? firstMap) === firstMap;
  try {
    localStorage.setItem("counterpoint.theme", theme);
    if (showsFirstPicture) localStorage.removeItem("counterpoint.arrival");
    else localStorage.setItem("counterpoint.arrival", "own");
  } catch {
    // A browser that keeps nothing paints as on a first visit.
  }
}

/** Keeps the address bar on the claim in hand without a new entry in the browser's history. */
function follow(workspace: Workspace): void {
  const address = workspace.address.value;
  const title = workspace.current.value?.map.value.about.title;
  document.title = title ? `${title} – ${shellWords.app}` : shellWords.app;
  if (address.screen === "nowhere" || workspace.lost.value !== null) return;
  const here = workspace.here();
  if (here !== location.hash) history.replaceState(null, "", here);
}

start().catch((reason: unknown) =>
  say(shellWords.failed(reason instanceof Error ? reason.message : String(reason))),
);
