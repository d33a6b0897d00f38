import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromiumArguments } from "../../scripts/chromium.mjs";
import { type Display, openDisplay } from "../../scripts/display.mjs";
import { type EngineName, programOf } from "../../scripts/engines.mjs";
import { groupEnded, signalGroup } from "./processes.ts";

/** Firefox asks a new person many things, and after a crash whether to start at all. */
const quietFirefox = `
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.startup.max_resumed_crashes", -1);
`;
/** What a browser leaves in its profile to say that it is running. */
const locks = ["SingletonLock", "SingletonSocket", "SingletonCookie", "lock", ".parentlock"];

/** What a browser is started with beside the usual: arguments, and lines of Firefox's `user.js`. */
export interface Manner {
  readonly arguments: readonly string[];
  readonly preferences?: string;
}

/** A browser as a person starts it: nothing drives it, and nothing holds it but its own process group. */
export interface PlainBrowser {
  /** Ends every process of it at once, as `kill -9` and a crash do; does nothing when they have ended. */
  kill(): Promise<void>;
  /** Stops every process where it is. Only `kill` is possible after that. */
  freeze(): void;
}

/** Starts a browser with a profile of its own, at an address. */
export async function startBrowser(
  engine: EngineName,
  profile: string,
  address: string,
  manner: Manner = { arguments: [] },
): Promise<PlainBrowser> {
  mkdirSync(profile, { recursive: true });
  for (const lock of locks) rmSync(join(profile, lock), { force: true });
  const display = engine === "webkit" ? await openDisplay() : null;
  const child = spawn(programOf(engine), argumentsFor(engine, profile, address, manner), {
    detached: true,
    stdio: "ignore",
    env: { ...process.env, ...(display === null ? {} : homeOf(profile, display)) },
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  return {
    freeze: () => signal(child, "SIGSTOP"),
    async kill() {
      signal(child, "SIGKILL");
      await exited;
      if (child.pid !== undefined) await groupEnded(child.pid);
      display?.close();
    },
  };
}

function argumentsFor(
  engine: EngineName,
  profile: string,
  address: string,
  { arguments: more, preferences = "" }: Manner,
): readonly string[] {
  switch (engine) {
    case "chromium":
      return [
        ...chromiumArguments,
        "--headless=new",
        "--disable-gpu",
        "--window-size=1280,720",
        `--user-data-dir=${profile}`,
        ...more,
        address,
      ];
    case "firefox":
      writeFileSync(join(profile, "user.js"), quietFirefox + preferences);
      return ["--headless", "--no-remote", "--profile", profile, ...more, address];
    case "webkit":
      return ["--geometry=1280x720", address];
  }
}

/** WebKitGTK's MiniBrowser has no profile folder: it keeps everything in the person's own. */
function homeOf(profile: string, { name }: Display): Readonly<Record<string, string>> {
  return {
    DISPLAY: name,
    XDG_DATA_HOME: join(profile, "data"),
    XDG_CACHE_HOME: join(profile, "cache"),
    XDG_CONFIG_HOME: join(profile, "config"),
  };
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid !== undefined) signalGroup(pid, name);
}
