import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

const policyNeeds = ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"];
const rawDecorator = /@(?:customElement|property|state|query|queryAll|queryAsync|eventOptions)\s*\(/;
const policyTag = /<meta[^>]*http-equiv="Content-Security-Policy"[^>]*content="([^"]*)"/;
const loadedFromAfar = [
  /<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc="(?:https?:)?\/\/[^"]*"/,
  /<link\b[^>]*\bhref="(?:https?:)?\/\/[^"]*"/,
  /\bimport\s*\(?\s*["'`](?:https?:)?\/\/[^"'`]*/,
  /\bfrom\s*["'`](?:https?:)?\/\/[^"'`]*/,
  /\b(?:fetch|importScripts|Worker|EventSource|WebSocket)\s*\(\s*["'`](?:https?:|wss?:)?\/\/[^"'`]*/,
  /\b(?:url\(|@import)\s*["']?(?:https?:)?\/\/[^"')]*/,
];
const builtName = /["'`/]([\w.-]+-[\w-]{8}\.(?:js|css|woff2))["'`]/g;
const worker = "service-worker.js";
const rootedAddress = /\b(?:src|href)="\/(?!\/)[^"]*"/;

/**
 * What is wrong with the files of a build, in sentences; empty when nothing is.
 * @param {string} dist the folder of the build
 */
export function builtFileProblems(dist) {
  const names = readdirSync(dist, { recursive: true, encoding: "utf8" });
  const texts = names.filter((name) => /\.(?:html|js|css|svg|webmanifest)$/.test(name));
  const files = new Set(names.map((name) => basename(name)));
  const read = (/** @type {string} */ name) => readFileSync(join(dist, name), "utf8");
  return [
    ...texts.flatMap((name) => textProblems(name, read(name))),
    ...texts.flatMap((name) => missingProblems(name, read(name), files)),
    ...unkeptFiles(dist, names, names.includes(worker) ? read(worker) : null),
  ];
}

/**
 * Built files that a file asks for and that are not there: no server would find them.
 * @param {string} name
 * @param {string} text
 * @param {ReadonlySet<string>} files the names of the files that are there
 */
function missingProblems(name, text, files) {
  const asked = new Set([...text.matchAll(builtName)].map(([, file = ""]) => file));
  return [...asked]
    .filter((file) => !files.has(file))
    .map((file) => `${name} asks for ${file}, which is not in the build.`);
}

/**
 * Files that would not be there without the server.
 * @param {string} dist
 * @param {readonly string[]} names
 * @param {string | null} text the service worker's
 */
function unkeptFiles(dist, names, text) {
  if (text === null) return [`There is no ${worker}: the app would not work without its server.`];
  return names
    .filter((name) => name !== worker && statSync(join(dist, name)).isFile() && !text.includes(`"${name}"`))
    .map((name) => `${worker} does not keep ${name}.`);
}

/**
 * @param {string} name
 * @param {string} text
 */
export function textProblems(name, text) {
  const problems = [];
  const decorator = name.endsWith(".js") && rawDecorator.exec(text);
  if (decorator)
    problems.push(
      `${name} holds the raw decorator ${decorator[0]}: no browser can run it. Check experimentalDecorators in tsconfig.json.`,
    );
  for (const pattern of loadedFromAfar) {
    const found = pattern.exec(text);
    if (found) problems.push(`${name} loads something from another server: ${found[0].slice(0, 120)}`);
  }
  if (name === "index.html") problems.push(...pageProblems(text));
  return problems;
}

/** @param {string} html */
function pageProblems(html) {
  const policy = policyTag.exec(html)?.[1];
  const rooted = rootedAddress.exec(html);
  return [
    ...(policy === undefined ? ["index.html has no Content-Security-Policy."] : []),
    ...policyNeeds
      .filter((part) => policy !== undefined && !policy.includes(part))
      .map((part) => `The Content-Security-Policy of index.html lacks ${part}.`),
    ...(policy !== undefined && /'unsafe-(?:inline|eval)'/.test(policy)
      ? ["The Content-Security-Policy of index.html allows what is unsafe."]
      : []),
    ...(rooted ? [`index.html asks for ${rooted[0]}, which breaks under any other path than /.`] : []),
  ];
}
