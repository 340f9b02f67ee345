import { describe, expect, test } from '@jest/globals';
import { buildPeerReview, inReview } from '../../../../test/factories/peer-review-entities.ts';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import { UNCHANGED } from '../../core/timeline.ts';
import { decideRevise, reviewsShown, revisionWindow, type WorkRevision } from './revision.domain.ts';
import { withChanges } from './timeline.domain.ts';

const closesAt = '2027-03-15T12:00:00.000Z';
const settings = buildSettings({ revision: { closesAt } });
const revising = (overrides = {}) => buildPeerReview({ ...inReview, settings, ...overrides });
const during = new Date('2027-03-05T12:00:00Z');
const after = new Date('2027-03-08T12:00:01Z');
const late = new Date('2027-03-15T12:00:01Z');
const extended = withChanges(revising(), {
  ...UNCHANGED,
  extensions: [{ until: { review: '2027-03-10T12:00:00.000Z' }, zone: 'UTC' }],
});

describe('the revision round', () => {
  test.each([
    ['waits for the end of reviews', revising(), true, during, 'notYet'],
    ['opens with it', revising(), true, after, 'open'],
    ['needs a work', revising(), false, after, 'noWork'],
    ['ends at its date', revising(), true, late, 'closed'],
    ['goes on after a release', revising({ phase: 'released' }), true, after, 'open'],
    ['does not open where reviews never began', revising({ phase: 'submission' }), true, after, 'notYet'],
    ['is closed with the activity', revising({ state: 'closed' }), true, after, 'closed'],
    ['is not there without being set', buildPeerReview(inReview), true, after, 'closed'],
    ['waits for who has more time to review', extended, true, after, 'notYet'],
    ['and gives them as much more', extended, true, late, 'open'],
  ])('%s', (_rule, review, hasWork, now, expected) => {
    expect(revisionWindow(review, hasWork, now)).toBe(expected);
  });

  test.each([
    ['during reviews', revising(), during, false],
    ['once they are over', revising(), after, true],
    ['over, but without a revision round', buildPeerReview(inReview), after, false],
    ['after the release', buildPeerReview({ phase: 'released' }), during, true],
    ['over for others, not for oneself', extended, after, false],
  ])('reviews are shown to their author: %s', (_rule, review, now, expected) => {
    expect(reviewsShown(review, now)).toBe(expected);
  });
});

describe('a revised work', () => {
  const content = {
    text: richTextOf('Better.'),
    files: [],
    note: 'Sources added.',
    answers: [{ pseudonym: '1', text: 'Thank you.' }],
  };
  const draft = {
    content: { text: richTextOf(''), files: [], note: '', answers: [] },
    revision: 2,
    savedAt: during,
  };
  const command = { ...content, expectedRevision: 2 };
  const last: WorkRevision = {
    ...content,
    note: 'Other.',
    activityId: 'activity',
    memberId: 'ada',
    n: 3,
    ofVersion: 1,
    at: during,
  };
  test.each([
    ['is handed in', 'open', null, command, { type: 'accept', n: 1 }],
    ['is the next version', 'open', last, command, { type: 'accept', n: 4 }],
    ['is the same once more', 'open', { ...last, ...content }, command, { type: 'repeated' }],
    [
      'is the same without its empty answers',
      'open',
      { ...last, ...content },
      { ...command, answers: [...content.answers, { pseudonym: '2', text: ' ' }] },
      { type: 'repeated' },
    ],
    ['tells a second tab', 'open', null, { ...command, expectedRevision: 1 }, { reason: 'STALE_REVISION' }],
    [
      'is kept when it comes too late',
      'closed',
      null,
      command,
      { reason: 'REVISION_CLOSED', keepDraft: true },
    ],
    ['is nothing without a work', 'noWork', null, command, { reason: 'REVISION_CLOSED', keepDraft: false }],
    ['is not empty', 'open', null, { ...command, text: richTextOf(' ') }, { reason: 'SUBMISSION_EMPTY' }],
    ['says what changed', 'open', null, { ...command, note: ' ' }, { reason: 'REVISION_NOTE_REQUIRED' }],
  ] as const)('%s', (_rule, window, before, wanted, expected) => {
    expect(decideRevise({ window, last: before, draft }, wanted)).toMatchObject(expected);
  });
});
