/**
 * Every element on the page, in shadow roots too, that has a role and a name that holds a text; the status line and
 * other text count as role "text". Sent into the page as one function.
 * @param {string} role @param {string} name
 */
export function elementsByRole(role, name) {
  /** @type {Element[]} */
  const found = [];
  /** @param {Document | ShadowRoot} root */
  const gather = (root) => {
    for (const element of root.querySelectorAll("*")) {
      const own = element.getAttribute("role") ?? (element.localName === "button" ? "button" : "text");
      const isLeaf = element.childElementCount === 0 && element.shadowRoot === null;
      const said =
        element.getAttribute("aria-label") ?? (isLeaf || own !== "text" ? (element.textContent ?? "") : "");
      if (own === role && said.includes(name)) found.push(element);
      if (element.shadowRoot) gather(element.shadowRoot);
    }
  };
  gather(document);
  return found;
}
