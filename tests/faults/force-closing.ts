import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { chromium, type Locator } from "playwright";
import type { Manner } from "./plain-browser.ts";

export type ClosingEngine = "chromium" | "firefox";

/** A browser's own means to close every connection that pages of one origin have to their databases. */
export interface ForceCloser {
  /** Resolves when the browser has been told. */
  close(): Promise<void>;
  /** Lets the browser go. */
  leave(): Promise<void>;
}

/** How a browser is to be started, so that its means can be reached. */
export const closable: Readonly<Record<ClosingEngine, Manner>> = {
  chromium: { arguments: ["--remote-debugging-port=0"] },
  firefox: {
    arguments: ["--marionette", "--remote-allow-system-access"],
    preferences: 'user_pref("marionette.port", 0);\nuser_pref("dom.quotaManager.testing", true);\n',
  },
};

/** Reaches into a running browser that was started as `closable` says. The origin must have a database by now. */
export function reachInto(engine: ClosingEngine, profile: string, origin: string): Promise<ForceCloser> {
  return engine === "chromium" ? internalsPage(profile, origin) : chromeOf(profile, origin);
}

/** Chromium's own page about its databases has a control for it. */
async function internalsPage(profile: string, origin: string): Promise<ForceCloser> {
  const [port] = readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n");
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  const shown = context?.pages()[0];
  const page = await context!.newPage();
  await page.goto("chrome://indexeddb-internals");
  const control: Locator = page
    .locator(".indexeddb-origin")
    .filter({ hasText: origin })
    .getByText("Force close", { exact: true });
  await control.waitFor();
  // A page behind another draws no frames.
  await shown?.bringToFront();
  return {
    close: () => control.evaluate((element: HTMLElement) => element.click()),
    leave: () => browser.close(),
  };
}

/** Firefox closes the databases of an origin, without deleting any, when code of its own asks for that. */
async function chromeOf(profile: string, origin: string): Promise<ForceCloser> {
  const marionette = new Marionette(Number(readFileSync(join(profile, "MarionetteActivePort"), "utf8")));
  await marionette.order("WebDriver:NewSession", {});
  await marionette.order("Marionette:SetContext", { value: "chrome" });
  const script = `const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(arguments[0]);
    Services.qms.resetStoragesForClient(principal, "idb");`;
  return {
    close: () => marionette.order("WebDriver:ExecuteScript", { script, args: [origin] }),
    leave: () => Promise.resolve(marionette.end()),
  };
}

/** Firefox's older remote protocol: each message is its length in bytes, a colon and JSON. One order at a time. */
class Marionette {
  readonly #socket: Socket;
  #heard = Buffer.alloc(0);
  #answered: { resolve(): void; reject(reason: Error): void } | null = null;
  #orders = 0;

  constructor(port: number) {
    this.#socket = connect(port, "127.0.0.1");
    this.#socket.on("data", (data) => this.#hear(data));
    this.#socket.on("error", (error) => this.#answered?.reject(error));
  }

  /** Rejects with what Firefox says went wrong. */
  order(name: string, parameters: object): Promise<void> {
    const message = JSON.stringify([0, ++this.#orders, name, parameters]);
    return new Promise((resolve, reject) => {
      this.#answered = { resolve, reject };
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  end(): void {
    this.#socket.destroy();
  }

  #hear(data: Buffer): void {
    this.#heard = Buffer.concat([this.#heard, data]);
    for (;;) {
      const colon = this.#heard.indexOf(":");
      const end = colon + 1 + Number(this.#heard.toString("utf8", 0, Math.max(0, colon)));
      if (colon < 0 || this.#heard.length < end) return;
      const message: unknown = JSON.parse(this.#heard.toString("utf8", colon + 1, end));
      this.#heard = this.#heard.subarray(end);
      // The greeting is no answer.
      if (!Array.isArray(message)) continue;
      const [, , error] = message as readonly unknown[];
      if (error === null) this.#answered?.resolve();
      else this.#answered?.reject(new Error(`Firefox refused: ${JSON.stringify(error)}`));
    }
  }
}
