import { type Random, shuffle } from '../../core/random.ts';
import { newReview } from './allocate-reviews.domain.ts';
import { authorsOf, type Review, type Submission } from './peer-review.domain.ts';
import { type Apart, isApartFromWork } from './review-exclusions.domain.ts';
import { placeOf } from './review-nearness.domain.ts';
import type { Topics } from './review-pools.domain.ts';

/** By what rules works are taken. */
interface TurnRules {
  readonly perReviewer: number;
  readonly sectionsOf: Topics | null;
  readonly topicsOf: Topics | null;
  readonly apart: Apart;
}

/** One work at a time: everybody in turn takes the one with the fewest reviews; who writes none takes none. */
export function takeInTurns(
  { perReviewer, sectionsOf, topicsOf, apart }: TurnRules,
  works: readonly Submission[],
  idle: ReadonlySet<string>,
  random: Random,
): Review[] {
  const places = topicsOf ?? sectionsOf;
  const homes = new Map(works.map((work) => [work, places && placeOf(authorsOf(work), places)]));
  const mayTake = (own: Submission, other: Submission): boolean => {
    const [mine, its] = [homes.get(own) ?? null, homes.get(other) ?? null];
    return mine === null || its === null || (mine === its) === (topicsOf === null);
  };
  const reviewers = works.flatMap((work) => authorsOf(work).map((id) => ({ id, work })));
  const taken = new Map<string, Review[]>(works.map(({ id }) => [id, []]));
  const own = new Map<string, Set<string>>();
  for (let round = 0; round < perReviewer; round++) {
    for (const reviewer of shuffle([...reviewers], random)) {
      if (idle.has(reviewer.id)) continue;
      const done = own.get(reviewer.id) ?? new Set();
      let best: Submission | null = null;
      let fewest = Infinity;
      for (const work of works) {
        const count = taken.get(work.id)?.length ?? 0;
        if (count >= fewest || work === reviewer.work || done.has(work.id)) continue;
        if (isApartFromWork(apart, reviewer.id, work) || !mayTake(reviewer.work, work)) continue;
        best = work;
        fewest = count;
      }
      if (!best) continue;
      own.set(reviewer.id, done.add(best.id));
      taken.get(best.id)?.push(newReview(best, reviewer.id, '', '', false));
    }
  }
  return [...taken.values()].flat();
}
