/**
 * Which strongly connected component each vertex of a graph is in (Tarjan 1972, with a stack of its own instead of
 * recursion). Components are numbered from 0; an edge never leads to a component with a higher number.
 */
export function componentsOf(
  count: number,
  edgesFrom: (vertex: number) => readonly number[],
): Int32Array<ArrayBuffer> {
  const search = new Search(count, edgesFrom);
  for (let vertex = 0; vertex < count; vertex++) search.from(vertex);
  return search.component;
}

const UNSEEN = -1;

class Search {
  readonly component: Int32Array<ArrayBuffer>;
  readonly #edgesFrom: (vertex: number) => readonly number[];
  readonly #seen: Int32Array;
  readonly #lowest: Int32Array;
  readonly #nextEdge: Int32Array;
  readonly #path: number[] = [];
  readonly #open: number[] = [];
  #count = 0;
  #components = 0;

  constructor(count: number, edgesFrom: (vertex: number) => readonly number[]) {
    this.component = new Int32Array(count).fill(UNSEEN);
    this.#edgesFrom = edgesFrom;
    this.#seen = new Int32Array(count).fill(UNSEEN);
    this.#lowest = new Int32Array(count);
    this.#nextEdge = new Int32Array(count);
  }

  from(start: number): void {
    if (this.#seen[start] !== UNSEEN) return;
    this.#enter(start);
    for (let vertex = this.#path.at(-1); vertex !== undefined; vertex = this.#path.at(-1)) {
      const next = this.#edgesFrom(vertex)[this.#nextEdge[vertex]!++];
      if (next === undefined) this.#leave(vertex);
      else if (this.#seen[next] === UNSEEN) this.#enter(next);
      else if (this.component[next] === UNSEEN) this.#lower(vertex, this.#seen[next]!);
    }
  }

  #enter(vertex: number): void {
    this.#seen[vertex] = this.#lowest[vertex] = this.#count++;
    this.#path.push(vertex);
    this.#open.push(vertex);
  }

  #leave(vertex: number): void {
    this.#path.pop();
    const above = this.#path.at(-1);
    if (above !== undefined) this.#lower(above, this.#lowest[vertex]!);
    if (this.#lowest[vertex] !== this.#seen[vertex]) return;
    for (let member = this.#open.pop(); member !== undefined; member = this.#open.pop()) {
      this.component[member] = this.#components;
      if (member === vertex) break;
    }
    this.#components++;
  }

  #lower(vertex: number, to: number): void {
    this.#lowest[vertex] = Math.min(this.#lowest[vertex]!, to);
  }
}
