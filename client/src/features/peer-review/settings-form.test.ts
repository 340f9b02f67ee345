import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { richTextOf } from '../../../../server/src/contracts/plain-text.ts';
import { PeerReviewSettings } from '../../../../server/src/contracts/peer-review.ts';
import {
  defaultForm,
  findInvalid,
  moved,
  type SettingsForm,
  toForm,
  toLocalField,
  toSettings,
} from './settings-form.ts';

const content = { id: 'content', title: 'Content', description: '', points: 10 };
const criteria = [content, { id: 'form', title: 'Form', description: '', points: 5 }];
const form = (overrides: Partial<SettingsForm> = {}): SettingsForm => ({
  ...defaultForm('Essay', criteria, new Date('2026-11-22T10:00:00Z')),
  ...overrides,
});

describe('the default form', () => {
  test('closes at the end of the day one and two weeks later, by local time', () => {
    const now = new Date(2026, 10, 22, 10, 0);
    expect(defaultForm('Essay', criteria, now)).toMatchObject({
      submissionsCloseAt: '2026-11-29T23:59',
      reviewsCloseAt: '2026-12-06T23:59',
    });
  });

  test('is what the server accepts', () => {
    expect(findInvalid(form())).toEqual({});
    expect(PeerReviewSettings.safeParse(toSettings(form())).success).toBe(true);
  });
});

const long = 'x'.repeat(10_001);

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
    ['half a review', { reviewsPerLearner: 1.5 }, 'reviewsPerLearner'],
    ['too many reviews', { reviewsPerLearner: 11 }, 'reviewsPerLearner'],
    ['a rubric without criteria', { criteria: [] }, 'criteria'],
    ['a criterion without title', { criteria: [{ ...content, title: '' }] }, 'content.title'],
    ['a criterion without points', { criteria: [{ ...content, points: Number.NaN }] }, 'content.points'],
    ['a long description', { criteria: [{ ...content, description: long }] }, 'content.description'],
  ])('%s', (_rule, overrides, field) => {
    expect(Object.keys(findInvalid(form(overrides)))).toEqual([field]);
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
        // The hour that a time zone repeats in autumn has two moments for one local time.
        expect(toLocalField(new Date(toLocalField(minute)).toISOString())).toBe(toLocalField(minute));
      },
    ),
  );
});

test('settings come back from the form unchanged', () => {
  const settings = toSettings(form());
  expect(toSettings(toForm(settings))).toEqual(settings);
});

test.each([
  ['down', 0, 1, ['b', 'a', 'c']],
  ['up', 2, 1, ['a', 'c', 'b']],
  ['not beyond the end', 2, 3, ['a', 'b', 'c']],
  ['not before the start', 0, -1, ['a', 'b', 'c']],
])('a criterion moves %s', (_rule, from, to, expected) => {
  expect(moved(['a', 'b', 'c'], from, to)).toEqual(expected);
});
