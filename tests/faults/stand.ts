import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { serve } from "../../scripts/serving.mjs";

/** What the robot tells. */
export type Word =
  | { readonly type: "read"; readonly edits: readonly number[]; readonly notice: string }
  | {
      readonly type: "saved";
      /** The highest that is on the screen under the words "Saved on this device". */
      readonly edit: number;
      /** For how long the status line had said something else, in milliseconds, and what. */
      readonly waited: number;
      readonly said: readonly string[];
    }
  /** The browser has closed the app's connection to the disk, or has undone a transaction. */
  | { readonly type: "ended"; readonly what: "close" | "abort" }
  | { readonly type: "stuck"; readonly reason: string };

/** How the robot is to go about it. */
export interface Orders {
  /** The number of its first edit. */
  readonly first: number;
  readonly screen: "map" | "outline";
  /** How many edits it makes before it lets a frame pass. */
  readonly burst: number;
}

/** A server of the built app, with the robot beside it, and with an ear for what the robot tells. */
export interface Stand {
  readonly origin: string;
  robotAt(orders: Orders): string;
  /** What is told goes to this listener alone, from now on. */
  listen(listener: (word: Word) => void): void;
  close(): Promise<void>;
}

export async function openStand(): Promise<Stand> {
  let hear: ((word: Word) => void) | null = null;
  const plugin: Plugin = {
    name: "robot",
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
        if (request.url?.endsWith("/robot/told")) void takeWord(request, response, (word) => hear?.(word));
        else if (!giveRobot(request, response)) next();
      }),
  };
  const { address, close } = await serve({ base: "/any/path/", plugins: [plugin] });
  return {
    origin: new URL(address).origin,
    robotAt: ({ first, screen, burst }) =>
      `${address}robot/robot.html?first=${first}&screen=${screen}&burst=${burst}`,
    listen: (listener) => void (hear = listener),
    close,
  };
}

function giveRobot({ url }: IncomingMessage, response: ServerResponse): boolean {
  const name = /\/robot\/(robot\.(?:html|mjs))(?:\?|$)/.exec(url ?? "")?.[1];
  if (name === undefined) return false;
  response.setHeader("content-type", name.endsWith("html") ? "text/html" : "text/javascript");
  response.end(readFileSync(new URL(`robot/${name}`, import.meta.url)));
  return true;
}

async function takeWord(
  request: IncomingMessage,
  response: ServerResponse,
  hear: (word: Word) => void,
): Promise<void> {
  let text = "";
  try {
    for await (const part of request) text += String(part);
    hear(JSON.parse(text) as Word);
  } catch {
    // A browser that was killed in mid-word has told nothing.
  }
  response.end();
}
