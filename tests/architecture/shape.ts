import { fileAt, rooms } from "./rooms.ts";
import { type Source, importsOf, nodesOf } from "./source.ts";

const emptyNames = new Set(["util", "utils", "helper", "helpers", "manager", "managers", "common", "index"]);
const mostLines = 300;
const mostReadmeLines = 30;

/** Files whose names say nothing. */
export function nameProblems(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => (path.split("/").at(-1) ?? "").split(/[-.]/).some((word) => emptyNames.has(word)))
    .map(({ path }) => `${path} has a name that says nothing about what is in it.`);
}

/** Files that are too long to read at one sitting. */
export function lengthProblems(sources: readonly Source[]): readonly string[] {
  return sources
    .map(({ path, text }) => ({ path, lines: linesOf(text) }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path} has ${lines} lines; at most ${mostLines}.`);
}

function linesOf(text: string): number {
  return text.trimEnd().split("\n").length;
}

/** Files that only pass on what others export, and exports without a name. */
export function exportProblems(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => [
    ...(isBarrel(source) ? [`${source.path} only passes on what other files export.`] : []),
    ...(nodesOf(source).some((node) => node.type === "ExportDefaultDeclaration")
      ? [`${source.path} has a default export.`]
      : []),
  ]);
}

function isBarrel(source: Source): boolean {
  const [program] = nodesOf(source);
  const statements: unknown = program?.["body"];
  if (!Array.isArray(statements) || statements.length === 0) return false;
  const kinds = statements.map((statement: Readonly<Record<string, unknown>>) =>
    statement["type"] === "ExportAllDeclaration" || statement["source"] ? String(statement["type"]) : "own",
  );
  return kinds.some((kind) => kind.startsWith("Export")) && !kinds.includes("own");
}

/** Rings of files that import each other, each named once. Types count: a ring of types is one thing in several files. */
export function cycleProblems(sources: readonly Source[]): readonly string[] {
  const imports = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter((address) => address.startsWith("#") || address.startsWith("."))
        .map((address) => fileAt(source.path, address)),
    ]),
  );
  const done = new Set<string>();
  return [...imports.keys()].flatMap((path) => ringsFrom(path, [], imports, done));
}

function ringsFrom(
  path: string,
  way: readonly string[],
  imports: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): readonly string[] {
  if (way.includes(path)) return [`Import cycle: ${[...way.slice(way.indexOf(path)), path].join(" → ")}.`];
  if (done.has(path)) return [];
  const rings = (imports.get(path) ?? []).flatMap((next) => ringsFrom(next, [...way, path], imports, done));
  done.add(path);
  return rings;
}

/** Rooms that the table does not know, and rooms without a short README. */
export function roomProblems(found: readonly string[], readmes: readonly Source[]): readonly string[] {
  return found.flatMap((room) => {
    const readme = readmes.find(({ path }) => path === `src/${room}/README.md`);
    if (!rooms.includes(room)) return [`src/${room} is not in the table of rooms.`];
    if (readme === undefined) return [`src/${room} has no README.md.`];
    const lines = linesOf(readme.text);
    return lines > mostReadmeLines ? [`${readme.path} has ${lines} lines; at most ${mostReadmeLines}.`] : [];
  });
}
