/** As much of d3-flextree as is measured. */
declare module "d3-flextree" {
  interface Node<Data> {
    readonly data: Data;
  }
  interface Layout<Data> {
    (tree: Node<Data>): void;
    hierarchy(data: Data): Node<Data>;
  }
  export function flextree<Data>(options: {
    nodeSize(node: Node<Data>): readonly [number, number];
  }): Layout<Data>;
}
