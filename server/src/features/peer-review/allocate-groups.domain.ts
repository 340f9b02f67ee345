import { type Random, seededRandom, shuffle } from '../../core/random.ts';
import { letterOf } from './allocate-late.domain.ts';
import { type AllocatedReviews, newReview } from './allocate-reviews.domain.ts';
import { type AuthorGroup, authorsOf, type Submission } from './peer-review.domain.ts';
import { type Apart, isApartFromWork } from './review-exclusions.domain.ts';

/** Whether a reviewer must not review a group's work, by index. */
type MustNot = (reviewer: number, group: number) => boolean;

/**
 * Gives each reviewer works of other groups, by index.
 *
 * Always: nobody reviews the own group's work, or one work twice; everybody has `perReviewer` works, or all there are of
 * other groups. Received counts are as equal as that allows: no change of who reviews what could bring two of them nearer
 * to each other (algorithms §1).
 *
 * @param groupOf the group of each reviewer @param random decides what is open
 * @param isApart further groups whose work a reviewer must not review
 * @returns the works of each reviewer
 */
export function allocateToGroups(
  groupOf: readonly number[],
  groups: number,
  perReviewer: number,
  random: Random,
  isApart: MustNot = () => false,
): number[][] {
  const mustNot: MustNot = (reviewer, group) => groupOf[reviewer] === group || isApart(reviewer, group);
  const each = Math.max(0, Math.min(perReviewer, groups - 1));
  const given = groupOf.map((): number[] => []);
  const received = new Int32Array(groups);
  const order = shuffle(
    groupOf.map((_, reviewer) => reviewer),
    random,
  );
  // One work for everybody, then the second: who comes last has as much choice in each round.
  for (let round = 0; round < each; round++) {
    const tie = shuffle(
      Array.from({ length: groups }, (_, group) => group),
      random,
    );
    for (const reviewer of order) {
      const own = given[reviewer] ?? [];
      let chosen = -1;
      for (const group of tie) {
        if (mustNot(reviewer, group) || own.includes(group)) continue;
        if (chosen < 0 || (received[group] ?? 0) < (received[chosen] ?? 0)) chosen = group;
      }
      if (chosen < 0) continue;
      own.push(chosen);
      received[chosen] = (received[chosen] ?? 0) + 1;
    }
  }
  while (level(mustNot, given, received));
  return given;
}

/**
 * Moves one review from a group that has more to one that has at least two fewer, over others in between where it must.
 * Along such a path only the counts of its ends change; when there is none left, the counts cannot be more equal.
 *
 * @returns false when there is none.
 */
function level(mustNot: MustNot, given: number[][], received: Int32Array): boolean {
  const groups = [...received.keys()].sort((a, b) => (received[b] ?? 0) - (received[a] ?? 0));
  const reviewersOf = groups.map((): number[] => []);
  given.forEach((works, reviewer) => works.forEach((work) => reviewersOf[work]?.push(reviewer)));
  for (const from of groups) {
    const most = received[from] ?? 0;
    if (most - (received[groups.at(-1) ?? from] ?? 0) < 2) return false;
    // Who brought the search to a group: the group before it, and the reviewer who changes over.
    const cameBy = new Map<number, { readonly group: number; readonly reviewer: number } | null>([
      [from, null],
    ]);
    const queue = [from];
    for (const group of queue) {
      for (const reviewer of reviewersOf[group] ?? []) {
        const own = given[reviewer] ?? [];
        for (const to of groups) {
          if (cameBy.has(to) || mustNot(reviewer, to) || own.includes(to)) continue;
          cameBy.set(to, { group, reviewer });
          if (most - (received[to] ?? 0) >= 2) {
            changeOver(to, cameBy, given);
            received[from] = most - 1;
            received[to] = (received[to] ?? 0) + 1;
            return true;
          }
          queue.push(to);
        }
      }
    }
  }
  return false;
}

function changeOver(
  end: number,
  cameBy: ReadonlyMap<number, { readonly group: number; readonly reviewer: number } | null>,
  given: number[][],
): void {
  let to = end;
  for (let step = cameBy.get(to); step; step = cameBy.get(to)) {
    const own = given[step.reviewer] ?? [];
    own[own.indexOf(step.group)] = to;
    to = step.group;
  }
}

/** Of the works that somebody may review, those to choose from: near ones before others. */
type Choose = (reviewers: readonly string[], works: readonly Submission[]) => readonly Submission[];

const ALL: Choose = (_reviewers, works) => works;

/**
 * The reviews to be written where groups hand in and each of their members reviews. The same works and seed give the same
 * reviews, and labels say nothing about ids or who came first.
 *
 * @param reviewersOf who of those who share a work is there to review @param apart who must not review whom
 */
export function allocateGroupWorks(
  submissions: readonly Submission[],
  reviewersOf: (work: Submission) => readonly string[],
  perReviewer: number,
  seed: string,
  apart: Apart = new Map(),
  choose: Choose = ALL,
): AllocatedReviews {
  const works = dealable(submissions);
  const reviewers = works.flatMap((work) => [...reviewersOf(work)].sort().map((id): Dealt => ({ id })));
  const ownOf = new Map(works.flatMap((work, place) => reviewersOf(work).map((id) => [id, place])));
  const own = reviewers.map(({ id }) => ownOf.get(id) ?? -1);
  const mayReview = ({ id }: Dealt) => {
    const place = ownOf.get(id);
    return choose(
      [id],
      works.filter((work, index) => index !== place && !isApartFromWork(apart, id, work)),
    );
  };
  return dealOut(works, reviewers, own, perReviewer, seededRandom(seed), mayReview);
}

/** Works in an order that says nothing about when they came. */
const dealable = (submissions: readonly Submission[]): Submission[] =>
  submissions.filter(({ testUser }) => !testUser).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Who reviews: a member, or a group together. */
interface Dealt {
  readonly id: string;
  readonly group?: AuthorGroup;
}

/**
 * The same where groups review together: each of them `perReviewer` works that none of its members has a part in.
 *
 * @param groups who reviews, with those who are in it
 */
export function allocateTogether(
  submissions: readonly Submission[],
  groups: readonly AuthorGroup[],
  perReviewer: number,
  seed: string,
  apart: Apart = new Map(),
  choose: Choose = ALL,
): AllocatedReviews {
  const works = dealable(submissions);
  const reviewers = groups
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((group): Dealt => ({ id: group.id, group }));
  const own = reviewers.map(() => -1);
  const mayReview = ({ group }: Dealt) =>
    group
      ? choose(
          group.memberIds,
          works.filter((work) => !mustNotTogether(apart, group, work)),
        )
      : [];
  return dealOut(works, reviewers, own, perReviewer, seededRandom(seed), mayReview);
}

/** Whether a group must not review a work: somebody in it has a part in it, or must not review somebody who has. */
export const mustNotTogether = (
  apart: Apart,
  { id, memberIds }: Pick<AuthorGroup, 'id' | 'memberIds'>,
  work: Pick<Submission, 'authorId' | 'group'>,
): boolean =>
  [id, ...memberIds].some((one) => authorsOf(work).includes(one) || isApartFromWork(apart, one, work));

/** @param own the own work of each reviewer, by its place; -1: none @param mayReview the works that a reviewer gets some of */
function dealOut(
  works: readonly Submission[],
  reviewers: readonly Dealt[],
  own: readonly number[],
  perReviewer: number,
  random: Random,
  mayReview: (reviewer: Dealt) => readonly Submission[],
): AllocatedReviews {
  const placeOf = new Map(works.map(({ id }, place) => [id, place]));
  const open = reviewers.map((one) => new Set(mayReview(one).map(({ id }) => placeOf.get(id))));
  const given = allocateToGroups(
    own,
    works.length,
    perReviewer,
    random,
    (reviewer, place) => !open[reviewer]?.has(place),
  );
  const takenOf = works.map((): number[] => []);
  given.forEach((chosen, reviewer) => chosen.forEach((work) => takenOf[work]?.push(reviewer)));
  const numberOf = takenOf.map(
    (taken) => new Map(shuffle(taken, random).map((one, index) => [one, index + 1])),
  );
  const reviews = reviewers.flatMap(({ id, group }, reviewer) =>
    shuffle(given[reviewer] ?? [], random).flatMap((index, letter) => {
      const work = works[index];
      const number = numberOf[index]?.get(reviewer);
      if (!work) return [];
      return [
        {
          ...newReview(work, id, letterOf(letter), String(number), false),
          ...(group && { reviewers: group }),
        },
      ];
    }),
  );
  return { reviews, shortfall: Math.max(0, perReviewer) * reviewers.length - reviews.length };
}

/**
 * How many reviews each work is to get, so that all of them together are what everybody writes; where each work is one
 * learner's, as many as each learner writes.
 *
 * @param reviewers of each work, how many of those who share it are there to review
 */
export function reviewsPerWork(reviewers: readonly number[], perReviewer: number): number {
  if (reviewers.length < 2) return 0;
  const each = Math.min(perReviewer, reviewers.length - 1);
  const people = reviewers.reduce((sum, count) => sum + count, 0);
  return Math.max(1, Math.floor((each * people) / reviewers.length));
}
