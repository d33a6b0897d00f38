/** A `Look`'s measure as a browser's screens give it: by canvas. */
export function canvasMeasure(): (text: string, font: string) => number {
  const pen = document.createElement("canvas").getContext("2d");
  if (pen === null) throw new Error("This browser has no canvas to measure with.");
  return (text, font) => {
    pen.font = font;
    return pen.measureText(text).width;
  };
}

/** Without a browser: every character is half as wide as it is high. */
export function roughMeasure(text: string, font: string): number {
  const size = Number(/(\d+)px/.exec(font)?.[1] ?? 0);
  return [...text].length * size * 0.5;
}
