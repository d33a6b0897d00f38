import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

const top = fileURLToPath(new URL("../..", import.meta.url));

/** One file of the repository, as the rules see it. */
export interface Source {
  /** From the repository's top: "src/model/claim.ts". */
  readonly path: string;
  readonly text: string;
}

/** Every file under some folders whose name ends in one of the endings. */
export function sourcesUnder(folders: readonly string[], endings: RegExp): readonly Source[] {
  return folders.flatMap((folder) => sourcesIn(folder, endings));
}

function sourcesIn(folder: string, endings: RegExp): readonly Source[] {
  return readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length))
    .map((path) => ({ path, text: readFileSync(join(top, path), "utf8") }));
}

/** Folders directly inside a folder. */
export function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(top, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type: string };

/** What a file imports, re-exports, loads later, names in a type, or starts as a worker: the addresses as written. */
export function importsOf({ path, text }: Source): readonly string[] {
  return nodesOf({ path, text }).flatMap((node) => addressOf(node) ?? []);
}

/** All nodes of a file's syntax tree. Throws when the file does not parse. */
export function nodesOf({ path, text }: Source): readonly SyntaxNode[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message ?? ""}`);
  const found: SyntaxNode[] = [];
  collect(program, found);
  return found;
}

function collect(value: unknown, found: SyntaxNode[]): void {
  if (Array.isArray(value)) for (const part of value) collect(part, found);
  if (!isNode(value)) return;
  found.push(value);
  for (const part of Object.values(value)) collect(part, found);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function addressOf(node: SyntaxNode): string | null {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return literal(node["source"]);
    case "TSExternalModuleReference":
      return literal(node["expression"]);
    case "NewExpression":
      return besideThisFile(node);
    default:
      return null;
  }
}

/** `new URL("./layout.worker.ts", import.meta.url)`. */
function besideThisFile(node: SyntaxNode): string | null {
  const [address, base] = Array.isArray(node["arguments"]) ? node["arguments"] : [];
  const isUrl = isNode(node["callee"]) && node["callee"]["name"] === "URL";
  return isUrl && isNode(base) && base.type === "MemberExpression" ? literal(address) : null;
}

function literal(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === "TSLiteralType") return literal(value["literal"]);
  if (value.type === "TemplateLiteral") return beginning(value);
  return typeof value["value"] === "string" ? value["value"] : null;
}

/** What a template says before its first hole: enough to tell which room it names. */
function beginning(template: SyntaxNode): string | null {
  const [first]: unknown[] = Array.isArray(template["quasis"]) ? template["quasis"] : [];
  const text = isNode(first) ? first["value"] : null;
  const cooked = typeof text === "object" && text !== null && "cooked" in text ? text.cooked : null;
  return typeof cooked === "string" ? cooked : null;
}
