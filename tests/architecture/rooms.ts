import { posix } from "node:path";
import { type Source, importsOf } from "./source.ts";

const derived = ["dating", "commands", "layout", "citing", "lenses", "search", "interchange"];
const kept = [...derived, "store", "export"];
const shown = [...kept, "session", "actions"];
const always = ["model", "words"];

/** Which rooms a room may import besides itself: the table of the design. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  words: [],
  model: ["words"],
  dating: ["words"],
  commands: [...always, "dating"],
  layout: always,
  citing: [...always, "dating"],
  lenses: [...always, "dating", "citing"],
  search: [...always, "citing"],
  interchange: [...always, "dating", "citing"],
  store: [...always, ...derived],
  export: [...always, ...derived],
  storage: ["words"],
  offline: ["words"],
  session: [...always, ...kept],
  actions: [...always, ...kept, "session"],
  elements: [...always, ...shown],
  main: [...always, ...shown, "elements", "storage", "offline"],
  arrival: ["elements", "store", "storage", "main"],
  build: [...always, "interchange", "store"],
};

/** Single files that a room may import from rooms that are otherwise closed to it. */
const alsoFiles: Readonly<Record<string, readonly string[]>> = {
  storage: [
    "#store/ports.ts",
    "#store/bytes.ts",
    "#store/kept-file.ts",
    "#store/image-store.ts",
    "#store/crc.ts",
    "#store/turns.ts",
    "#model/ids.ts",
    "#model/image.ts",
    "#model/change.ts",
    "#model/steps.ts",
  ],
  // How a worker of ours is watched, and the checksum of zip and PNG.
  export: ["#store/crc.ts", "#store/sign-of-life.ts", "#store/worker-death.ts"],
  // For its address alone: all scripts that may run beside the page are in one list.
  elements: ["#storage/files.worker.ts?worker&url"],
};

/** The rooms through which a library comes in. */
const doors: Readonly<Record<string, readonly string[]>> = {
  yjs: ["store"],
  diff: ["store"],
  idb: ["storage"],
  "@dagrejs/dagre": ["layout"],
  "@argdown/core": ["interchange"],
  valibot: ["interchange", "storage"],
  "@citation-js/core": ["citing"],
  "@citation-js/plugin-bibtex": ["citing"],
  "@citation-js/plugin-ris": ["citing"],
  minisearch: ["search"],
  "fractional-indexing": ["model"],
  tinykeys: ["actions", "elements"],
  lit: ["elements"],
  "lucide-static": ["elements"],
  "mdast-util-from-markdown": ["elements", "export"],
  mdast: ["elements", "export"],
  "browser-fs-access": ["elements", "main"],
  "@fontsource-variable/inter": ["arrival"],
  "@fontsource-variable/source-serif-4": ["arrival"],
  "@preact/signals-core": ["store", "session", "actions", "elements", "main"],
  "virtual:shipped-maps": ["main"],
  "virtual:first-picture.css": ["arrival"],
  vite: ["build"],
  "vite-plugin-pwa": ["build"],
};

export const rooms: readonly string[] = Object.keys(mayImport);

/** "src/model/claim.ts" → "model"; "src/main.ts" → "main"; "build/x.ts" → "build". */
function roomOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "src" ? second.replace(/\.ts$/, "") : top;
}

/** Imports that go up or across, in sentences. */
export function wallProblems(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((address) => {
      const problem = isOurs(address) ? wallProblem(source.path, address) : null;
      return problem === null ? [] : [problem];
    }),
  );
}

function isOurs(address: string): boolean {
  return address.startsWith("#") || address.startsWith(".") || address.startsWith("/");
}

function wallProblem(path: string, address: string): string | null {
  const room = roomOf(path);
  const target = roomOf(fileAt(path, address));
  if (target === room || alsoFiles[room]?.includes(address)) return null;
  if (address.startsWith("."))
    return room === "build" ? null : `${path} leaves its room by a relative path: ${address}.`;
  return mayImport[room]?.includes(target)
    ? null
    : `${path} imports ${address}, and ${room} may not import ${target}.`;
}

/** The file that an address of ours names, from the repository's top. */
export function fileAt(path: string, address: string): string {
  if (address.startsWith("#")) return `src/${address.slice(1)}`;
  return posix.join(posix.dirname(path), address);
}

/** Libraries that come in by another door than their own, or that have none. */
export function doorProblems(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .filter((address) => !isOurs(address) && !address.startsWith("node:"))
      .flatMap((address) => doorProblem(source.path, libraryOf(address)) ?? []),
  );
}

function doorProblem(path: string, library: string): string | null {
  const door = Object.hasOwn(doors, library) ? doors[library] : undefined;
  if (door === undefined) return `${path} imports ${library}, which has no door yet.`;
  if (door.includes(roomOf(path))) return null;
  return `${path} imports ${library}, which comes in only through ${door.join(" or ")}.`;
}

/** "@argdown/core/dist/x.js" → "@argdown/core". */
function libraryOf(address: string): string {
  const parts = address.replace(/\?.*$/, "").split("/");
  return parts.slice(0, address.startsWith("@") ? 2 : 1).join("/");
}
