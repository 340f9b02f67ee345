import type { PreFlightView } from '../../contracts/pre-flight.ts';
import { groupBy } from '../../core/group-by.ts';
import { comparisonsEach } from './comparison-pairs.domain.ts';
import type { AuthorGroup, PeerReview } from './peer-review.domain.ts';
import { isComparing, isRolling } from './phases.domain.ts';
import type { DryRun } from './pre-flight.domain.ts';
import { warningsOf } from './pre-flight-warnings.domain.ts';

export interface InventedGrade {
  readonly authorId: string;
  readonly percent: number;
  /** By how much it is off, in percentage points. */
  readonly off: number;
}

/** Who is tried. */
export interface Tried {
  /** Learners of the course. */
  readonly learners: number;
  /** Those of them who are tried. */
  readonly people: readonly { readonly id: string; readonly name: string | null }[];
  /** Where groups hand in, or review: those with people in them. */
  readonly authorGroups: readonly AuthorGroup[] | null;
  readonly reviewerGroups: readonly AuthorGroup[] | null;
}

const TENTHS = 10;

/** What a dry run came to. */
export function preFlightResult(
  review: PeerReview,
  least: number,
  { learners, people, authorGroups, reviewerGroups }: Tried,
  run: DryRun,
  grades: readonly InventedGrade[],
): PreFlightView {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const whoOf = ({ id, name, memberIds }: AuthorGroup) => ({
    id,
    name,
    members: memberIds.map((one) => nameOf.get(one) ?? null),
  });
  const alone = people.map((person) => ({ id: person.id, name: person.name, members: null }));
  const authors = authorGroups?.map(whoOf) ?? alone;
  const gradeOf = new Map(grades.map(({ authorId, percent }) => [authorId, percent]));
  const tasks = tasksOf(run);
  const asked = groupBy(
    tasks.flatMap(({ reviewerId, works }) => works.map((workId) => ({ reviewerId, workId }))),
    ({ workId }) => workId,
  );
  const works = authors.map((author) => {
    const work = run.works.get(author.id);
    const of = (work && asked.get(work.id)) ?? [];
    return {
      ...author,
      part: run.partOf.get(author.id) ?? ('missing' as const),
      reviewers: of.length,
      received: of.filter(({ reviewerId }) => !run.idle.has(reviewerId)).length,
      grade: (work && gradeOf.get(work.authorId)) ?? null,
    };
  });
  const placeOfWork = new Map(authors.flatMap(({ id }, place) => [[run.works.get(id)?.id, place] as const]));
  const placeOfAuthor = new Map(
    authorGroups
      ? authorGroups.flatMap(({ memberIds }, place) => memberIds.map((id) => [id, place] as const))
      : people.map(({ id }, place) => [id, place] as const),
  );
  const byReviewer = groupBy(tasks, ({ reviewerId }) => reviewerId);
  const reviewers = (reviewerGroups?.map(whoOf) ?? alone).map((one) => ({
    ...one,
    work: placeOfAuthor.get(one.id) ?? null,
    writes: run.reviewers.has(one.id) && !run.idle.has(one.id),
    tasks: (byReviewer.get(one.id) ?? []).map((task) =>
      task.works.flatMap((id) => placeOfWork.get(id) ?? []),
    ),
  }));
  const handedIn = works.filter(({ part }) => part !== 'missing');
  const late = handedIn.filter(({ part }) => part === 'late').length;
  const off = grades.length === 0 ? null : grades.reduce((sum, one) => sum + one.off, 0) / grades.length;
  const rounded = off === null ? null : Math.round(off * TENTHS) / TENTHS;
  const wanted = review.settings.reviewsPerLearner;
  const isCompared = isComparing(review);
  const outside = (groups: readonly AuthorGroup[] | null): number => {
    const inside = new Set(groups?.flatMap(({ memberIds }) => memberIds));
    return groups ? people.filter(({ id }) => !inside.has(id)).length : 0;
  };
  return {
    title: review.settings.title,
    state: review.state,
    by: isCompared ? 'comparisons' : 'reviews',
    authors: authorGroups ? 'groups' : 'learners',
    reviewing: reviewerGroups ? 'groups' : 'learners',
    wanted,
    warnings: warningsOf({
      learners,
      tried: people.length,
      noGroup: outside(authorGroups),
      noReviewGroup: outside(reviewerGroups),
      wanted,
      least,
      isRolling: isRolling(review),
      isComparing: isCompared,
      possible: isCompared ? comparisonsEach(handedIn.length, Infinity) : handedIn.length - 1,
      works: handedIn.length,
      late,
      reviewers: handedIn.map((row) => row.reviewers),
      received: handedIn.map((row) => row.received),
      tasks: reviewers.filter(({ id }) => run.reviewers.has(id)).map((row) => row.tasks.length),
      off: rounded,
    }),
    counts: { authors: authors.length, handedIn: handedIn.length, late, idle: run.idle.size },
    allocated: countsOf(handedIn.map((row) => row.reviewers)),
    written: countsOf(handedIn.map((row) => row.received)),
    grades: { off: rounded },
    works,
    reviewers,
  };
}

/** What each reviewer is to do: the works of a review, or of a comparison. */
const tasksOf = ({ reviews, comparisons }: DryRun) => [
  ...reviews.map(({ reviewerId, submissionId }) => ({ reviewerId, works: [submissionId] })),
  ...comparisons.map(({ reviewerId, left, right }) => ({
    reviewerId,
    works: [left.submissionId, right.submissionId],
  })),
];

/** How many works have how many reviews: from none to the most that one has. */
function countsOf(numbers: readonly number[]): { reviews: number; works: number }[] {
  const most = numbers.reduce((highest, one) => Math.max(highest, one), 0);
  return Array.from({ length: most + 1 }, (_, reviews) => ({
    reviews,
    works: numbers.filter((one) => one === reviews).length,
  }));
}
