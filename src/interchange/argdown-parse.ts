import {
  type IAstNode,
  type IRuleNode,
  isRuleNode,
  type ITokenNode,
  parser,
  RuleNames,
  tokenize,
  TokenNames,
} from "@argdown/core";
import type { Arrow, Block, Inference, Link, Mention, Sketch } from "#interchange/argdown-sketch.ts";
import { proseOf } from "#interchange/argdown-prose.ts";
import { parseYaml } from "#interchange/argdown-yaml.ts";
import type { Data } from "#interchange/plain-json.ts";
import { Unreadable } from "#interchange/reading.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/** How many brackets may stand open in one line. */
const MAX_OPEN = 300;

/** Argdown text as a sketch. Throws `Unreadable` with the first fault's line and what was expected there. */
export function parseArgdown(text: string): Sketch {
  const { front, body } = splitFront(text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n"));
  const data = front === null ? {} : parseYaml(front, 1);
  if (body.trim() === "") return { front: data, headings: [], blocks: [] };
  const children = (syntaxTree(body).children ?? []).filter(isRuleNode);
  const headings = children.filter(({ name }) => name === RuleNames.HEADING);
  return { front: data, headings: headings.map((node) => proseOf(node)), blocks: children.flatMap(blocksOf) };
}

/** Cuts off the frontmatter and leaves its line breaks, so that lines keep their numbers. */
function splitFront(text: string): { front: string | null; body: string } {
  if (!/^\s*===/.test(text)) return { front: null, body: text };
  const match = /^(\s*)===+([\s\S]*?)===+/.exec(text);
  if (match === null) throw new Unreadable(words.argdownFront);
  const breaks = match[0].replaceAll(/[^\n]+/g, "");
  return { front: `${match[1] ?? ""}${match[2] ?? ""}`, body: breaks + text.slice(match[0].length) };
}

function syntaxTree(body: string): IRuleNode {
  refuseManyOpen(body);
  refuseLoneBackslash(body);
  parser.input = tokensOf(body);
  const tree = parser.argdown();
  const [error] = parser.errors;
  if (error === undefined) return tree;
  const { startLine, image, endLine } = error.token;
  const place = startLine ?? endLine;
  const line = place === undefined || Number.isNaN(place) ? body.trimEnd().split("\n").length : place;
  const found = image.trim() === "" ? lineAt(body, line) : quoted(image);
  throw new Unreadable(words.argdownFault(line, found, error.message));
}

/** Argdown's lexer looks for the end of each bracket in all that follows: a line of brackets would take it minutes. */
function refuseManyOpen(body: string): void {
  let open = 0;
  for (const [sign] of body.matchAll(/\\.|[[{<\]}>\n]/g)) {
    if (sign === "\n") open = 0;
    else if ("[{<".includes(sign)) open++;
    else if ("]}>".includes(sign)) open = Math.max(0, open - 1);
    if (open > MAX_OPEN) throw new Unreadable(words.tooDeep);
  }
}

/** Argdown's lexer gives up on a backslash at the end of a line without saying where. */
function refuseLoneBackslash(body: string): void {
  const place = /(?<!\\)(?:\\\\)*\\(?=\n|$)/.exec(body);
  if (place === null) return;
  const line = body.slice(0, place.index).split("\n").length;
  throw new Unreadable(words.argdownFault(line, lineAt(body, line), words.argdownBackslash));
}

function tokensOf(body: string) {
  try {
    return tokenize(body).tokens;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new Unreadable(words.argdownUnknown, { cause: error });
  }
}

function lineAt(body: string, line: number): string {
  const text = body.split("\n")[line - 1]?.trim() ?? "";
  return text === "" ? words.argdownEnd : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function blocksOf(node: IRuleNode, place: number, siblings: readonly IRuleNode[]): readonly Block[] {
  if (node.name === RuleNames.STATEMENT || node.name === RuleNames.ARGUMENT) {
    return [{ type: "mention", mention: mentionOf(node) }];
  }
  if (node.name === RuleNames.PCS) return [inferencesOf(node, siblings[place - 1])];
  if (node.name !== RuleNames.ORDERED_LIST && node.name !== RuleNames.UNORDERED_LIST) return [];
  const items = rulesIn(node).flatMap((item) => rulesIn(item).slice(0, 1));
  return items.map((item) => ({ type: "mention", mention: mentionOf(item) }));
}

const titleTokens: Readonly<Record<string, number>> = {
  [TokenNames.STATEMENT_DEFINITION]: 2,
  [TokenNames.STATEMENT_REFERENCE]: 1,
  [TokenNames.ARGUMENT_DEFINITION]: 2,
  [TokenNames.ARGUMENT_REFERENCE]: 1,
};

function mentionOf(node: IRuleNode): Mention {
  const inner = (node.children ?? []).flatMap((child) =>
    isRuleNode(child) && child.name === RuleNames.STATEMENT_DEFINITION ? (child.children ?? []) : [child],
  );
  const tokens = inner.filter((child): child is ITokenNode => !isRuleNode(child));
  const title = tokens.find((token) => token.tokenType.name in titleTokens);
  const content = inner.find((child) => isRuleNode(child) && child.name === RuleNames.STATEMENT_CONTENT);
  return {
    type: node.name === RuleNames.ARGUMENT ? "argument" : "statement",
    title: title ? title.image.slice(1, -(titleTokens[title.tokenType.name] ?? 1)).trim() : null,
    text: content ? proseOf(content) : null,
    data: dataAmong(tokens),
    line: title?.startLine ?? node.startLine ?? 1,
    links: linksIn(node),
  };
}

const dataToken: string = TokenNames.DATA;

function dataAmong(tokens: readonly ITokenNode[]): Data {
  const token = tokens.find((each) => each.tokenType.name === dataToken);
  return token ? parseYaml(token.image, token.startLine ?? 1) : {};
}

const arrows: Readonly<Record<string, Arrow>> = {
  [RuleNames.OUTGOING_SUPPORT]: "+",
  [RuleNames.OUTGOING_ATTACK]: "-",
  [RuleNames.OUTGOING_UNDERCUT]: "_",
  [RuleNames.INCOMING_SUPPORT]: "+>",
  [RuleNames.INCOMING_ATTACK]: "->",
  [RuleNames.INCOMING_UNDERCUT]: "_>",
  [RuleNames.CONTRADICTION]: "><",
};

function linksIn(node: IRuleNode): Link[] {
  const relations = rulesIn(node).filter(({ name }) => name === RuleNames.RELATIONS);
  return relations.flatMap(rulesIn).flatMap((relation) => {
    const arrow = arrows[relation.name];
    const to = rulesIn(relation)[0];
    return arrow && to ? [{ arrow, to: mentionOf(to) }] : [];
  });
}

function inferencesOf(node: IRuleNode, above: IRuleNode | undefined): Block {
  const inferences: Inference[] = [];
  let waiting: Mention[] = [];
  for (const part of rulesIn(node).flatMap((each) =>
    each.name === RuleNames.PCS_TAIL ? rulesIn(each) : each,
  )) {
    const statement = rulesIn(part)[0];
    if (part.name === RuleNames.INFERENCE) {
      inferences.push({ premises: waiting, conclusion: noMention, undercuts: linksIn(part) });
      waiting = [];
    } else if (statement !== undefined) {
      const mention = mentionOf(statement);
      const last = inferences.at(-1);
      if (last?.conclusion === noMention)
        inferences[inferences.length - 1] = { ...last, conclusion: mention };
      else waiting.push(mention);
    }
  }
  const title = above?.name === RuleNames.ARGUMENT ? mentionOf(above).title : null;
  return { type: "inferences", title, inferences, line: node.startLine ?? 1 };
}

/** Holds a conclusion's place until its line comes. */
const noMention: Mention = { type: "statement", title: null, text: null, data: {}, line: 0, links: [] };

function rulesIn(node: IAstNode): readonly IRuleNode[] {
  return isRuleNode(node) ? (node.children ?? []).filter(isRuleNode) : [];
}
