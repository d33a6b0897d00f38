import { DataPlugin, type IRuleNode, type ITokenNode, Logger } from "@argdown/core";
import { type Data, describeJson, isData, plainJson } from "#interchange/plain-json.ts";
import { Unreadable } from "#interchange/reading.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/** Argdown's own YAML reader, so that there is one only. */
const plugin = new DataPlugin();

/** How many values a letter of YAML may stand for: aliases are for repeating a source, not for filling the memory. */
const unfolding = 50;

/**
 * YAML as plain data: a block of lines, or names and values in braces as Argdown has them after a statement.
 * `line` is where it begins, for the sentence of the `Unreadable` that it throws.
 */
export function parseYaml(yaml: string, line: number): Data {
  const block = yaml.startsWith("{") ? yaml : `{\n${yaml}\n}`;
  const data = plainJson(load(block, line) ?? {}, yaml.length * unfolding);
  if (isData(data)) return data;
  throw new Unreadable(words.argdownDataShape(line, describeJson(data)));
}

function load(image: string, line: number): unknown {
  const holder: Pick<IRuleNode, "data"> = {};
  try {
    plugin.tokenListeners["Data"]?.(
      { data: { switchToBlockFormatIfMultiline: true } },
      {},
      { image } as ITokenNode,
      holder as IRuleNode,
      0,
      new Logger(),
    );
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new Unreadable(words.argdownData(line + lineWithin(error), reasonOf(error)), { cause: error });
  }
  return holder.data;
}

/** js-yaml's exceptions carry a reason and a mark. */
function reasonOf(error: unknown): string {
  const reason: unknown = error instanceof Error && "reason" in error ? error.reason : undefined;
  return typeof reason === "string" ? reason : "it cannot be read";
}

function lineWithin(error: unknown): number {
  const mark: unknown = error instanceof Error && "mark" in error ? error.mark : undefined;
  const line: unknown = typeof mark === "object" && mark !== null && "line" in mark ? mark.line : 0;
  return typeof line === "number" ? line : 0;
}
