import { at } from './allocation-exclusions.domain.ts';

/** A directed network with whole capacities and costs of at least 0; arc `n ^ 1` is the way back of arc `n`. */
export interface Network {
  readonly nodes: number;
  /** @returns the number of the arc. */
  addArc(from: number, to: number, capacity: number, cost: number): number;
  /** Units that flow over an arc, after `run`. */
  flowOn(arc: number): number;
  /** Sends as much as possible from source to sink, as cheaply as possible. @returns the units sent. */
  run(source: number, sink: number): number;
}

/**
 * Minimum-cost maximum flow by the primal-dual method: Dijkstra over reduced costs, then a blocking flow over all
 * shortest paths at once (Ahuja, Magnanti, Orlin: Network Flows, §9.8). Quick where few different path costs occur.
 */
export function createNetwork(nodes: number, arcLimit: number): Network {
  const target = new Int32Array(2 * arcLimit);
  const left = new Int32Array(2 * arcLimit);
  const cost = new Float64Array(2 * arcLimit);
  const nextArc = new Int32Array(2 * arcLimit);
  const firstArc = new Int32Array(nodes).fill(-1);
  const potential = new Float64Array(nodes);
  const level = new Int32Array(nodes);
  const cursor = new Int32Array(nodes);
  let arcs = 0;

  const addHalf = (from: number, to: number, capacity: number, price: number): void => {
    target[arcs] = to;
    left[arcs] = capacity;
    cost[arcs] = price;
    nextArc[arcs] = at(firstArc, from);
    firstArc[from] = arcs++;
  };
  const reduced = (from: number, arc: number): number =>
    (cost[arc] as number) + (potential[from] as number) - (potential[at(target, arc)] as number);

  /** Makes every arc of a shortest path free of reduced cost. @returns false when the sink cannot be reached. */
  function shortestPaths(source: number, sink: number): boolean {
    const distance = new Float64Array(nodes).fill(Infinity);
    distance[source] = 0;
    const heap = createHeap();
    heap.push(0, source);
    for (let top = heap.pop(); top; top = heap.pop()) {
      if (top.key > (distance[top.node] as number)) continue;
      for (let arc = at(firstArc, top.node); arc >= 0; arc = at(nextArc, arc)) {
        if (left[arc] === 0) continue;
        const reached = top.key + reduced(top.node, arc);
        const to = at(target, arc);
        if (reached < (distance[to] as number)) {
          distance[to] = reached;
          heap.push(reached, to);
        }
      }
    }
    const farthest = distance[sink] as number;
    if (farthest === Infinity) return false;
    for (let node = 0; node < nodes; node++) {
      potential[node] = (potential[node] as number) + Math.min(distance[node] as number, farthest);
    }
    return true;
  }

  /** Levels over the arcs free of reduced cost (Dinic). */
  function setLevels(source: number, sink: number): boolean {
    level.fill(-1);
    level[source] = 0;
    const queue = [source];
    for (const node of queue) {
      for (let arc = at(firstArc, node); arc >= 0; arc = at(nextArc, arc)) {
        const to = at(target, arc);
        if (left[arc] === 0 || at(level, to) >= 0 || reduced(node, arc) !== 0) continue;
        level[to] = at(level, node) + 1;
        queue.push(to);
      }
    }
    return at(level, sink) >= 0;
  }

  function push(node: number, sink: number, wanted: number): number {
    if (node === sink) return wanted;
    for (; at(cursor, node) >= 0; cursor[node] = at(nextArc, at(cursor, node))) {
      const arc = at(cursor, node);
      const to = at(target, arc);
      if (left[arc] === 0 || at(level, to) !== at(level, node) + 1 || reduced(node, arc) !== 0) continue;
      const sent = push(to, sink, Math.min(wanted, at(left, arc)));
      if (sent === 0) continue;
      left[arc] = at(left, arc) - sent;
      left[arc ^ 1] = at(left, arc ^ 1) + sent;
      return sent;
    }
    return 0;
  }

  return {
    nodes,
    addArc(from, to, capacity, price): number {
      addHalf(from, to, capacity, price);
      addHalf(to, from, 0, -price);
      return arcs - 2;
    },
    flowOn: (arc) => at(left, arc ^ 1),
    run(source, sink): number {
      let total = 0;
      while (shortestPaths(source, sink)) {
        while (setLevels(source, sink)) {
          cursor.set(firstArc);
          for (let sent = 1; sent > 0; total += sent) sent = push(source, sink, 2 ** 31 - 1);
        }
      }
      return total;
    },
  };
}

interface Heap {
  push(key: number, node: number): void;
  pop(): { key: number; node: number } | null;
}

/** A binary heap, smallest key first. */
function createHeap(): Heap {
  const keys: number[] = [];
  const nodes: number[] = [];
  const swap = (a: number, b: number): void => {
    [keys[a], keys[b]] = [keys[b] as number, keys[a] as number];
    [nodes[a], nodes[b]] = [nodes[b] as number, nodes[a] as number];
  };
  const less = (a: number, b: number): boolean => (keys[a] as number) < (keys[b] as number);
  return {
    push(key, node): void {
      let child = keys.push(key) - 1;
      nodes.push(node);
      while (child > 0) {
        const parent = (child - 1) >> 1;
        if (!less(child, parent)) break;
        swap(child, parent);
        child = parent;
      }
    },
    pop(): { key: number; node: number } | null {
      if (keys.length === 0) return null;
      swap(0, keys.length - 1);
      const top = { key: keys.pop() as number, node: nodes.pop() as number };
      for (let parent = 0; ;) {
        let child = 2 * parent + 1;
        if (child >= keys.length) break;
        if (child + 1 < keys.length && less(child + 1, child)) child++;
        if (!less(child, parent)) break;
        swap(parent, child);
        parent = child;
      }
      return top;
    },
  };
}
