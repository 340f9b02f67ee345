import { expect, test } from '@jest/globals';
import { buildPeerReview, buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { asSet, type CriterionResult, decideCriterion } from './criterion-results.domain.ts';

const now = new Date('2027-03-09T12:00:00Z');
const decision = { points: 2, reason: 'A slip.', by: 'iris', at: now, revision: 1 };
const before: CriterionResult = {
  courseId: 'course',
  activityId: 'activity',
  authorId: 'author',
  criterionId: 'argument',
  points: 2,
  revision: 1,
  decisions: [decision],
};
const command = { points: 2, reason: 'A slip.', expectedRevision: 0 };
const refuse = (reason: string) => ({ type: 'refuse', reason });

test.each<[string, CriterionResult | null, string, object, object]>([
  ['a first decision', null, 'argument', {}, { type: 'set', decision }],
  ['the same once more', before, 'argument', {}, { type: 'unchanged' }],
  ['on what somebody else decided', before, 'argument', { points: 3 }, refuse('STALE_REVISION')],
  [
    'the next decision, back to the reviewers',
    before,
    'argument',
    { points: null, expectedRevision: 1 },
    { type: 'set', decision: { points: null, revision: 2 } },
  ],
  ['more than it gives', null, 'argument', { points: 7 }, refuse('RATING_OUT_OF_RANGE')],
  ['a criterion that is not there', null, 'other', {}, refuse('NOT_FOUND')],
])('%s', (_rule, known, criterionId, overrides, expected) => {
  const wish = { ...command, ...overrides };
  const decided = decideCriterion(
    buildPeerReview(),
    buildSubmission(),
    known,
    criterionId,
    wish,
    'iris',
    now,
  );
  expect(decided).toMatchObject(expected);
});

test('without a work there is nothing to set', () => {
  const decided = decideCriterion(buildPeerReview(), null, null, 'argument', command, 'iris', now);
  expect(decided).toEqual(refuse('NOT_FOUND'));
});

const criterion = (id: string, points: number, weight?: number) => ({
  id,
  title: id,
  description: '',
  points,
  ...(weight !== undefined && { weight }),
});

test.each<[string, Parameters<typeof asSet>, object]>([
  [
    'a set criterion stands in the place of its rating',
    [
      [criterion('a', 6), criterion('b', 4)],
      [
        { criterionId: 'a', points: 5 },
        { criterionId: 'b', points: 3 },
      ],
      new Map([['a', 1]]),
    ],
    { points: 4, maximum: 10 },
  ],
  [
    'by its weight',
    [
      [criterion('a', 10, 50), criterion('b', 10, 50)],
      [
        { criterionId: 'a', points: 0 },
        { criterionId: 'b', points: 10 },
      ],
      new Map([['a', 5]]),
    ],
    { points: 75, maximum: 100 },
  ],
  [
    'also where it did not apply to the reviewer',
    [
      [criterion('a', 6), criterion('b', 4)],
      [
        { criterionId: 'a', points: null },
        { criterionId: 'b', points: 4 },
      ],
      new Map([['a', 3]]),
    ],
    { points: 7, maximum: 10 },
  ],
  [
    'one that the review’s rubric did not have changes nothing',
    [[criterion('b', 4)], [{ criterionId: 'b', points: 4 }], new Map([['a', 3]])],
    { points: 4, maximum: 4 },
  ],
])('%s', (_rule, args, expected) => expect(asSet(...args)).toEqual(expected));
