/** Puts text on the clipboard, and the same as HTML for programs that take it. */
export async function copyRich(text: string, html: string): Promise<void> {
  const item = new ClipboardItem({
    "text/plain": new Blob([text], { type: "text/plain" }),
    "text/html": new Blob([html], { type: "text/html" }),
  });
  await navigator.clipboard.write([item]);
}

/** Prints a sheet of its own in a frame that is not seen, and takes it away afterwards. */
export function printSheet(draw: (sheet: Document) => void): void {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  const { contentWindow, contentDocument } = frame;
  if (contentWindow === null || contentDocument === null) return frame.remove();
  draw(contentDocument);
  contentWindow.addEventListener("afterprint", () => frame.remove());
  contentWindow.print();
}
