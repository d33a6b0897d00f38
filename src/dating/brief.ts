const year = /^(-?\d[\dX]{3})[^/]*?([?~%]?)$/u;

/**
 * The years of an EDTF date in a few letters, where there is little room: "1956", "c. 1979", "1953–1964", "1990s",
 * "1961–", "1956?". Text that is no such date is given back as it is.
 */
export function yearsInBrief(edtf: string): string {
  const [from = "", to] = edtf.split("/");
  const edges = [from, to ?? from].map(edgeInBrief);
  if (edges.includes(null)) return edtf;
  return edges[0] === edges[1] ? edges[0]! : edges.join("–");
}

function edgeInBrief(edge: string): string | null {
  if (edge === "" || edge === "..") return "";
  const found = year.exec(edge);
  if (found === null) return null;
  const [, digits = "", mark] = found;
  const said = digits.replace(/^(\d{3})X$/u, "$10s");
  const about = mark === "~" || mark === "%" ? `c. ${said}` : said;
  return mark === "?" || mark === "%" ? `${about}?` : about;
}
