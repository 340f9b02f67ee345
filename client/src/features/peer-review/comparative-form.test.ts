import { expect, test } from '@jest/globals';
import { emptyRichText, richTextOf } from '../../../../server/src/contracts/plain-text.ts';
import { comparativeChecks, comparativeFields, comparativeOf } from './comparative-form.ts';
import {
  type ComparisonForm,
  countComparisonProblems,
  findComparisonProblems,
  toChoices,
  toComparisonForm,
  toDraftChoices,
} from './comparison-form.ts';
import { defaultForm, findInvalid, toSettings } from './settings-form.ts';

const criteria = ['content', 'style'].map((id) => ({ id, title: id, description: '', points: 5 }));
const form = {
  ...defaultForm('Essay', criteria, 'Reviews', new Date('2027-03-01T10:00:00Z')),
  compares: true,
};

test('a form that compares sends the range, and nothing that goes by ratings', () => {
  const full = {
    ...form,
    columnsKind: 'total' as const,
    countsAgreement: true,
    countsHelpfulness: true,
    countsQuality: true,
    assessesSelf: true,
    hasRevision: true,
    reviewsWithin: 'section' as const,
    authors: { kind: 'groups' as const, setId: 'a'.repeat(32) },
    reviewers: { kind: 'groups' as const, setId: 'a'.repeat(32) },
    weakestPercent: 60,
  };
  expect(findInvalid(full)).toEqual({});
  expect(toSettings(full)).toMatchObject({
    comparison: { lowestPercent: 60, highestPercent: 100 },
    agreement: null,
    helpfulness: null,
    quality: null,
    disagreementLimit: null,
    calibration: null,
    selfAssessment: null,
    backEvaluation: null,
    revision: null,
    // Works of groups are compared, within sections too; by each member alone.
    reviewsWithin: 'section',
    authors: { kind: 'groups' },
    reviewers: { kind: 'learners' },
  });
  const { comparison, ...others } = toSettings({ ...full, compares: false });
  expect(comparison).toBeNull();
  // Groups review within sections, too.
  expect(others).toMatchObject({ reviewsWithin: 'section', revision: { closesAt: expect.any(String) } });
  expect(comparativeOf(comparativeFields(null), others).comparison).toBeNull();
});

test.each([
  [
    'a range that is turned around',
    { weakestPercent: 90, strongestPercent: 50 },
    'strongestPercent',
    'bounds',
  ],
  ['more than all points', { strongestPercent: 101 }, 'strongestPercent', 'percent'],
  ['an empty field', { weakestPercent: Number.NaN }, 'weakestPercent', 'percent'],
  ['works one at a time', { givenOut: 'rolling' as const }, 'givenOut', 'comparedAtOnce'],
])('%s is said at its field', (_what, part, field, because) => {
  const found = Object.fromEntries(comparativeChecks({ ...form, ...part }));
  expect(found[field]).toMatchObject({ because });
  expect(findInvalid({ ...form, ...part })[field]).toMatchObject({ because });
  expect(comparativeChecks({ ...form, ...part, compares: false })).toEqual([]);
});

const half: ComparisonForm = {
  choices: { style: 'right', former: 'left' },
  leftComment: richTextOf('Clear.'),
  rightComment: emptyRichText(),
};

test('what is open is found; a draft also keeps choices by criteria that are no more', () => {
  expect(findComparisonProblems(half, criteria)).toEqual({
    open: new Set(['content']),
    left: null,
    right: 'missing',
  });
  expect(countComparisonProblems(findComparisonProblems(half, criteria))).toBe(2);
  expect(toChoices(half, criteria)).toEqual([{ criterionId: 'style', better: 'right' }]);
  expect(toDraftChoices(half, criteria)).toEqual([
    { criterionId: 'style', better: 'right' },
    { criterionId: 'former', better: 'left' },
  ]);
  expect(toComparisonForm({ ...half, choices: toDraftChoices(half, criteria) })).toEqual(half);
  expect(
    findComparisonProblems({ ...half, leftComment: richTextOf('x'.repeat(10_001)) }, criteria).left,
  ).toBe('tooLong');
});
