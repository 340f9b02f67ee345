import { DiscussionGradesView, DiscussionResultView } from '../../contracts/discussion-grading.ts';
import type { Criterion } from '../../contracts/rubric.ts';
import type { MarkContent } from './marks.domain.ts';

/** For staff. */
export const gradesView = (
  by: DiscussionGradesView['by'],
  released: boolean,
  working: DiscussionGradesView['working'],
  can: DiscussionGradesView['can'],
): DiscussionGradesView =>
  DiscussionGradesView.parse({
    by,
    released,
    working,
    can,
  });

/** For one learner about themselves; who of the staff has said it has no place in it. */
export const resultView = (
  released: boolean,
  label: string,
  grade: Pick<NonNullable<DiscussionResultView['grade']>, 'explanation' | 'sync'> | null,
  said: MarkContent | null,
  criteria: readonly Criterion[],
): DiscussionResultView =>
  DiscussionResultView.parse({
    released,
    grade: grade && { label, explanation: grade.explanation, sync: grade.sync },
    feedback: said && { ratings: said.ratings, comment: said.comment, posts: said.posts, criteria },
  });
