/** Which works hang together: how strong others are beside them cannot be told. @param ids of all that may be tied */
export function createTies(ids: Iterable<string>) {
  let missing = new Set(ids).size - 1;
  const above = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    // So that the way is short the next time.
    for (let at = id; at !== root;) {
      const next = above.get(at) ?? root;
      above.set(at, root);
      at = next;
    }
    return root;
  };
  return {
    /** Whether all hang together. */
    areOne: (): boolean => missing <= 0,
    /** Which works do not hang together with one. */
    apartFrom(one: string): (other: string) => boolean {
      const root = rootOf(one);
      return (other) => rootOf(other) !== root;
    },
    /** @returns whether they were not before */
    tie(one: string, other: string): boolean {
      const [root, otherRoot] = [rootOf(one), rootOf(other)];
      if (root === otherRoot) return false;
      above.set(root, otherRoot);
      missing -= 1;
      return true;
    },
  };
}
