/** What an allocation is judged by, counted plainly and apart from the code that makes it. */
export interface AllocationMeasures {
  readonly received: number[];
  readonly given: number[];
  readonly selfReviews: number;
  readonly duplicates: number;
  readonly reciprocalPairs: number;
  /** Everybody can be reached from everybody by "reviews". */
  readonly stronglyConnected: boolean;
}

/** @param works by reviewer and slot, -1 for an empty slot. */
export function measureAllocation(count: number, perReviewer: number, works: Int32Array): AllocationMeasures {
  const received = Array.from({ length: count }, () => 0);
  const given = Array.from({ length: count }, () => 0);
  const pairs = new Set<number>();
  let selfReviews = 0;
  let duplicates = 0;
  works.forEach((author, slot) => {
    if (author < 0) return;
    const reviewer = Math.floor(slot / perReviewer);
    received[author] = (received[author] ?? 0) + 1;
    given[reviewer] = (given[reviewer] ?? 0) + 1;
    if (reviewer === author) selfReviews++;
    if (pairs.has(reviewer * count + author)) duplicates++;
    pairs.add(reviewer * count + author);
  });
  let reciprocal = 0;
  for (const pair of pairs) {
    if (pairs.has((pair % count) * count + Math.floor(pair / count))) reciprocal++;
  }
  const forward = Array.from({ length: count }, (): number[] => []);
  const backward = Array.from({ length: count }, (): number[] => []);
  for (const pair of pairs) {
    forward[Math.floor(pair / count)]?.push(pair % count);
    backward[pair % count]?.push(Math.floor(pair / count));
  }
  const stronglyConnected = reaches(forward) === count && reaches(backward) === count;
  return { received, given, selfReviews, duplicates, reciprocalPairs: reciprocal / 2, stronglyConnected };
}

function reaches(next: readonly number[][]): number {
  const seen = new Set([0]);
  for (const person of seen) for (const other of next[person] ?? []) seen.add(other);
  return seen.size;
}
