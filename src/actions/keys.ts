import { matchKeyBindingPress, parseKeybinding } from "tinykeys";
import { type Action, type Context, isSingleKey } from "#actions/action.ts";
import { catalogue } from "#actions/catalogue.ts";
import { actionWords } from "#words/actions.ts";

const apple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * Runs the action that a key press stands for, and says whether there was one. Keys of scope `claims` hold only
 * where `onClaims`; while a person is writing, nothing but keys with Ctrl or Cmd that an editor does not use holds.
 */
export function pressed(
  event: KeyboardEvent,
  context: Context,
  where: { onClaims: boolean; writing: boolean },
): boolean {
  if (event.isComposing || event.defaultPrevented) return false;
  const single = context.workspace.settings.choices.value.singleKeys;
  const action = catalogue.find(
    (candidate) =>
      (candidate.scope === "anywhere" || where.onClaims) &&
      (!where.writing || candidate.whileWriting) &&
      candidate.keys.some((press) => (single || !isSingleKey(press)) && matches(event, press)) &&
      candidate.when(context),
  );
  if (action === undefined) return false;
  event.preventDefault();
  void action.run(context);
  return true;
}

function matches(event: KeyboardEvent, press: string): boolean {
  const [first] = parseKeybinding(press);
  return first !== undefined && matchKeyBindingPress(event, first);
}

/** How a key press is written on screen: "Ctrl+Z", "⌘Z", "Shift+1", "+". */
export function describeKey(press: string): string {
  const parts = press.split(/\b\+/).map((part) => part.replace("$mod", apple ? "meta" : "control"));
  const key = parts.pop() ?? "";
  const plain = key === "+" || key === "?" || key === "!" || key === "&" ? [] : parts;
  const named = [...plain, key].map((part) => actionWords.keyNames[part.toLowerCase()] ?? keyCap(part));
  return named.join(apple ? "" : "+");
}

/** The key that is shown beside an action's name, or `null`. */
export function shownKey(action: Action): string | null {
  const [first] = action.keys;
  return first === undefined ? null : describeKey(first);
}

function keyCap(part: string): string {
  const bare = part.replace(/^(Digit|Key)/, "");
  return bare.length === 1 ? bare.toUpperCase() : bare;
}
