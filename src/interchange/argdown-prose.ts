import { type IAstNode, isRuleNode, type ITokenNode, shortcodes, TokenNames } from "@argdown/core";

/** The plain text of a statement's content: emphasis and links lose their marks, line breaks become spaces. */
export function proseOf(node: IAstNode): string {
  return rawProse(node)
    .replaceAll(/[ \t]+/g, " ")
    .trim();
}

function rawProse(node: IAstNode): string {
  return isRuleNode(node) ? (node.children ?? []).map(rawProse).join("") : tokenProse(node);
}

function tokenProse({ tokenType, image }: ITokenNode): string {
  const prose = Object.hasOwn(proseOfTokens, tokenType.name) ? proseOfTokens[tokenType.name] : undefined;
  if (prose !== undefined) return prose(image);
  return /[ \t]$/.test(image) ? " " : "";
}

/** Tokens that say something; of the others, such as the ends of bold text, only a blank is left. */
const proseOfTokens: Readonly<Record<string, (image: string) => string>> = {
  [TokenNames.FREESTYLE]: (image) => image,
  [TokenNames.UNUSED_CONTROL_CHAR]: (image) => image,
  [TokenNames.TAG]: (image) => image,
  [TokenNames.STATEMENT_MENTION]: (image) => image,
  [TokenNames.ARGUMENT_MENTION]: (image) => image,
  [TokenNames.ESCAPED_CHAR]: (image) => image.slice(1),
  [TokenNames.SPECIAL_CHAR]: symbolOf,
  [TokenNames.LINK]: (image) => image.replace(/^\[([^\]]*)\]\([^)]*\)/, "$1"),
  [TokenNames.NEWLINE]: () => " ",
};

/** Argdown writes some signs by name, `:->:` for an arrow. */
function symbolOf(image: string): string {
  const name = image.trim();
  const sign = Object.hasOwn(shortcodes, name) ? shortcodes[name] : undefined;
  return sign ? image.replace(name, () => sign.unicode) : image;
}
