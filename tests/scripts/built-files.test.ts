import { describe, expect, test } from "vitest";
import { builtFileProblems, textProblems } from "../../scripts/built-files.mjs";
import { firstLoadFiles } from "../../scripts/first-load.mjs";
import { folderWith } from "./folders.ts";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
const page = `<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<link rel="icon" href="./icon.svg" /><link rel="stylesheet" crossorigin href="./assets/a.css">
<script type="module" crossorigin src="./assets/main.js"></script>
<link rel="modulepreload" crossorigin href="./assets/shared.js">
<link rel="preload" as="font" href="./assets/inter.woff2"></head></html>`;

describe("built files", () => {
  test("that are as they should be", () => {
    const text = 'const a = "http://www.w3.org/2000/svg"; b(`see https://example.org`); import("./late.js");';
    const dist = folderWith({
      "index.html": page,
      "assets/main.js": text,
      "assets/late.js": "",
      "service-worker.js": 'keep([{"url":"index.html"},{"url":"assets/main.js"},{"url":"assets/late.js"}])',
    });
    expect(builtFileProblems(dist)).toEqual([]);
  });

  test("that ask for one that is not there, or would be gone with the server", () => {
    const dist = folderWith({
      "index.html": page,
      "assets/main.js": 'preload(["./gone-Ab12_-xY.css"])',
      "service-worker.js": 'keep([{"url":"index.html"}])',
    });
    expect(builtFileProblems(dist)).toEqual([
      "assets/main.js asks for gone-Ab12_-xY.css, which is not in the build.",
      "service-worker.js does not keep assets/main.js.",
    ]);
    expect(builtFileProblems(folderWith({ "index.html": page }))).toEqual([
      expect.stringContaining("There is no service-worker.js"),
    ]);
  });

  test.each([
    ["main.js", '@customElement("claim-card")\nclass ClaimCard {}', "raw decorator @customElement("],
    ["main.js", "class A { @property({ type: String }) b; }", "raw decorator @property("],
    ["main.js", 'import "https://cdn.example/lit.js";', "from another server"],
    ["main.js", 'import{a}from"//cdn.example/lit.js";', "from another server"],
    ["main.js", "fetch(`https://telemetry.example`)", "from another server"],
    ["main.css", '@import "https://fonts.example/css";', "from another server"],
    ["main.css", "a{src:url(https://fonts.example/a.woff2)}", "from another server"],
    ["index.html", page.replace("./assets/main.js", "https://cdn.example/main.js"), "from another server"],
    ["index.html", page.replace("./assets/main.js", "/assets/main.js"), "under any other path"],
    ["index.html", page.replace(/<meta.*/, ""), "no Content-Security-Policy"],
    ["index.html", page.replace("require-trusted-types-for 'script'; ", ""), "lacks require-trusted-types"],
    ["index.html", page.replace("style-src 'self'", "style-src 'unsafe-inline'"), "allows what is unsafe"],
  ])("%s: %s", (name, text, problem) => {
    expect(textProblems(name, text)).toEqual([expect.stringContaining(problem)]);
  });
});

describe("the first load", () => {
  test("is the page, what it asks for and what that imports, and nothing that comes later", () => {
    const dist = folderWith({
      "index.html": page,
      "assets/main.js": 'import{a}from"./shared.js";import"./side.js";a(()=>import("./late.js"));',
      "assets/shared.js": 'export{b as a}from"./deep.js";',
      "assets/side.js": 'import"./main.js";',
      "assets/deep.js": "export const b=1;",
      "assets/late.js": "",
      "assets/a.css": "",
    });
    const names = firstLoadFiles(dist).map((file) => file.slice(dist.length + 1));
    expect(names.toSorted()).toEqual([
      "assets/a.css",
      "assets/deep.js",
      "assets/main.js",
      "assets/shared.js",
      "assets/side.js",
      "index.html",
    ]);
  });
});
