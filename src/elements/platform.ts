import { startWorker } from "#elements/workers.ts";
import type { Platform } from "#session/platform.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const idLength = 21;

/** The browser as the app's platform. */
export const browserPlatform: Platform = {
  async openFile(kind = "map") {
    return (await import("#elements/files.ts")).openFile(kind);
  },
  async saveFile(name, contents) {
    await (await import("#elements/files.ts")).saveFile(name, contents);
  },
  files: "showSaveFilePicker" in globalThis ? () => import("#elements/files.ts") : null,
  async readClipboard() {
    try {
      return await navigator.clipboard.readText();
    } catch {
      return null;
    }
  },
  async writeClipboard(text, html) {
    if (html === undefined) return navigator.clipboard.writeText(text);
    const { copyRich } = await import("#elements/paper.ts");
    return copyRich(text, html);
  },
  print() {
    window.print();
  },
  printSheet(draw) {
    void import("#elements/paper.ts").then(({ printSheet }) => printSheet(draw));
  },
  startReader() {
    return startWorker("reading");
  },
  startWriter() {
    return startWorker("writing");
  },
  startComparer() {
    return startWorker("comparing");
  },
  mint,
};

/** 126 random bits: 21 characters of 64 kinds. */
export function mint(): string {
  let id = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(idLength))) id += alphabet[byte & 63];
  return id;
}
