import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Activity } from './activity.domain.ts';
import { copyOf, type CopyDates, movedByMs, shiftMoments, withSubmissionsUntil } from './copy.domain.ts';

const DAY = 86_400_000;
const NONE: CopyDates = {
  submissionUntil: { here: null, there: null },
  courseStart: { here: null, there: null },
};
const at = (text: string) => new Date(text);
const ALONE = { here: new Map<string, string>(), titles: new Map<string, string>() };
const settings = {
  submissionsCloseAt: '2026-03-01T12:00:00.000Z',
  reviewsCloseAt: '2026-03-08T12:00:00.000Z',
  instructions: 'Look at 2026-03-01T12:00:00.000Z again.',
  reviewsPerLearner: 3,
  criteria: [{ id: 'content', points: 10 }],
};
const original: Activity = {
  id: 'original',
  courseId: 'old',
  type: 'peerReview',
  title: 'Essay',
  points: 20,
  settings,
  revision: 7,
  datesLedBy: 'lms',
  opening: null,
  state: 'published',
  phase: 'released',
  allocation: { runId: 'r', requestedAt: at('2026-03-01T12:00:00Z'), doneAt: null, seed: 's' },
  release: { runId: 'g', requestedAt: at('2026-03-09T12:00:00Z'), doneAt: null },
  withdrawal: null,
  releasedAt: at('2026-03-09T12:00:00Z'),
  createdAt: at('2026-01-01T12:00:00Z'),
  changedAt: at('2026-01-02T12:00:00Z'),
  createdBy: 'tessa',
  copiedFrom: null,
};

describe('by how much the dates of a copy move', () => {
  test.each<[string, CopyDates, number | null]>([
    ['nothing known: not at all', NONE, null],
    [
      'as the LMS’s own date has moved',
      { ...NONE, submissionUntil: { here: at('2026-09-01T12:00:00Z'), there: at('2026-03-01T12:00:00Z') } },
      184 * DAY,
    ],
    [
      'as the LMS’s own date differs from ours, where the old one is not known',
      { ...NONE, submissionUntil: { here: at('2026-03-15T12:00:00Z'), there: null } },
      14 * DAY,
    ],
    [
      'as the beginning of the course has moved',
      { ...NONE, courseStart: { here: at('2026-09-01T00:00:00Z'), there: at('2026-02-01T00:00:00Z') } },
      212 * DAY,
    ],
    [
      'the link’s date counts before the course’s',
      {
        submissionUntil: { here: at('2026-03-02T12:00:00Z'), there: null },
        courseStart: { here: at('2026-09-01T00:00:00Z'), there: at('2026-02-01T00:00:00Z') },
      },
      DAY,
    ],
    [
      'one beginning alone says nothing',
      { ...NONE, courseStart: { here: at('2026-09-01T00:00:00Z'), there: null } },
      null,
    ],
    [
      'backwards as well',
      { ...NONE, submissionUntil: { here: at('2026-02-22T12:00:00Z'), there: null } },
      -7 * DAY,
    ],
  ])('%s', (_rule, dates, expected) => expect(movedByMs(original, dates)).toBe(expected));

  test('an activity without an end of submissions moves with its course', () => {
    const undated = { settings: {} };
    const submissionUntil = { here: at('2026-03-15T12:00:00Z'), there: null };
    expect(movedByMs(undated, { ...NONE, submissionUntil })).toBeNull();
  });
});

describe('moments in settings', () => {
  test('move under names that end in At, however deep, and nothing else does', () => {
    expect(shiftMoments({ ...settings, phases: [{ opensAt: settings.submissionsCloseAt }] }, DAY)).toEqual({
      ...settings,
      submissionsCloseAt: '2026-03-02T12:00:00.000Z',
      reviewsCloseAt: '2026-03-09T12:00:00.000Z',
      phases: [{ opensAt: '2026-03-02T12:00:00.000Z' }],
    });
  });

  test('moved there and back are the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: -1e11, max: 1e11 }), (value, ms) => {
        expect(shiftMoments(shiftMoments(value, ms), -ms)).toEqual(value);
      }),
    );
  });
});

test('a copy has settings and rubric, and nothing of what people did', () => {
  const made = { id: 'copy', courseId: 'new', createdBy: 'ada', at: at('2026-08-01T00:00:00Z') };
  const copy = copyOf(original, { ...made, ...ALONE, courseTitle: 'Old course', movedByMs: DAY });
  expect(copy).toEqual({
    id: 'copy',
    datesLedBy: 'lms',
    opening: null,
    courseId: 'new',
    type: 'peerReview',
    title: 'Essay',
    points: 20,
    settings: shiftMoments(settings, DAY),
    revision: 1,
    state: 'published',
    phase: 'submission',
    allocation: null,
    release: null,
    withdrawal: null,
    releasedAt: null,
    disputes: null,
    createdAt: made.at,
    changedAt: made.at,
    createdBy: 'ada',
    copiedFrom: {
      activityId: 'original',
      courseTitle: 'Old course',
      at: made.at,
      movedByMs: DAY,
      checkedAt: null,
    },
  });
  const unmoved = copyOf(original, { ...made, ...ALONE, courseTitle: null, movedByMs: null });
  expect(unmoved.settings).toEqual(settings);
});

test('people that settings name stay where they are people', () => {
  const held = { ...original, settings: { approval: { everybody: false, memberIds: ['bo'] } } };
  const copyIn = (courseId: string) =>
    copyOf(held, {
      id: 'copy',
      courseId,
      createdBy: 'ada',
      at: original.createdAt,
      ...ALONE,
      courseTitle: null,
      movedByMs: 0,
    }).settings['approval'];
  expect(copyIn('old')).toEqual({ everybody: false, memberIds: ['bo'] });
  expect(copyIn('new')).toEqual({ everybody: false, memberIds: [] });
});

describe('taking over the LMS’s end of submissions', () => {
  const saved = { title: 'Essay', points: 20, settings };
  test.each([
    ['earlier: only this date changes', '2026-02-20T12:00:00.000Z', settings.reviewsCloseAt],
    [
      'later, still before the next step: only this date changes',
      '2026-03-05T12:00:00.000Z',
      settings.reviewsCloseAt,
    ],
    ['later than the next step: it moves along', '2026-03-08T12:00:00.000Z', '2026-03-15T12:00:00.000Z'],
  ])('%s', (_rule, until, reviewsCloseAt) => {
    expect(withSubmissionsUntil(saved, at(until))).toEqual({
      ...saved,
      settings: { ...settings, submissionsCloseAt: until, reviewsCloseAt },
    });
  });

  test.each([
    [
      'a due date before the new end stays',
      '2026-02-27T12:00:00.000Z',
      '2026-02-28T12:00:00.000Z',
      '2026-02-27T12:00:00.000Z',
    ],
    [
      'one that would come after it moves along',
      '2026-03-01T12:00:00.000Z',
      '2026-02-28T12:00:00.000Z',
      '2026-02-28T12:00:00.000Z',
    ],
  ])('%s', (_rule, dueAt, until, expected) => {
    const late = { ...saved, settings: { ...settings, late: { dueAt } } };
    expect(withSubmissionsUntil(late, at(until)).settings).toMatchObject({
      submissionsCloseAt: until,
      late: { dueAt: expected },
    });
  });

  const [first, second] = ['2026-02-20T12:00:00.000Z', '2026-03-01T12:00:00.000Z'];
  test.each([
    ['a project ends with its last milestone', '2026-03-05T12:00:00.000Z', first],
    [
      'before the one before it, that one moves along',
      '2026-02-19T12:00:00.000Z',
      '2026-02-10T12:00:00.000Z',
    ],
  ])('%s', (_rule, until, expected) => {
    const project = {
      ...saved,
      settings: {
        milestones: [
          { n: 2, dueAt: second },
          { n: 1, dueAt: first },
        ],
      },
    };
    expect(withSubmissionsUntil(project, at(until)).settings).toEqual({
      milestones: [
        { n: 2, dueAt: until },
        { n: 1, dueAt: expected },
      ],
    });
  });

  test('an activity without such a date stays as it is', () => {
    expect(withSubmissionsUntil({ ...saved, settings: {} }, at('2026-03-05T12:00:00Z'))).toEqual({
      ...saved,
      settings: {},
    });
  });
});

test.each([
  ['a draft stays one', 'draft', 'draft'],
  ['what learners have seen there is open here', 'published', 'published'],
  ['what is closed there begins anew', 'closed', 'published'],
] as const)('%s', (_rule, state, expected) => {
  const facts = { id: 'c', courseId: 'n', createdBy: 'a', at: at('2026-08-01T00:00:00Z'), courseTitle: null };
  expect(copyOf({ ...original, state }, { ...facts, ...ALONE, movedByMs: 0 }).state).toBe(expected);
});
