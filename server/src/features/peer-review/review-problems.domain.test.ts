import { describe, expect, test } from '@jest/globals';
import { buildReview } from '../../../../test/factories/peer-review-entities.ts';
import type { Review } from './peer-review.domain.ts';
import {
  decideAnswer,
  decideReport,
  type DisagreeingRow,
  type DisagreementNote,
  disagreementsOf,
  type Reported,
  type ReviewProblem,
} from './review-problems.domain.ts';

const NOW = new Date('2027-03-02T12:00:00Z');
const review = buildReview({ state: 'begun' });
const command = { id: 'p', kind: 'plagiarism', text: 'Page 2.' } as const;
const reported: Reported = {
  courseId: review.courseId,
  activityId: review.activityId,
  reviewId: review.id,
  authorId: review.authorId,
};
const problem: ReviewProblem = {
  ...command,
  ...reported,
  reporterId: review.reviewerId,
  reportedAt: NOW,
  answer: null,
  revision: 1,
};
const answered: ReviewProblem = {
  ...problem,
  revision: 2,
  answer: { action: 'dismiss', words: 'It is quoted.', by: 'iris', at: NOW, instead: null },
};
const refuse = (reason: string) => ({ type: 'refuse', reason });

describe('a report', () => {
  test.each<
    [string, { state?: 'published' | 'closed'; review?: null; own?: ReviewProblem[]; text?: string }, object]
  >([
    ['of a work that one reviews is taken', {}, { type: 'report', problem }],
    ['of another’s is refused', { review: null }, refuse('NOT_ALLOCATED')],
    ['in a closed activity is refused', { state: 'closed' }, refuse('ACTIVITY_CLOSED')],
    ['that came twice is one', { own: [problem] }, { type: 'unchanged' }],
    [
      'that came twice is one, also after the closing',
      { own: [problem], state: 'closed' },
      { type: 'unchanged' },
    ],
    [
      'under the same id with other words is refused',
      { own: [problem], text: 'x' },
      refuse('PROBLEM_REPORTED'),
    ],
    ['while another waits is refused', { own: [{ ...problem, id: 'q' }] }, refuse('PROBLEM_REPORTED')],
    ['after an answer is taken', { own: [{ ...answered, id: 'q' }] }, { type: 'report' }],
  ])('%s', (_rule, { state = 'published', own = [], text = command.text, ...given }, expected) => {
    const about = 'review' in given ? null : reported;
    const said = { ...command, text, reporterId: 'reviewer' };
    expect(decideReport({ state }, about, own, said, NOW)).toMatchObject(expected);
  });
});

describe('an answer', () => {
  const instead = buildReview({ id: 'other' });
  const said = { action: 'replace', words: '', instead, expectedRevision: 1 } as const;
  const dismissal = {
    action: 'dismiss',
    words: 'It is quoted.',
    instead: null,
    expectedRevision: 1,
  } as const;
  test.each<[string, ReviewProblem | null, Review | null, Parameters<typeof decideAnswer>[2], object]>([
    [
      'takes the review away and names another',
      problem,
      review,
      said,
      {
        type: 'answer',
        problem: { revision: 2, answer: { action: 'replace', by: 'iris', at: NOW, instead } },
      },
    ],
    [
      'does not take a submitted one away',
      problem,
      { ...review, state: 'submitted' },
      said,
      refuse('REVIEW_SUBMITTED'),
    ],
    ['nor one that is gone', problem, null, said, refuse('REVIEW_SUBMITTED')],
    [
      'dismisses, also what is submitted',
      problem,
      { ...review, state: 'submitted' },
      { ...dismissal, instead },
      { type: 'answer', problem: { answer: { action: 'dismiss', instead: null } } },
    ],
    [
      'to what a colleague has changed is refused',
      problem,
      review,
      { ...said, expectedRevision: 2 },
      refuse('STALE_REVISION'),
    ],
    ['that came twice is one', answered, review, dismissal, { type: 'unchanged', problem: answered }],
    ['other than the one given is refused', answered, review, said, refuse('PROBLEM_ANSWERED')],
    ['to nothing is refused', null, review, said, refuse('NOT_FOUND')],
  ])('%s', (_rule, about, present, wanted, expected) => {
    expect(decideAnswer(about, present, wanted, 'iris', NOW)).toMatchObject(expected);
  });
});

describe('reviews that disagree', () => {
  const row = (memberId: string, spread: number, more: Partial<DisagreeingRow> = {}): DisagreeingRow => ({
    memberId,
    name: memberId,
    received: { done: 3, of: 3 },
    grade: null,
    spread,
    ...more,
  });
  const note = (authorId: string, spread: number | null): DisagreementNote => ({
    courseId: 'c',
    activityId: 'a',
    authorId,
    dismissal: spread === null ? null : { reason: 'Taste.', by: 'iris', at: NOW, spread },
    revision: 2,
  });
  const grade = { value: 8, maximum: 20 };
  test.each<[string, DisagreeingRow[], DisagreementNote[], string[], [string, boolean][]]>([
    [
      'the furthest apart first',
      [row('a', 50), row('b', 70)],
      [],
      [],
      [
        ['b', false],
        ['a', false],
      ],
    ],
    ['none that staff have marked', [row('a', 50), row('b', 70)], [], ['b'], [['a', false]]],
    [
      'none with a grade by staff, or excused',
      [
        row('a', 50, { grade: { ...grade, mark: 'set' } }),
        row('b', 50, { grade: { ...grade, mark: 'excused' } }),
        row('c', 50, { grade: { ...grade, mark: null } }),
      ],
      [],
      [],
      [['c', false]],
    ],
    ['left at that', [row('a', 50)], [note('a', 50)], [], [['a', true]]],
    ['until they are further apart', [row('a', 51)], [note('a', 50)], [], [['a', false]]],
    ['not any more', [row('a', 50)], [note('a', null)], [], [['a', false]]],
  ])('%s', (_rule, rows, notes, marked, expected) => {
    const found = disagreementsOf(rows, notes, new Set(marked));
    expect(found.map((one) => [one.row.memberId, one.dismissal !== null])).toEqual(expected);
  });
});
