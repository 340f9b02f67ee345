import { expect, test } from '@jest/globals';
import { buildPeerReview, inReview } from '../../../../test/factories/peer-review-entities.ts';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import { UNCHANGED } from '../../core/timeline.ts';
import { meanRatings } from './rating-shares.domain.ts';
import { selfWindow } from './self-assessment.domain.ts';
import { withChanges } from './timeline.domain.ts';

const closesAt = '2027-03-09T12:00:00.000Z';
const reviewing = (opens: 'withReviews' | 'afterOwnReviews', overrides = {}) =>
  buildPeerReview({
    ...inReview,
    settings: buildSettings({ selfAssessment: { opens, closesAt } }),
    ...overrides,
  });
const at = (time: string) => new Date(`2027-03-${time}Z`);
const toDo = { hasWork: true, tasks: [{ state: 'submitted' }, { state: 'begun' }] } as const;
const done = { hasWork: true, tasks: [{ state: 'submitted' }] } as const;

test.each([
  ['opens with the reviews', reviewing('withReviews'), toDo, at('05T12:00:00'), 'open'],
  ['or after one’s own', reviewing('afterOwnReviews'), toDo, at('05T12:00:00'), 'reviewsFirst'],
  ['which are submitted', reviewing('afterOwnReviews'), done, at('05T12:00:00'), 'open'],
  ['or can be written no more', reviewing('afterOwnReviews'), toDo, at('08T12:00:01'), 'open'],
  [
    'not before reviews',
    reviewing('withReviews', { phase: 'submission' }),
    done,
    at('05T12:00:00'),
    'notYet',
  ],
  ['not after its date', reviewing('withReviews'), done, at('09T12:00:01'), 'closed'],
  [
    'not after the release',
    reviewing('withReviews', { phase: 'released' }),
    done,
    at('05T12:00:00'),
    'closed',
  ],
  [
    'not when all is closed',
    reviewing('withReviews', { state: 'closed' }),
    done,
    at('05T12:00:00'),
    'closed',
  ],
  ['not where it is not asked for', buildPeerReview(inReview), done, at('05T12:00:00'), 'closed'],
  ['needs a work', reviewing('withReviews'), { ...done, hasWork: false }, at('05T12:00:00'), 'noWork'],
])('self-assessment %s', (_rule, review, own, now, expected) => {
  expect(selfWindow(review, own, now)).toBe(expected);
});

test('more time for reviewing moves the self-assessment along', () => {
  const until = { review: '2027-03-10T12:00:00.000Z' };
  const own = withChanges(reviewing('withReviews'), { ...UNCHANGED, extensions: [{ until, zone: 'UTC' }] });
  expect(own.settings.selfAssessment?.closesAt).toBe('2027-03-11T12:00:00.000Z');
});

test('peers’ mean is of those who judged, criterion by criterion', () => {
  const { criteria } = buildSettings();
  const ratings = [
    [
      { criterionId: 'argument', points: 6 },
      { criterionId: 'style', points: 1 },
    ],
    [{ criterionId: 'argument', points: 3 }],
  ];
  expect(meanRatings(criteria, ratings)).toEqual([
    { criterionId: 'argument', points: 4.5 },
    { criterionId: 'style', points: 1 },
  ]);
  expect(meanRatings(criteria, [])).toEqual([]);
});
