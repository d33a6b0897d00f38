import { contextOf, isOffTree } from "#actions/action.ts";
import { copyBranch, pasteText } from "#actions/clipboard.ts";
import { actionById } from "#actions/catalogue.ts";
import { pressed } from "#actions/keys.ts";
import { typedAhead } from "#session/navigation.ts";
import type { Dialog, Workspace } from "#session/workspace.ts";

const typeAheadMs = 700;
const withField: ReadonlySet<Dialog["type"]> = new Set(["find", "replace", "palette", "move", "link"]);

/** Elements beside the tree whose buttons leave the map's keys alone … */
const controlsOfClaims: ReadonlySet<string> = new Set([
  "app-header",
  "map-screen",
  "neighbourhood-screen",
  "outline-screen",
  "timeline-screen",
]);
/** … but for these, which press the button, or would delete a claim that is not looked at. */
const keysOfControls: ReadonlySet<string> = new Set(["Enter", " ", "Tab", "Delete", "Backspace"]);

/** What a person does to the window as a whole: presses keys, copies and pastes, drops a file. */
export class WindowGestures {
  readonly #workspace: Workspace;
  readonly #dropping: (over: boolean) => void;
  #typed = "";
  #typedAt = 0;
  /** What was typed while a dialog with a field was on its way: letters, and Enter as a line's end. */
  #early = "";
  /** The dialog whose field has come: from then on letters go there by themselves, or nowhere. */
  #served: Dialog | null = null;

  constructor(workspace: Workspace, dropping: (over: boolean) => void) {
    this.#workspace = workspace;
    this.#dropping = dropping;
  }

  /**
   * Listens until the signal aborts. The focus is followed in the shell's own shadow tree, since its moves from one
   * part of the shell to another never leave that tree.
   */
  listen(root: Node, signal: AbortSignal): void {
    root.addEventListener("focusin", (event) => this.#arrived(event), { signal });
    addEventListener("keydown", this.#pressed, { signal });
    for (const type of ["copy", "cut", "paste"] as const) addEventListener(type, this.#clipped, { signal });
    addEventListener("dragover", this.#draggedOver, { signal });
    addEventListener("dragleave", this.#draggedOut, { signal });
    addEventListener("drop", this.#dropped, { signal });
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const context = contextOf(this.#workspace);
    const where = { onClaims: this.#onClaims(event), writing: isWriting(event) };
    if (pressed(event, context, where) || where.writing) return;
    const isTree = !isOffTree(this.#workspace);
    if (where.onClaims && isTree) this.#typeAhead(event);
    else if (this.#awaitsField())
      this.#early += isLetter(event) ? event.key : event.key === "Enter" ? "\n" : "";
  };

  /** A dialog that a person types into has been asked for. */
  #awaitsField(): boolean {
    const dialog = this.#workspace.dialog.peek();
    return dialog !== null && dialog !== this.#served && withField.has(dialog.type);
  }

  /** The field that the person was already typing into has come: it gets what was typed. */
  #arrived(event: Event): void {
    const [field] = event.composedPath();
    if (!(field instanceof HTMLInputElement)) return;
    const early = this.#early;
    this.#early = "";
    const awaited = this.#awaitsField();
    this.#served = this.#workspace.dialog.peek();
    if (early === "" || !awaited) return;
    const [letters = "", ...lines] = early.split("\n");
    field.value += letters;
    field.setSelectionRange(field.value.length, field.value.length);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    if (lines.length === 0) return;
    const enter = new KeyboardEvent("keydown", {
      key: "Enter",
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    // Once the dialog shows what the letters have found.
    setTimeout(() => field.dispatchEvent(enter));
  }

  #typeAhead(event: KeyboardEvent): void {
    const session = this.#workspace.current.peek();
    if (session === null || !isLetter(event) || event.key === " ") return;
    this.#typed = event.timeStamp - this.#typedAt > typeAheadMs ? event.key : this.#typed + event.key;
    this.#typedAt = event.timeStamp;
    const { claims } = session.map.peek();
    const textOf = (claim: Parameters<typeof claims.get>[0]) => claims.get(claim)?.text ?? "";
    const claim = typedAhead(session.shown.peek(), textOf, session.inHand.peek(), this.#typed);
    if (claim !== null) session.take(claim);
  }

  readonly #clipped = (event: ClipboardEvent): void => {
    if (!this.#onClaims(event) || isWriting(event) || hasSelectedText()) return;
    const context = contextOf(this.#workspace);
    event.preventDefault();
    if (event.type === "paste")
      return void pasteText(context, event.clipboardData?.getData("text/plain") ?? "");
    const text = copyBranch(context);
    if (text === null) return;
    event.clipboardData?.setData("text/plain", text);
    if (event.type === "cut") void actionById("claim.delete").run(context);
  };

  /** What nothing on the page takes for itself may be anything: a browser would leave the app for a link that it is left to. */
  readonly #draggedOver = (event: DragEvent): void => {
    if (event.defaultPrevented) return this.#dropping(false);
    if (isWriting(event) && !hasFiles(event)) return;
    event.preventDefault();
    if (hasFiles(event)) this.#dropping(true);
  };

  readonly #draggedOut = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.#dropping(false);
  };

  /** What was dropped can be read only while it is being dropped. */
  async #open({ files, items }: DataTransfer): Promise<void> {
    const entries = [...items].map((item) => item.webkitGetAsEntry());
    const folder = entries.find((entry) => entry?.isDirectory === true)?.name ?? null;
    const dropped = { files: [...files], folder };
    (await import("#actions/opening.ts")).openDropped(this.#workspace, dropped);
  }

  readonly #dropped = (event: DragEvent): void => {
    if (event.defaultPrevented) return this.#dropping(false);
    if (isWriting(event) && !hasFiles(event)) return;
    event.preventDefault();
    this.#dropping(false);
    if (event.dataTransfer !== null) void this.#open(event.dataTransfer);
  };

  /** On the map or the outline, or on a control of theirs that has no use for the key itself, with no dialog open. */
  #onClaims(event: Event): boolean {
    if (this.#workspace.current.peek() === null || this.#workspace.dialog.peek() !== null) return false;
    const path = event.composedPath().filter((node) => node instanceof Element);
    const inTree = path.some((node) => node.getAttribute("role") === "tree");
    if (inTree || path[0] === document.body || path[0] === document.documentElement) return true;
    const onControl = path.some((node) => controlsOfClaims.has(node.localName));
    return onControl && !(event instanceof KeyboardEvent && keysOfControls.has(event.key));
  }
}

function isLetter(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  return event.key.length === 1 && !modified && !event.isComposing && !event.defaultPrevented;
}

function isWriting(event: Event): boolean {
  const [at] = event.composedPath();
  return (
    at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
  );
}

function hasSelectedText(): boolean {
  return !(document.getSelection()?.isCollapsed ?? true);
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
