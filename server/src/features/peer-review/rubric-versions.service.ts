import type { Criterion } from '../../contracts/rubric.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { PeerReview, Review, ReviewContent } from './peer-review.domain.ts';
import type { OtherRubrics, ShownRubric } from './peer-review.views.ts';
import {
  type FormerRubric,
  formerComments,
  needFormer,
  rubricIdOf,
  rubricOf,
} from './rubric-versions.domain.ts';
import type { RubricVersionStore } from './rubric-versions.store.ts';

/** What the rubric was before; a former rubric that is today's again is none. The oldest first. */
export async function listFormer(
  rubrics: RubricVersionStore,
  scope: CourseScope,
  activityId: string,
  current: readonly Criterion[],
): Promise<FormerRubric[]> {
  const currentId = rubricIdOf(current);
  return (await rubrics.list(scope, activityId)).filter(({ rubricId }) => rubricId !== currentId);
}

/** The rubrics that some reviews were written by, where they are not today's; asks only where there may be one. */
export async function findOtherRubrics(
  rubrics: RubricVersionStore,
  scope: CourseScope,
  { id, settings: { criteria } }: PeerReview,
  reviews: readonly Review[],
): Promise<OtherRubrics> {
  if (!needFormer(reviews, criteria)) return new Map();
  const former = await listFormer(rubrics, scope, id, criteria);
  return new Map(
    reviews.flatMap((review) => {
      const own = rubricOf(review, criteria, former);
      return own === criteria ? [] : [[review.id, { criteria: own }]];
    }),
  );
}

/** What a review is written by: today's rubric; once nothing can be changed any more, the one it was written by. */
export async function findShownRubric(
  rubrics: RubricVersionStore,
  scope: CourseScope,
  { id, settings: { criteria } }: PeerReview,
  review: Review,
  draft: ReviewContent,
  canEdit: boolean,
): Promise<ShownRubric> {
  const known = new Set(criteria.map((criterion) => criterion.id));
  const strangers = draft.ratings.some(({ criterionId }) => !known.has(criterionId));
  if (!strangers && !needFormer([review], criteria))
    return { criteria, rubricChanged: false, formerComments: [] };
  const former = await listFormer(rubrics, scope, id, criteria);
  const own = review.version > 0 ? rubricOf(review, criteria, former) : criteria;
  const rubricChanged = rubricIdOf(own) !== rubricIdOf(criteria);
  return canEdit
    ? { criteria, rubricChanged, formerComments: formerComments(draft, criteria, former) }
    : { criteria: own, rubricChanged: false, formerComments: formerComments(draft, own, former) };
}
