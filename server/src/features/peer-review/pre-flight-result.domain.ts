import type { PreFlightView } from '../../contracts/pre-flight.ts';
import { groupBy } from '../../core/group-by.ts';
import type { PeerReview } from './peer-review.domain.ts';
import { isRolling } from './phases.domain.ts';
import type { DryRun } from './pre-flight.domain.ts';
import { warningsOf } from './pre-flight-warnings.domain.ts';

interface InventedGrade {
  readonly authorId: string;
  readonly percent: number;
  /** By how much it is off, in percentage points. */
  readonly off: number;
}

const TENTHS = 10;

/**
 * What a dry run came to.
 *
 * @param learners of the course @param people those of them who were tried
 */
export function preFlightResult(
  review: PeerReview,
  least: number,
  learners: number,
  people: readonly { readonly id: string; readonly name: string | null }[],
  { partOf, idle, reviews }: DryRun,
  grades: readonly InventedGrade[],
): PreFlightView {
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const gradeOf = new Map(grades.map(({ authorId, percent }) => [authorId, percent]));
  const byReviewer = groupBy(reviews, ({ reviewerId }) => reviewerId);
  const byAuthor = groupBy(reviews, ({ authorId }) => authorId);
  const rows = people.map(({ id, name }) => {
    const received = byAuthor.get(id) ?? [];
    return {
      id,
      name,
      part: partOf.get(id) ?? 'missing',
      writes: partOf.get(id) !== 'missing' && !idle.has(id),
      reviews: (byReviewer.get(id) ?? []).flatMap(({ authorId }) => placeOf.get(authorId) ?? []),
      reviewers: received.length,
      received: received.filter(({ reviewerId }) => !idle.has(reviewerId)).length,
      grade: gradeOf.get(id) ?? null,
    };
  });
  const works = rows.filter(({ part }) => part !== 'missing');
  const late = works.filter(({ part }) => part === 'late').length;
  const off = grades.length === 0 ? null : grades.reduce((sum, one) => sum + one.off, 0) / grades.length;
  const rounded = off === null ? null : Math.round(off * TENTHS) / TENTHS;
  const wanted = review.settings.reviewsPerLearner;
  return {
    title: review.settings.title,
    state: review.state,
    wanted,
    warnings: warningsOf({
      learners,
      tried: people.length,
      wanted,
      least,
      isRolling: isRolling(review),
      works: works.length,
      late,
      reviewers: works.map((row) => row.reviewers),
      received: works.map((row) => row.received),
      tasks: works.map((row) => row.reviews.length),
      off: rounded,
    }),
    counts: { learners: people.length, handedIn: works.length, late, idle: idle.size },
    allocated: countsOf(works.map((row) => row.reviewers)),
    written: countsOf(works.map((row) => row.received)),
    grades: { off: rounded },
    people: rows,
  };
}

/** How many works have how many reviews: from none to the most that one has. */
function countsOf(numbers: readonly number[]): { reviews: number; works: number }[] {
  const most = numbers.reduce((highest, one) => Math.max(highest, one), 0);
  return Array.from({ length: most + 1 }, (_, reviews) => ({
    reviews,
    works: numbers.filter((one) => one === reviews).length,
  }));
}
