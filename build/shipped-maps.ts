import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Plugin, runnerImport, type ViteDevServer } from "vite";
import type { MapRecord } from "#interchange/native-file.ts";
import type { ReadOutcome } from "#interchange/reading.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

const STEM = "virtual:shipped-";
const INDEX = `${STEM}maps`;
const MAP = `${STEM}map/`;
const SEED = `${STEM}seed/`;

interface Reader {
  readonly readArgdown: (text: string, options: { id: MapId }) => ReadOutcome;
  readonly mapRecord: (map: ArgumentMap) => MapRecord;
  readonly normalMap: (map: ArgumentMap) => ArgumentMap;
  readonly makeSeed: (map: ArgumentMap, previous?: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}

/**
 * Compiles `arguments/*.argdown` through the app's own reader, so that showing a shipped map loads no parser.
 * `virtual:shipped-maps` lists them; a map's content and its seed are modules of their own, loaded when asked for.
 * The seed is the last one in `arguments/seeds`, carried on to the map's present text where that has changed since.
 */
export function shippedMaps(folder = "arguments"): Plugin {
  let root = process.cwd();
  let reader: Promise<Reader> | null = null;

  async function read(file: string): Promise<ArgumentMap> {
    reader ??= loadReader(root);
    const { readArgdown, normalMap } = await reader;
    const outcome = readArgdown(readFileSync(file, "utf8"), { id: idOf(file) });
    if ("refused" in outcome) throw new Error(`${basename(file)}: ${outcome.refused}`);
    return normalMap(outcome.map);
  }

  return {
    name: "shipped-maps",
    configResolved: (config) => {
      root = config.root;
    },
    configureServer: (server) => watch(server, resolve(root, folder)),
    resolveId: (id) => (id.startsWith(STEM) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${STEM}`)) return null;
      const files = argdownFiles(resolve(root, folder));
      for (const file of files) this.addWatchFile(file);
      const module = id.slice(1);
      if (module === INDEX) return indexModule(await Promise.all(files.map(read)));
      const file = files.find((each) => module.endsWith(`/${idOf(each)}`));
      if (file === undefined) return null;
      const { mapRecord, makeSeed } = await (reader ??= loadReader(root));
      const map = await read(file);
      if (module.startsWith(MAP)) return mapModule(mapRecord(map));
      return seedModule(makeSeed(map, lastSeed(resolve(root, folder, "seeds"), map.id)));
    },
  };
}

function watch(server: ViteDevServer, folder: string): void {
  server.watcher.add(folder);
  server.watcher.on("all", (_event, file) => {
    if (dirname(resolve(file)) === folder && file.endsWith(".argdown")) forget(server);
  });
}

/** Has the pages that are open ask for the maps again. */
function forget({ environments }: ViteDevServer): void {
  for (const { moduleGraph, hot } of Object.values(environments)) {
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (id.startsWith(`\0${STEM}`)) moduleGraph.invalidateModule(module);
    }
    hot.send({ type: "full-reload" });
  }
}

/** Node 20 cannot run the app's TypeScript by itself; Vite can. */
async function loadReader(root: string): Promise<Reader> {
  const load = async <Module>(file: string) =>
    (await runnerImport<Module>(join(root, "src", file), { configFile: false, root, logLevel: "error" }))
      .module;
  const [{ readArgdown }, { mapRecord }, { normalMap }, { makeSeed }] = await Promise.all([
    load<Reader>("interchange/argdown-read.ts"),
    load<Reader>("interchange/native-file.ts"),
    load<Reader>("store/normal-map.ts"),
    load<Reader>("store/seed.ts"),
  ]);
  return { readArgdown, mapRecord, normalMap, makeSeed };
}

function argdownFiles(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".argdown"));
  return names.toSorted().map((name) => join(folder, name));
}

function idOf(file: string): MapId {
  return basename(file, ".argdown") as MapId;
}

/** `<map>.<release>.bin`, the highest release. */
function lastSeed(folder: string, map: MapId): Uint8Array<ArrayBuffer> | undefined {
  const release = (name: string) => Number(name.slice(map.length + 1, -".bin".length));
  const names = namesIn(folder).filter((name) => name.startsWith(`${map}.`) && release(name) > 0);
  const [last] = names.toSorted((a, b) => release(b) - release(a));
  return last === undefined ? undefined : new Uint8Array(readFileSync(join(folder, last)));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function indexModule(maps: readonly ArgumentMap[]): string {
  const entries = maps.map(({ id, about, claims }) => {
    const { title, question } = about;
    const fields = JSON.stringify({ id, title, question, claims: claims.size }).slice(1, -1);
    const load = `load: () => import(${JSON.stringify(MAP + id)}).then(({ load }) => load())`;
    const seed = `seed: () => import(${JSON.stringify(SEED + id)}).then(({ seed }) => seed())`;
    return `{ ${fields}, ${load}, ${seed} }`;
  });
  return `export const shippedMaps = [${entries.join(",\n")}];`;
}

function mapModule(record: MapRecord): string {
  return [
    'import { fromCompiled } from "#interchange/compiled.ts";',
    `export const load = () => fromCompiled(${JSON.stringify(record)});`,
  ].join("\n");
}

function seedModule(bytes: Uint8Array): string {
  const text = JSON.stringify(Buffer.from(bytes).toString("base64"));
  return `export const seed = () => Uint8Array.from(atob(${text}), (sign) => sign.charCodeAt(0));`;
}
