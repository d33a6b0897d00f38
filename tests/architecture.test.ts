import { describe, expect, test } from "vitest";
import { doorProblems, wallProblems } from "./architecture/rooms.ts";
import {
  cycleProblems,
  exportProblems,
  lengthProblems,
  nameProblems,
  roomProblems,
} from "./architecture/shape.ts";
import { type Source, foldersIn, importsOf, sourcesUnder } from "./architecture/source.ts";

const code = sourcesUnder(["src", "build"], /\.ts$/);
const everything = [...code, ...sourcesUnder(["tests", "scripts", "bench"], /\.(?:ts|mjs)$/)];
const readmes = sourcesUnder(["src"], /^README\.md$/);

function file(path: string, text = ""): Source {
  return { path, text };
}

describe("every way to name another file is seen", () => {
  test.each([
    ['import { a } from "#model/claim.ts";'],
    ['import type { a } from "#model/claim.ts";'],
    ['import "#model/claim.ts";'],
    ['export { a } from "#model/claim.ts";'],
    ['export * from "#model/claim.ts";'],
    ['const a = await import("#model/claim.ts");'],
    ["const a = await import(`#model/claim.ts`);"],
    ["const a = await import(`#model/claim.ts${more}`);"],
    ['let a: import("#model/claim.ts").Claim;'],
    ['new Worker(new URL("#model/claim.ts", import.meta.url), { type: "module" });'],
    ['import\n{\na } from /* why */ "#model/claim.ts"'],
  ])("%s", (text) => {
    expect(importsOf(file("src/x/y.ts", text))).toEqual(["#model/claim.ts"]);
  });

  test("and nothing that is only text", () => {
    const text = '// import "yjs"\nconst a = `import "yjs"`; const b = "from \'yjs\'"; export {};';
    expect(importsOf(file("src/x/y.ts", text))).toEqual([]);
  });
});

describe("rooms import downwards only", () => {
  test.each([
    ["src/model/claim.ts", "#commands/add-claim.ts"],
    ["src/words/shell.ts", "#model/claim.ts"],
    ["src/commands/move.ts", "#layout/picture.ts"],
    ["src/layout/layout.ts", "#citing/short.ts"],
    ["src/citing/short.ts", "#interchange/bibtex.ts"],
    ["src/interchange/native.ts", "#commands/add-claim.ts"],
    ["src/store/open-map.ts", "#export/svg.ts"],
    ["src/store/maps.ts", "#storage/log.ts"],
    ["src/export/svg.ts", "#store/maps.ts"],
    ["src/storage/log.ts", "#store/maps.ts"],
    ["src/storage/log.ts", "#model/forest.ts"],
    ["src/session/workspace.ts", "#actions/catalogue.ts"],
    ["src/session/workspace.ts", "#storage/log.ts"],
    ["src/actions/catalogue.ts", "#elements/map/map-screen.ts"],
    ["src/elements/map/map-screen.ts", "#storage/log.ts"],
    ["src/elements/map/map-screen.ts", "../../model/claim.ts"],
    ["src/model/claim.ts", "#../build/shipped-maps.ts"],
    ["src/attic/box.ts", "#model/claim.ts"],
    ["build/shipped-maps.ts", "#elements/look.css"],
  ])("%s may not import %s", (path, address) => {
    expect(wallProblems([file(path, `import "${address}";`)])).toHaveLength(1);
  });

  test.each([
    ["src/model/claim.ts", "./ids.ts"],
    ["src/model/problems.ts", "#words/problems.ts"],
    ["src/interchange/argdown-read.ts", "#citing/short.ts"],
    ["src/store/open-map.ts", "#commands/command.ts"],
    ["src/export/svg.ts", "#layout/picture.ts"],
    ["src/storage/log.ts", "#store/ports.ts"],
    ["src/elements/map/map-screen.ts", "#actions/catalogue.ts"],
    ["src/main.ts", "#storage/open-storage.ts"],
  ])("%s may import %s", (path, address) => {
    expect(wallProblems([file(path, `import "${address}";`)])).toEqual([]);
  });

  test("as they do", () => {
    expect(wallProblems(code)).toEqual([]);
  });
});

describe("each library has one door", () => {
  test.each([
    ["src/elements/app.ts", "yjs", "which comes in only through store"],
    ["src/store/log.ts", "idb", "which comes in only through storage"],
    ["src/elements/map.ts", "@dagrejs/dagre", "which comes in only through layout"],
    ["src/actions/draw.ts", "lit/decorators.js", "which comes in only through elements"],
    ["src/model/claim.ts", "left-pad", "which has no door yet"],
    ["src/model/claim.ts", "constructor", "which has no door yet"],
  ])("%s may not import %s", (path, library, reason) => {
    const problems = doorProblems([file(path, `export type A = import("${library}").A;`)]);
    expect(problems).toEqual([expect.stringContaining(reason)]);
  });

  test("as they do", () => {
    expect(doorProblems(code)).toEqual([]);
  });
});

describe("files", () => {
  test("have names that say something", () => {
    expect(nameProblems([file("src/model/map-utils.ts"), file("src/model/index.ts")])).toHaveLength(2);
    expect(nameProblems(everything)).toEqual([]);
  });

  test("have at most 300 lines", () => {
    expect(lengthProblems([file("src/model/claim.ts", "\n".repeat(300) + "x")])).toHaveLength(1);
    expect(lengthProblems([file("src/model/claim.ts", "x\n".repeat(300))])).toEqual([]);
    expect(lengthProblems(everything)).toEqual([]);
  });

  test("export by name what is their own", () => {
    expect(
      exportProblems([file("src/a/b.ts", 'export * from "./c.ts"; export { d } from "./d.ts";')]),
    ).toHaveLength(1);
    expect(exportProblems([file("src/a/b.ts", "export default 1;")])).toHaveLength(1);
    expect(exportProblems([file("src/a/b.ts", 'export { d } from "./d.ts"; export const e = 1;')])).toEqual(
      [],
    );
    expect(exportProblems(code)).toEqual([]);
  });

  test("import each other in no ring", () => {
    const ring = [
      file("src/a/b.ts", 'import "#a/c.ts";'),
      file("src/a/c.ts", 'import type { D } from "./d.ts";'),
      file("src/a/d.ts", 'import "./b.ts";'),
    ];
    expect(cycleProblems(ring)).toEqual(["Import cycle: src/a/b.ts → src/a/c.ts → src/a/d.ts → src/a/b.ts."]);
    expect(cycleProblems(ring.slice(1))).toEqual([]);
    expect(cycleProblems(code)).toEqual([]);
  });
});

describe("rooms", () => {
  test("are all in the table, each with a short README", () => {
    expect(roomProblems(["model"], [])).toEqual(["src/model has no README.md."]);
    expect(roomProblems(["attic"], [])).toEqual(["src/attic is not in the table of rooms."]);
    expect(roomProblems(["model"], [file("src/model/README.md", "x\n".repeat(31))])).toHaveLength(1);
    expect(roomProblems(foldersIn("src"), readmes)).toEqual([]);
  });
});
