import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { richTextOf } from '../../../../server/src/contracts/plain-text.ts';
import { PeerReviewSettings } from '../../../../server/src/contracts/peer-review.ts';
import { moved } from './moved.ts';
import { defaultForm, findInvalid, type SettingsForm, toForm, toSettings } from './settings-form.ts';
import { toLocalField } from '../../ui/local-time.ts';

const content = { id: 'content', title: 'Content', description: '', points: 10 };
const criteria = [content, { id: 'form', title: 'Form', description: '', points: 5 }];
const form = (overrides: Partial<SettingsForm> = {}): SettingsForm => ({
  ...defaultForm('Essay', criteria, 'Reviewing', new Date('2026-11-22T10:00:00Z')),
  ...overrides,
});

describe('the default form', () => {
  test('closes at the end of the day one and two weeks later, by local time', () => {
    const now = new Date(2026, 10, 22, 10, 0);
    expect(defaultForm('Essay', criteria, 'Reviewing', now)).toMatchObject({
      submissionsCloseAt: '2026-11-29T23:59',
      reviewsCloseAt: '2026-12-06T23:59',
    });
  });

  test('is what the server accepts', () => {
    expect(findInvalid(form())).toEqual({});
    expect(PeerReviewSettings.safeParse(toSettings(form())).success).toBe(true);
  });
});

const total = { columnsKind: 'total' as const, workPercent: 80, reviewingPercent: 20 };
const long = 'x'.repeat(10_001);
const { rules } = form();

test('what is not in force cannot be wrong', () => {
  const hidden = { dueAt: '', reviewingPoints: 0, workPercent: 5, releaseAt: '' };
  expect(findInvalid(form(hidden))).toEqual({});
});

describe('what is refused, before the server would', () => {
  test.each<[string, Partial<SettingsForm>, string]>([
    ['a blank title', { title: '  ' }, 'title'],
    ['a title that is too long', { title: 'x'.repeat(201) }, 'title'],
    ['instructions that are too long', { instructions: richTextOf(long) }, 'instructions'],
    ['no points', { points: Number.NaN }, 'points'],
    ['zero points', { points: 0 }, 'points'],
    ['too many points', { points: 10_001 }, 'points'],
    ['an empty date', { submissionsCloseAt: '' }, 'submissionsCloseAt'],
    ['reviews that close with submissions', { reviewsCloseAt: form().submissionsCloseAt }, 'reviewsCloseAt'],
    ['no review', { reviewsPerLearner: 0 }, 'reviewsPerLearner'],
    ['a due date after the last moment', { acceptsLate: true, dueAt: '2026-11-30T00:00' }, 'dueAt'],
    ['no due date', { acceptsLate: true, dueAt: '' }, 'dueAt'],
    ['half a minute of grace', { acceptsLate: true, graceMinutes: 0.5 }, 'graceMinutes'],
    ['more than all per day', { acceptsLate: true, percentPerDay: 101 }, 'percentPerDay'],
    ['a lowest grade below nothing', { acceptsLate: true, lowestPercent: -1 }, 'lowestPercent'],
    ['a second column without points', { columnsKind: 'separate', reviewingPoints: 0 }, 'reviewingPoints'],
    ['a second column without a name', { columnsKind: 'separate', reviewingLabel: ' ' }, 'reviewingLabel'],
    ['weights that make less than all', { ...total, workPercent: 70 }, 'reviewingPercent'],
    ['weights that make more than all', { ...total, workPercent: 90 }, 'reviewingPercent'],
    ['an empty date of release', { releaseKind: 'date', releaseAt: '' }, 'releaseAt'],
    ['a highest grade above all points', { rules: { ...rules, maximumPercent: 110 } }, 'maximumPercent'],
    [
      'a lowest grade above the highest',
      { rules: { ...rules, minimumPercent: 60, maximumPercent: 50 } },
      'minimumPercent',
    ],
    ['too many digits', { rules: { ...rules, decimals: 5 } }, 'decimals'],
    ['half a review', { reviewsPerLearner: 1.5 }, 'reviewsPerLearner'],
    ['too many reviews', { reviewsPerLearner: 11 }, 'reviewsPerLearner'],
    ['a rubric without criteria', { criteria: [] }, 'criteria'],
    ['a criterion without title', { criteria: [{ ...content, title: '' }] }, 'content.title'],
    ['a criterion without points', { criteria: [{ ...content, points: Number.NaN }] }, 'content.points'],
    ['a long description', { criteria: [{ ...content, description: long }] }, 'content.description'],
  ])('%s', (_rule, overrides, field) => {
    expect(Object.keys(findInvalid(form(overrides)))).toEqual([field]);
  });

  test('the form and the server agree on grading', () => {
    const number = fc.oneof(fc.integer({ min: -5, max: 205 }), fc.double({ min: -1, max: 210, noNaN: true }));
    fc.assert(
      fc.property(
        fc.record({
          acceptsLate: fc.boolean(),
          graceMinutes: number,
          percentPerDay: number,
          lowestPercent: number,
          columnsKind: fc.constantFrom('work' as const, 'separate' as const, 'total' as const),
          reviewingPoints: number,
          workPercent: fc.oneof(fc.constant(80), number),
          reviewingPercent: fc.oneof(fc.constant(20), number),
          rules: fc.record({
            minimumPercent: number,
            maximumPercent: number,
            extraCredit: fc.boolean(),
            decimals: fc.integer({ min: -1, max: 6 }),
            rounding: fc.constantFrom('nearest' as const, 'down' as const, 'up' as const),
          }),
        }),
        (grading) => {
          const candidate = form(grading);
          const isValid = Object.keys(findInvalid(candidate)).length === 0;
          expect(PeerReviewSettings.safeParse(toSettings(candidate)).success).toBe(isValid);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('the form and the server agree on numbers', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 20_000 }),
        fc.integer({ min: -2, max: 15 }),
        (points, reviews) => {
          const candidate = form({ points, reviewsPerLearner: reviews });
          const isValid = Object.keys(findInvalid(candidate)).length === 0;
          expect(PeerReviewSettings.safeParse(toSettings(candidate)).success).toBe(isValid);
        },
      ),
    );
  });
});

test('a moment survives the date-time field to the minute', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
        expect(new Date(toLocalField(minute)).toISOString()).toBe(minute);
      },
    ),
  );
});

const ways: [string, Partial<SettingsForm>][] = [
  ['the defaults', {}],
  ['late work', { acceptsLate: true, dueAt: '2026-11-27T12:00', graceMinutes: 15, lowestPercent: 40 }],
  ['two columns', { columnsKind: 'separate', reviewingLabel: 'Feedback', reviewingPoints: 5 }],
  ['a total', total],
  ['a release on a date', { releaseKind: 'date', releaseAt: '2026-12-10T08:00' }],
  ['a release at once', { releaseKind: 'immediate' }],
  [
    'rules',
    {
      rules: {
        minimumPercent: 10,
        maximumPercent: 110,
        extraCredit: true,
        decimals: 0,
        rounding: 'up',
      },
    },
  ],
];

test.each(ways)('%s come back from the form unchanged, and the server takes them', (_way, overrides) => {
  const settings = toSettings(form(overrides));
  expect(toSettings(toForm(settings, 'Reviewing'))).toEqual(settings);
  expect(PeerReviewSettings.parse(settings)).toEqual(settings);
  expect(findInvalid(form(overrides))).toEqual({});
});

test.each([
  ['down', 0, 1, ['b', 'a', 'c']],
  ['up', 2, 1, ['a', 'c', 'b']],
  ['not beyond the end', 2, 3, ['a', 'b', 'c']],
  ['not before the start', 0, -1, ['a', 'b', 'c']],
])('a criterion moves %s', (_rule, from, to, expected) => {
  expect(moved(['a', 'b', 'c'], from, to)).toEqual(expected);
});
