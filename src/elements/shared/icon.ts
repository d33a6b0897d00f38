import { noChange } from "lit";
import { Directive, directive } from "lit/directive.js";
import add from "lucide-static/icons/plus.svg?raw";
import back from "lucide-static/icons/arrow-left.svg?raw";
import close from "lucide-static/icons/x.svg?raw";
import copy from "lucide-static/icons/copy.svg?raw";
import edit from "lucide-static/icons/pencil.svg?raw";
import find from "lucide-static/icons/search.svg?raw";
import fit from "lucide-static/icons/maximize.svg?raw";
import fold from "lucide-static/icons/chevron-up.svg?raw";
import image from "lucide-static/icons/image.svg?raw";
import link from "lucide-static/icons/link-2.svg?raw";
import maps from "lucide-static/icons/library-big.svg?raw";
import minus from "lucide-static/icons/minus.svg?raw";
import more from "lucide-static/icons/ellipsis.svg?raw";
import next from "lucide-static/icons/chevron-right.svg?raw";
import note from "lucide-static/icons/notebook-pen.svg?raw";
import open from "lucide-static/icons/folder-open.svg?raw";
import redo from "lucide-static/icons/redo-2.svg?raw";
import remove from "lucide-static/icons/trash-2.svg?raw";
import step from "lucide-static/icons/git-branch.svg?raw";
import undo from "lucide-static/icons/undo-2.svg?raw";
import unfold from "lucide-static/icons/chevron-down.svg?raw";

const drawings = {
  add,
  back,
  close,
  copy,
  edit,
  find,
  fit,
  fold,
  image,
  link,
  maps,
  minus,
  more,
  next,
  note,
  open,
  redo,
  remove,
  step,
  undo,
  unfold,
};

export type IconName = keyof typeof drawings;

const namespace = "http://www.w3.org/2000/svg";
const parsed = new Map<IconName, SVGSVGElement>();

class IconDirective extends Directive {
  #shown = "";

  /** The same drawing again leaves the one on screen alone: a node replaced between press and release swallows the click. */
  override render(name: IconName, size = 18): SVGSVGElement | typeof noChange {
    const wanted = `${name} ${size}`;
    if (wanted === this.#shown) return noChange;
    this.#shown = wanted;
    const drawing = (parsed.get(name) ?? parse(name)).cloneNode(true) as SVGSVGElement;
    drawing.setAttribute("width", String(size));
    drawing.setAttribute("height", String(size));
    return drawing;
  }
}

/**
 * A Lucide icon (ISC) as an SVG element, 18 px in the colour of the text around it, hidden from screen readers:
 * the button that holds it has the name. Built element by element, since Trusted Types admit no markup strings.
 */
export const icon = directive(IconDirective);

function parse(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(namespace, "svg");
  const frame = { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": "2" };
  const ends = { "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true" };
  for (const [key, value] of Object.entries({ ...frame, ...ends })) drawing.setAttribute(key, value);
  for (const [, tag = "", attributes = ""] of drawings[name].matchAll(/<(\w+)\s([^>]*?)\/>/g)) {
    const part = document.createElementNS(namespace, tag);
    for (const [, key = "", value = ""] of attributes.matchAll(/([\w-]+)="([^"]*)"/g))
      part.setAttribute(key, value);
    drawing.append(part);
  }
  parsed.set(name, drawing);
  return drawing;
}
