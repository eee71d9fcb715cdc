/** Values by name that many stages share: a branch costs nothing, and a change of one is not seen in another. */

const BITS = 5;
const WIDTH = 1 << BITS;

/** By the number of a name, a few bits of it a level; what is at the lowest level are values. */
type Node =
  { readonly nodes: readonly (Node | undefined)[] } | { readonly values: readonly (string | undefined)[] };

export class BranchingValues {
  #root: Node = { values: [] };
  /** Levels below the root. */
  #height = 0;

  /** @param numbers of the names, which all branches share */
  private constructor(private readonly numbers: Map<string, number>) {}

  static empty(): BranchingValues {
    return new BranchingValues(new Map());
  }

  /** In constant time. */
  branch(): BranchingValues {
    const other = new BranchingValues(this.numbers);
    other.#root = this.#root;
    other.#height = this.#height;
    return other;
  }

  get(name: string): string | undefined {
    const number = this.numbers.get(name);
    return number === undefined ? undefined : this.#at(number);
  }

  set(name: string, value: string): void {
    let number = this.numbers.get(name);
    if (number === undefined) this.numbers.set(name, (number = this.numbers.size));
    while (number >= WIDTH << (this.#height * BITS)) {
      this.#root = { nodes: [this.#root] };
      this.#height++;
    }
    this.#root = withValue(this.#root, this.#height, number, value);
  }

  /** Those that have a value here, in the order in which they were first met anywhere. */
  *keys(): Generator<string> {
    for (const [name, number] of this.numbers) if (this.#at(number) !== undefined) yield name;
  }

  #at(number: number): string | undefined {
    let node: Node | undefined = this.#root;
    if (number >= WIDTH << (this.#height * BITS)) return undefined;
    for (let level = this.#height; node && 'nodes' in node; level--) node = node.nodes[digit(number, level)];
    return node && 'values' in node ? node.values[digit(number, 0)] : undefined;
  }
}

const digit = (number: number, level: number): number => (number >> (level * BITS)) & (WIDTH - 1);

/** A copy of the nodes on the way to it; all others are shared. */
function withValue(node: Node | undefined, level: number, number: number, value: string): Node {
  const at = digit(number, level);
  if (level === 0) {
    const values = node && 'values' in node ? node.values.slice() : [];
    values[at] = value;
    return { values };
  }
  const nodes = node && 'nodes' in node ? node.nodes.slice() : [];
  nodes[at] = withValue(nodes[at], level - 1, number, value);
  return { nodes };
}
