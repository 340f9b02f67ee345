/** Everybody is an author and a reviewer here: participants are numbered from 0 to `count` - 1. */
export interface AllocationProblem {
  readonly count: number;
  readonly perReviewer: number;
  /** Group of each participant, -1 for none: group-mates do not review each other. */
  readonly groupOf?: ArrayLike<number>;
  /** Pairs that must not review each other, in either direction. */
  readonly conflicts?: Iterable<readonly [number, number]>;
  /** Reviewer and author of earlier rounds: repeated only when nothing else is left. */
  readonly earlier?: Iterable<readonly [number, number]>;
}

/** Who may review whom, in a form that is quick to ask. */
export interface Exclusions {
  readonly count: number;
  /** True when nobody but oneself is excluded. */
  readonly none: boolean;
  /** Participants sorted by group; whoever has no group is a group alone, so "own group" always covers oneself. */
  readonly byGroup: Int32Array;
  /** The range of `byGroup` that holds the participant's own group. */
  readonly groupStart: Int32Array;
  readonly groupEnd: Int32Array;
  /** Never: oneself, a group-mate, a conflict. */
  readonly forbidden: (reviewer: number, author: number) => boolean;
  /** Reviewed in an earlier round. */
  readonly repeated: (reviewer: number, author: number) => boolean;
}

/** Prepares the questions that every allocator asks; memory grows with participants and listed pairs. */
export function makeExclusions(problem: AllocationProblem): Exclusions {
  const { count } = problem;
  const group = numberGroups(problem);
  const conflicts = new Set<number>();
  for (const [a, b] of problem.conflicts ?? []) conflicts.add(a * count + b).add(b * count + a);
  const earlier = new Set<number>();
  for (const [reviewer, author] of problem.earlier ?? []) earlier.add(reviewer * count + author);
  const byGroup = identity(count);
  if (problem.groupOf) byGroup.sort((a, b) => at(group, a) - at(group, b) || a - b);
  const { groupStart, groupEnd } = rangesOf(byGroup, group);
  const alone = !problem.groupOf || groupEnd.every((end, index) => end - at(groupStart, index) === 1);
  return {
    count,
    none: alone && conflicts.size === 0 && earlier.size === 0,
    byGroup,
    groupStart,
    groupEnd,
    forbidden: (reviewer, author) =>
      group[reviewer] === group[author] || (conflicts.size > 0 && conflicts.has(reviewer * count + author)),
    repeated: (reviewer, author) => earlier.size > 0 && earlier.has(reviewer * count + author),
  };
}

/** 0, 1, … count - 1. A plain loop: `Int32Array.from` takes ten times as long. */
export function identity(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let index = 0; index < count; index++) numbers[index] = index;
  return numbers;
}

/** An element of a typed array that the caller knows to be within its bounds. */
export const at = (array: Int32Array, index: number): number => array[index] as number;

function numberGroups({ count, groupOf }: AllocationProblem): Int32Array {
  const group = new Int32Array(count);
  const numbers = new Map<number, number>();
  for (let index = 0; index < count; index++) {
    const given = groupOf?.[index] ?? -1;
    const known = given < 0 ? undefined : numbers.get(given);
    group[index] = known ?? index;
    if (given >= 0 && known === undefined) numbers.set(given, index);
  }
  return group;
}

function rangesOf(byGroup: Int32Array, group: Int32Array): { groupStart: Int32Array; groupEnd: Int32Array } {
  const count = byGroup.length;
  const groupStart = new Int32Array(count);
  const groupEnd = new Int32Array(count);
  let start = 0;
  while (start < count) {
    let end = start + 1;
    while (end < count && group[at(byGroup, end)] === group[at(byGroup, start)]) end++;
    for (let position = start; position < end; position++) {
      groupStart[at(byGroup, position)] = start;
      groupEnd[at(byGroup, position)] = end;
    }
    start = end;
  }
  return { groupStart, groupEnd };
}
