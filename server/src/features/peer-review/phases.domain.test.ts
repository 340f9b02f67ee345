import { describe, expect, test } from '@jest/globals';
import {
  allocating,
  buildPeerReview,
  inReview,
  buildReview,
  buildSubmission,
  released,
  releasing,
  withdrawing,
  withdrawn,
} from '../../../../test/factories/peer-review-entities.ts';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import type { PeerReviewSettings } from '../../contracts/peer-review.ts';
import type { PeerReview } from './peer-review.domain.ts';
import {
  decideClose,
  decideRelease,
  decideSaveSettings,
  decideStartReviews,
  decideWithdraw,
  noResultBecause,
  recomputesItself,
  releasesItself,
  reviewsOpen,
  staffAbilities,
  submissionsOpen,
  workingOn,
} from './phases.domain.ts';

const at = (time: string): Date => new Date(`2027-03-${time}Z`);
const accept = { type: 'accept' };
const refuse = (reason: string) => ({ type: 'refuse', reason });

describe('windows', () => {
  test.each([
    ['work is taken up to the very second', {}, at('01T12:00:00'), true],
    ['and not a second later', {}, at('01T12:00:01'), false],
    ['starting the reviews closes submissions at once', allocating, at('01T10:00:00'), false],
    ['no work once reviews run', inReview, at('01T10:00:00'), false],
  ])('%s', (_rule, state, now, open) => {
    expect(submissionsOpen(buildPeerReview(state), null, now)).toBe(open);
  });

  test.each([
    ['no reviews before they are allocated', {}, at('02T12:00:00'), false],
    ['none while the allocation is at work', allocating, at('02T12:00:00'), false],
    ['reviews up to the very second', inReview, at('08T12:00:00'), true],
    ['and not a second later', inReview, at('08T12:00:01'), false],
    ['late reviews after a release, while the window is open', released, at('08T11:00:00'), true],
  ])('%s', (_rule, state, now, open) => {
    expect(reviewsOpen(buildPeerReview(state), now)).toBe(open);
  });
});

describe('what is at work', () => {
  test.each([
    ['nothing at first', {}, null],
    ['an allocation that is not done', allocating, 'allocating'],
    ['nothing once it is done', inReview, null],
    ['a release that is not done', releasing, 'releasing'],
    ['nothing once it is done too', released, null],
  ])('%s', (_rule, state, working) => {
    expect(workingOn(buildPeerReview(state))).toBe(working);
  });
});

describe('settings', () => {
  const [argument, style] = buildSettings().criteria;
  test.each([
    ['all is free before reviews', {}, { reviewsPerLearner: 5, criteria: [] }, accept],
    [
      'dates and texts stay free',
      inReview,
      { title: 'T', instructions: 'I', points: 5, reviewsCloseAt: '2028-01-01T00:00:00Z' },
      accept,
    ],
    ['the number of reviews is fixed', inReview, { reviewsPerLearner: 3 }, refuse('ACTIVITY_HAS_WORK')],
    ['a criterion may go: reviews keep their rubric', inReview, { criteria: [argument] }, accept],
    ['points may change', inReview, { criteria: [argument, { ...style, points: 5 }] }, accept],
    [
      'fixed from the moment they are asked for',
      allocating,
      { reviewsPerLearner: 3 },
      refuse('ACTIVITY_HAS_WORK'),
    ],
  ])('%s', (_rule, state, change, expected) => {
    const wanted = buildSettings(change as Partial<ReturnType<typeof buildSettings>>);
    expect(decideSaveSettings(buildPeerReview(state), wanted)).toEqual(expected);
  });

  test('a new peer review is accepted', () => {
    expect(decideSaveSettings(null, buildSettings())).toEqual(accept);
  });
});

describe('starting reviews', () => {
  test.each([
    ['with two works', {}, 2, accept],
    ['not with one', {}, 1, refuse('ALLOCATION_NEEDS_TWO')],
    ['a repeated request while it is at work', allocating, 2, { type: 'atWork' }],
    ['not twice', inReview, 2, refuse('ALLOCATION_ALREADY_DONE')],
  ])('%s', (_rule, state, works, expected) => {
    expect(decideStartReviews(buildPeerReview(state), works)).toEqual(expected);
  });

  test.each([
    ['the date starts them', {}, 2, at('01T12:00:00'), 'start'],
    ['a date that was moved does not', {}, 2, at('01T11:59:59'), 'leave'],
    ['nor a date with one work', {}, 1, at('01T12:00:00'), 'leave'],
    ['nor when staff have', inReview, 2, at('01T12:00:00'), 'leave'],
  ])('%s', (_rule, state, works, now, expected) => {
    expect(decideClose(buildPeerReview(state), works, now)).toBe(expected);
  });
});

describe('release', () => {
  test.each([
    ['with a finished review', inReview, true, accept],
    ['not without one', inReview, false, refuse('NOTHING_TO_RELEASE')],
    ['not before reviews', {}, true, refuse('NOTHING_TO_RELEASE')],
    ['a repeated request while it is at work', releasing, true, { type: 'atWork', working: 'releasing' }],
    ['again after late reviews', released, true, accept],
    ['again after it was taken back', withdrawn, true, accept],
    ['not while grades are being taken back', withdrawing, true, { type: 'atWork', working: 'withdrawing' }],
  ])('%s', (_rule, state, any, expected) => {
    expect(decideRelease(buildPeerReview(state), any)).toEqual(expected);
  });
});

describe('taking grades back', () => {
  test.each([
    ['released grades', released, accept],
    ['not those that are not released', inReview, refuse('GRADES_NOT_RELEASED')],
    ['nor twice', withdrawn, refuse('GRADES_NOT_RELEASED')],
    ['not while they are being released', releasing, { type: 'atWork', working: 'releasing' }],
    ['a repeated request while it is at work', withdrawing, { type: 'atWork', working: 'withdrawing' }],
  ])('%s', (_rule, state, expected) => {
    expect(decideWithdraw(buildPeerReview(state))).toEqual(expected);
  });
});

describe('grades that release themselves', () => {
  const onDate = { releaseMode: { kind: 'date', releaseAt: '2027-03-03T12:00:00Z' } } as const;
  const onLaterDate = { releaseMode: { kind: 'date', releaseAt: '2027-03-05T12:00:00Z' } } as const;
  const atOnce = { releaseMode: { kind: 'immediate' } } as const;
  test.each<[string, Partial<PeerReview>, Partial<PeerReviewSettings>, Date, boolean]>([
    ['never when staff do it', inReview, {}, at('09T12:00:00'), false],
    ['on their date', inReview, onDate, at('03T12:00:00'), true],
    ['not a second before', inReview, onDate, at('03T11:59:59'), false],
    ['not while learners hand in', {}, onDate, at('03T12:00:00'), false],
    ['not twice', released, onDate, at('03T12:00:00'), false],
    ['not when they were taken back after their date', takenBack('04'), onDate, at('05T12:00:00'), false],
    ['when a date after the withdrawal comes', takenBack('04'), onLaterDate, at('05T12:00:00'), true],
    ['as results come in', inReview, atOnce, at('01T13:00:00'), true],
    ['not when they were taken back, until staff release them', withdrawn, atOnce, at('03T12:00:00'), false],
  ])('%s', (_rule, state, settings, now, expected) => {
    const review = buildPeerReview({ ...state, settings: buildSettings(settings) });
    expect(releasesItself(review, now)).toBe(expected);
  });

  test.each<[string, Partial<PeerReview>, Partial<PeerReviewSettings>, boolean]>([
    ['released grades follow their reviews where they come as they are', released, atOnce, true],
    ['not where staff ask for it', released, {}, false],
    ['not before they are released', inReview, atOnce, false],
  ])('%s', (_rule, state, settings, expected) => {
    const review = buildPeerReview({ ...state, settings: buildSettings(settings) });
    expect(recomputesItself(review)).toBe(expected);
  });
});

function takenBack(day: string): Partial<PeerReview> {
  const requestedAt = at(`${day}T12:00:00`);
  return { ...withdrawn, withdrawal: { runId: 'run2', requestedAt, doneAt: requestedAt } };
}

describe('why there is no grade', () => {
  const total = { kind: 'total', workPercent: 80, reviewingPercent: 20 } as const;
  const open = at('05T12:00:00');
  const closed = at('09T12:00:00');
  const todo = [buildReview()];
  const done = [buildReview({ state: 'submitted' })];
  test.each([
    ['nothing was handed in', false, { kind: 'work' } as const, [], open, 'noSubmission'],
    ['nobody reviewed it', true, { kind: 'work' } as const, todo, open, 'noReviews'],
    ['one still reviews, and that counts', true, total, todo, open, 'reviewingOpen'],
    ['one has reviewed', true, total, done, open, 'noReviews'],
    ['reviews are closed', true, total, todo, closed, 'noReviews'],
  ])('%s', (_rule, handedIn, columns, tasks, now, expected) => {
    const review = buildPeerReview({ ...released, settings: buildSettings({ columns }) });
    expect(noResultBecause(review, handedIn ? buildSubmission() : null, tasks, now)).toBe(expected);
  });
});

describe('buttons of the staff page', () => {
  const all = { allocate: true, release: true, edit: true };
  const counts = { learners: 3, submissions: 3, reviewsDone: 1, reviewsAllocated: 6, gradable: 1 };
  test.each([
    [
      'reviews can be started',
      {},
      counts,
      all,
      { allocate: true, release: false, withdraw: false, edit: true },
    ],
    [
      'not with one work',
      {},
      { ...counts, submissions: 1 },
      all,
      { allocate: false, release: false, withdraw: false, edit: true },
    ],
    [
      'nothing while allocating',
      allocating,
      counts,
      all,
      { allocate: false, release: false, withdraw: false, edit: true },
    ],
    [
      'grades can be released',
      inReview,
      counts,
      all,
      { allocate: false, release: true, withdraw: false, edit: true },
    ],
    [
      'not without a finished review',
      inReview,
      { ...counts, gradable: 0 },
      all,
      { allocate: false, release: false, withdraw: false, edit: true },
    ],
    [
      'released grades can be taken back',
      released,
      counts,
      all,
      { allocate: false, release: true, withdraw: true, edit: true },
    ],
    [
      'an assistant releases nothing',
      inReview,
      counts,
      { ...all, release: false, edit: false },
      { allocate: false, release: false, withdraw: false, edit: false },
    ],
  ])('%s', (_rule, state, counts, may, expected) => {
    expect(staffAbilities(buildPeerReview(state), counts, may)).toEqual(expected);
  });
});
