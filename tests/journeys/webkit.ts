import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { onTestFinished } from "vitest";
import { openDisplay } from "../../scripts/display.mjs";
import { programOf } from "../../scripts/engines.mjs";
import { elementsByRole } from "./by-role.mjs";

/** The name under which WebDriver hands out elements (W3C WebDriver, section 12.1). */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const patience = 20_000;
const keys: Readonly<Record<string, string>> = {
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowUp: "\uE013",
  ArrowDown: "\uE015",
  Shift: "\uE008",
  Control: "\uE009",
};

/** A tab of WebKitGTK's MiniBrowser, driven by classic WebDriver: no more of it than our journeys need. */
export class WebKitTab {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  /** Opens a browser for the length of one test. It forgets everything when it closes: MiniBrowser keeps nothing while it is driven. */
  static async open(): Promise<WebKitTab> {
    const display = await openDisplay();
    const port = await freePort();
    const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
      stdio: "ignore",
      env: { ...process.env, DISPLAY: display.name },
    });
    onTestFinished(() => {
      driver.kill();
      display.close();
    });
    const server = `http://127.0.0.1:${port}/session`;
    await until(
      () =>
        fetch(`http://127.0.0.1:${port}/status`).then(
          ({ ok }) => ok,
          () => false,
        ),
      "the driver",
    );
    const options = { binary: programOf("webkit"), args: ["--automation", "--geometry=1280x800"] };
    const wanted = { browserName: "MiniBrowser", "webkitgtk:browserOptions": options };
    const { sessionId } = await send<{ sessionId: string }>("POST", server, {
      capabilities: { alwaysMatch: wanted },
    });
    onTestFinished(() => send("DELETE", `${server}/${sessionId}`).then(() => undefined));
    return new WebKitTab(`${server}/${sessionId}`);
  }

  goTo(address: string): Promise<unknown> {
    return this.#post("url", { url: address });
  }

  reload(): Promise<unknown> {
    return this.#post("refresh", {});
  }

  /** Presses one key, with others held: "Enter", "Control+z". */
  press(stroke: string): Promise<unknown> {
    const parts = stroke === "+" ? ["+"] : stroke.split("+");
    const values = parts.map((part) => keys[part] ?? part);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.toReversed().map((value) => ({ type: "keyUp", value }));
    return this.#act([...down, ...up]);
  }

  type(text: string): Promise<unknown> {
    return this.#act(
      [...text].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]),
    );
  }

  /** Waits for what has this role and a name that holds this text, in whatever shadow root it is. */
  async see(role: string, name: string): Promise<void> {
    await until(async () => (await this.#find(role, name)).length > 0, `${role} "${name}"`);
  }

  async seeGone(role: string, name: string): Promise<void> {
    await until(async () => (await this.#find(role, name)).length === 0, `no ${role} "${name}"`);
  }

  async click(role: string, name: string): Promise<void> {
    await this.see(role, name);
    const [found] = await this.#find(role, name);
    await this.#post(`element/${found?.[elementKey]}/click`, {});
  }

  /** Runs a function in the page. */
  run<Result>(script: string, args: readonly unknown[] = []): Promise<Result> {
    return this.#post("execute/sync", { script, args }) as Promise<Result>;
  }

  #find(role: string, name: string): Promise<readonly Readonly<Record<string, string>>[]> {
    return this.run(`return (${elementsByRole.toString()})(...arguments)`, [role, name]);
  }

  async #act(actions: readonly object[]): Promise<void> {
    await this.#post("actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  #post(path: string, body: object): Promise<unknown> {
    return send("POST", `${this.#session}/${path}`, body);
  }
}

async function send<Result>(method: string, address: string, body?: object): Promise<Result> {
  const answer = await fetch(address, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await answer.json()) as { value: Result & { error?: string; message?: string } };
  if (!answer.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
  return value;
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + patience;
  while (!(await holds()))
    if (performance.now() > end) throw new Error(`WebKit did not show ${what} in time.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
