/** What the keys of a timeline's screen do. */
interface Zoomed {
  zoom(by: number): void;
  fit(): void;
  pan(by: { readonly x?: number; readonly y?: number }): void;
}

export const zoomStep = 1.4;
/** How far Shift with an arrow pans, in pixels. */
const stride = 160;

const pans: Readonly<Record<string, { readonly x?: number; readonly y?: number }>> = {
  ArrowLeft: { x: -stride },
  ArrowRight: { x: stride },
  ArrowUp: { y: -stride },
  ArrowDown: { y: stride },
};

/** Zooms by the keys that zoom the map, and pans by Shift with arrows. Says whether the key was one of them. */
export function screenKey(event: KeyboardEvent, zoomed: Zoomed): boolean {
  const { key, shiftKey, altKey } = event;
  const isModified = event.ctrlKey || event.metaKey;
  if (altKey) return false;
  if (isModified && (key === "=" || key === "+")) zoomed.zoom(zoomStep);
  else if (isModified && key === "-") zoomed.zoom(1 / zoomStep);
  else if ((key === "0" && !shiftKey) || (event.code === "Digit1" && shiftKey && !isModified)) zoomed.fit();
  else if (shiftKey && !isModified && pans[key] !== undefined) zoomed.pan(pans[key]);
  else return false;
  return true;
}
