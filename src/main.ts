import { effect } from "@preact/signals-core";
import { shippedMaps } from "virtual:shipped-maps";
import { browserPlatform } from "#elements/platform.ts";
import "#elements/shell/app-shell.ts";
import type { AppShell } from "#elements/shell/app-shell.ts";
import { startWorker, workerAddress } from "#elements/workers.ts";
import type { MapId } from "#model/ids.ts";
import { holdPage } from "#offline/page-lock.ts";
import { readAddress } from "#session/address.ts";
import { isQuiet, settle } from "#session/quiet.ts";
import { type Choices, Settings } from "#session/settings.ts";
import { Workspace } from "#session/workspace.ts";
import { openStorage } from "#storage/open-storage.ts";
import { Maps } from "#store/maps.ts";
import type { Storage } from "#store/ports.ts";
import { workerFolder } from "#store/worker-folder.ts";
import { shellWords } from "#words/shell.ts";

/** How long after the first paint the line belongs to what the first edits need, in milliseconds. */
const firstMoments = 3000;
const firstMap = "de-stalinization" as MapId;
/** The frame after the one in which the first claim was drawn. */
const firstPaint = new Promise<void>((resolve) => {
  const look = () =>
    document.querySelector("app-shell")?.isOnScreen ? resolve() : requestAnimationFrame(look);
  requestAnimationFrame(look);
});

/** Whether a map of one's own comes first, from its likeness, as the script in index.html has found out. */
const isOwn = document.documentElement.dataset["arrival"] === "own";

let takeBack: () => void = () => undefined;

/** The one place where the rooms are joined: disk, library, settings, session, screen. */
async function start(): Promise<Workspace> {
  // Asked for at once, so that it comes while the disk is being opened.
  if (!isOwn) void shippedMaps.find(({ id }) => id === firstMap)?.load();
  sayVersion();
  const storage = await openStorage({
    say,
    askReload: (sentence) => void started.then((workspace) => offerReload(workspace, sentence)),
    folder: workerFolder(() => startWorker("fold")),
    startWriter: () => startWorker("files"),
  });
  if (isOwn) void storage.openLikenesses?.();
  const [opened, saved] = await openAll(storage);
  const [maps, settings] = opened;
  const workspace = new Workspace(maps, settings, browserPlatform, firstMap);
  const running = new AbortController();
  const { signal } = running;
  const whileRunning = (run: () => void) => signal.addEventListener("abort", effect(run));
  storage.safekeeping?.watchForgotten(() => {
    running.abort();
    forgotten();
  });
  whileRunning(() => dress(settings.choices.value));
  whileRunning(() => leaveForNextVisit(workspace));
  addEventListener("hashchange", () => void workspace.go(readAddress(location.hash)), { signal });
  const shell = document.querySelector("app-shell")!;
  await arrive(workspace, shell);
  whileRunning(() => follow(workspace));
  guardClosing(workspace, signal);
  const used = () => document.visibilityState === "visible" && void maps.noteUse();
  document.addEventListener("visibilitychange", used, { signal });
  whileRunning(() => lookForNewer(workspace));
  const warning = storage.readOnly ?? storage.keptNowhere;
  if (warning !== null) workspace.notices.stand(warning);
  void firstPaint.then(() => leaveArrival(shell));
  void firstPaint.then(() => stayOnDevice(workspace));
  void firstPaint.then(() => keepFiles(workspace, storage, signal));
  document.querySelector(".saying")?.remove();
  if (saved !== null) workspace.notices.show(saved);
  return workspace;
}

/** Goes where the address says. The screen comes with the map, or with the word that it takes its time. */
async function arrive(workspace: Workspace, shell: AppShell): Promise<void> {
  const show = () => (shell.workspace = workspace);
  const stop = effect(() => void (workspace.dialog.value !== null && show()));
  await workspace.go(readAddress(location.hash)).finally(stop);
  show();
}

type Opened = readonly [Maps, Settings];

/** Opens the library; one that the browser has thrown away is offered back first. Says what came of that, or `null`. */
async function openAll(storage: Storage): Promise<readonly [Opened, string | null]> {
  const open = (): Promise<Opened> =>
    Promise.all([
      Maps.open({ ...storage, shipped: shippedMaps, painted: firstPaint }),
      Settings.open(storage.settings),
    ]);
  const { safekeeping } = storage;
  if (safekeeping === null) return [await open(), null];
  const [opened, loss] = await Promise.all([open(), safekeeping.findLoss()]);
  if (loss === null) return [opened, null];
  await opened[0].close();
  const { offerRestoring } = await import("#elements/shell/restore-screen.ts");
  const shell = document.querySelector("app-shell")!;
  const saved = await offerRestoring(safekeeping, browserPlatform, loss, shell);
  return [await open(), saved];
}

/** Everything was deleted: no document of the app stays open, and none is written again. */
function forgotten(): void {
  document.querySelector("app-shell")?.remove();
  history.replaceState(null, "", location.pathname);
  say(shellWords.forgotten);
}

/** The app is on screen: its picture in the page has served. */
function leaveArrival(shell: AppShell): void {
  document.querySelector(".first-picture")?.remove();
  shell.warm();
}

/** Lets the service worker know which version's files this page may still ask for. */
function sayVersion(): void {
  const app = document.querySelector<HTMLScriptElement>("script[data-app]")?.dataset["app"];
  if (import.meta.env.PROD && app) holdPage(new URL(app, document.baseURI).href);
}

/** Keeps the app itself on this device, and takes its new versions; a new visitor's first map and first edit come first. */
function stayOnDevice(workspace: Workspace): void {
  if (!import.meta.env.PROD) return;
  const keep = () =>
    void import("#offline/versions.ts").then(({ keepVersions }) =>
      keepVersions({
        worker: workerAddress("offline"),
        isQuiet: () => isQuiet(workspace),
        ready: (take) => (workspace.newVersion.value = { take }),
        settle: () => settleOrSay(workspace),
      }),
    );
  setTimeout(() => ("requestIdleCallback" in globalThis ? requestIdleCallback(keep) : keep()), firstMoments);
}

/** Goes on saving maps to files of the person's; a browser that can has idle moments too. */
function keepFiles(workspace: Workspace, { openFiles }: Storage, signal: AbortSignal): void {
  if (workspace.platform.files === null || openFiles === null) return;
  const begin = async () =>
    (await import("#elements/shell/keeping.ts")).keepFiles(workspace, await openFiles(), signal);
  requestIdleCallback(() => void begin().catch(() => undefined));
}

async function settleOrSay(workspace: Workspace): Promise<boolean> {
  const isSettled = await settle(workspace);
  if (!isSettled) workspace.notices.show(shellWords.versionWaits);
  return isSettled;
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

/** Says what holds up the disk: on the page itself while there is no screen to say it on. */
function say(sentence: string | null): void {
  const shell = document.querySelector("app-shell");
  takeBack();
  takeBack = () => undefined;
  if (sentence !== null) takeBack = shell?.workspace?.notices.stand(sentence) ?? sayOnPage(sentence);
}

function sayOnPage(sentence: string): () => void {
  const line = document.createElement("p");
  line.className = "saying";
  line.setAttribute("role", "alert");
  line.textContent = sentence;
  document.body.append(line);
  return () => line.remove();
}

/** A newer version in another tab has taken the disk over. */
function offerReload({ notices }: Workspace, sentence: string): void {
  notices.stand(sentence, { name: shellWords.reload, run: () => location.reload() });
}

/** Keeps what fields hold when the page may go, and asks before a tab is closed while its last words are not on the disk. */
function guardClosing({ current, maps }: Workspace, signal: AbortSignal): void {
  const keep = () => {
    current.peek()?.held.flush();
    maps.handOver();
  };
  const guard = (event: Event) => {
    current.peek()?.finish();
    if (!maps.isAllKept || current.peek()?.held.keeping.peek()) event.preventDefault();
  };
  const hidden = () => document.visibilityState === "hidden" && keep();
  addEventListener("beforeunload", guard, { signal });
  addEventListener("pagehide", keep, { signal });
  document.addEventListener("visibilitychange", hidden, { signal });
}

/** Puts the choices on the page. */
function dress({ theme, textSize, motion }: Choices): void {
  Object.assign(document.documentElement.dataset, { theme, textSize, motion });
}

/** Leaves a word for the scripts that run on the next visit before the disk is open: in index.html, and arrival.ts. */
function leaveForNextVisit({ maps, settings, current }: Workspace): void {
  const { theme, textSize, stackLeaves } = settings.choices.value;
  const isUnedited = maps.entries.value.some(({ id, editedAt }) => id === firstMap && editedAt === 0);
  const showsFirstPicture =
    isUnedited && textSize === "normal" && stackLeaves && (current.value?.open.id ?? firstMap) === firstMap;
  try {
    localStorage.setItem("counterpoint.theme", theme);
    if (showsFirstPicture) localStorage.removeItem("counterpoint.arrival");
    else localStorage.setItem("counterpoint.arrival", "own");
    if (current.value !== null) localStorage.setItem("counterpoint.map", current.value.open.id);
  } catch {
    // A browser that keeps nothing paints as on a first visit.
  }
}

/** Keeps the address bar on the claim in hand without a new entry in the browser's history. */
function follow(workspace: Workspace): void {
  const address = workspace.address.value;
  const title = workspace.current.value?.map.value.about.title;
  document.title = title ? `${title} – ${shellWords.app}` : shellWords.app;
  if (address.screen === "nowhere" || address.screen === "home" || workspace.lost.value !== null) return;
  const here = workspace.here();
  if (here !== location.hash) history.replaceState(null, "", here);
}

const started = start();
started.catch((reason: unknown) =>
  say(shellWords.failed(reason instanceof Error ? reason.message : String(reason))),
);
