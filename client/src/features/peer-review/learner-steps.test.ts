import { describe, expect, test } from '@jest/globals';
import { richTextOf } from '../../../../server/src/contracts/plain-text.ts';
import { learnerSteps, startingWork } from './learner-steps.ts';

type Snapshot = Parameters<typeof learnerSteps>[0];

const file = { id: 'f1', name: 'essay.pdf', size: 10, type: 'application/pdf' };
const work = {
  version: 1,
  text: richTextOf('my essay'),
  files: [],
  links: [],
  submittedAt: '2026-11-22T10:00:00.000Z',
  daysLate: 0,
};
const task = (state: 'toDo' | 'begun' | 'submitted') => ({ reviewId: 'r', pseudonym: 'Heron', state });
const snapshot = (overrides: Partial<Snapshot>): Snapshot => ({
  phase: 'submission',
  submission: null,
  reviewTasks: [],
  reviewsAsked: overrides.reviewTasks?.length ?? 0,
  can: { submit: false, review: false },
  ...overrides,
});

describe('where a learner stands', () => {
  test.each<[string, Partial<Snapshot>, string]>([
    [
      'at the start, handing in is next',
      { can: { submit: true, review: false } },
      'current upcoming upcoming',
    ],
    ['handed in, reviews come later', { submission: work }, 'done upcoming upcoming'],
    ['closed without work', {}, 'missed upcoming upcoming'],
    [
      'reviews to do',
      {
        phase: 'review',
        submission: work,
        reviewTasks: [task('submitted'), task('toDo')],
        can: { submit: false, review: true },
      },
      'done current upcoming',
    ],
    [
      'all reviews are done before they close',
      {
        phase: 'review',
        submission: work,
        reviewTasks: [task('submitted')],
        can: { submit: false, review: true },
      },
      'done done upcoming',
    ],
    [
      'reviews closed with one open',
      { phase: 'review', submission: work, reviewTasks: [task('submitted'), task('begun')] },
      'done missed upcoming',
    ],
    [
      'works are taken one at a time: after the first there are more',
      {
        phase: 'review',
        submission: work,
        reviewTasks: [task('submitted')],
        reviewsAsked: 2,
        can: { submit: false, review: true },
      },
      'done current upcoming',
    ],
    ['without work there is nothing to review', { phase: 'review' }, 'missed missed upcoming'],
    ['handed in, not allocated yet', { phase: 'review', submission: work }, 'done upcoming upcoming'],
    ['released', { phase: 'released', submission: work, reviewTasks: [task('submitted')] }, 'done done done'],
  ])('%s', (_rule, overrides, expected) => {
    const { submit, review, results } = learnerSteps(snapshot(overrides));
    expect(`${submit} ${review} ${results}`).toBe(expected);
  });
});

describe('the work an editor starts with', () => {
  const draft = (text: string, savedAt: string | null, files = [] as (typeof file)[]) => ({
    text: richTextOf(text),
    files,
    links: [],
    revision: 1,
    savedAt,
    savedBy: null,
  });
  const before = '2026-11-22T09:00:00.000Z';
  const after = '2026-11-22T11:00:00.000Z';

  test.each([
    ['nothing at first', draft('', null), null, '', false],
    ['the draft before anything is handed in', draft('draft', before), null, 'draft', true],
    ['what was handed in when no draft is left', draft('', null), work, 'my essay', false],
    ['what was handed in when the draft is older', draft('old', before), work, 'my essay', false],
    ['a newer draft', draft('new', after), work, 'new', true],
    ['a newer draft that says the same', draft('my essay', after), work, 'my essay', false],
    ['a newer draft with a file more', draft('my essay', after, [file]), work, 'my essay', true],
    ['a draft of a file alone', draft('', before, [file]), null, '', true],
  ])('%s', (_rule, draft, submission, text, isUnsubmitted) => {
    expect(startingWork({ draft, submission })).toMatchObject({
      work: { text: richTextOf(text) },
      isUnsubmitted,
    });
  });
});
