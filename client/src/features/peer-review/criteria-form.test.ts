import { describe, expect, test } from '@jest/globals';
import { Criterion } from '../../../../server/src/contracts/rubric.ts';
import type { CriterionKind } from '../../../../server/src/contracts/rubric-rules.ts';
import type { Criterion as Saved } from './api.ts';
import { criteriaChecks, toCriterion, withKind, withLevels } from './criteria-form.ts';

const content: Saved = { id: 'content', title: 'Content', description: '', points: 10 };
const NAMES = ['Excellent', 'Good', 'In part', 'Missing'];
const ids = () => {
  let n = 0;
  return () => `level-${(n += 1)}`;
};
const turned = (type: CriterionKind['type'], from = content) => withKind(from, type, NAMES, ids());
const problemsOf = (criteria: Saved[]) =>
  Object.fromEntries(
    criteriaChecks(criteria).flatMap(([field, wrong]) => (wrong ? [[field, wrong.because]] : [])),
  );

describe('a criterion of another kind', () => {
  test.each<CriterionKind['type']>(['points', 'yesNo', 'scale', 'levels', 'comment'])(
    'of %s can be saved as it is first',
    (type) => {
      const criteria = [turned(type), { ...content, id: 'other' }];
      expect(problemsOf(criteria)).toEqual({});
      for (const criterion of criteria)
        expect(Criterion.safeParse(toCriterion(criterion)).success).toBe(true);
    },
  );

  test('has the usual levels from all points down to none', () => {
    expect(turned('levels').kind).toMatchObject({
      levels: [{ points: 10 }, { points: 7 }, { points: 3 }, { name: 'Missing', points: 0 }],
    });
  });

  test('gets points again after it was a comment alone', () => {
    expect(turned('points', turned('comment'))).toMatchObject({ points: 10 });
  });

  test('a comment alone has no weight left', () => {
    expect(turned('comment', { ...content, weight: 3 })).not.toHaveProperty('weight');
  });
});

describe('what keeps a rubric from being saved', () => {
  const scale = (part: object): Saved => ({
    ...content,
    kind: { type: 'scale', min: 1, max: 5, step: 1, lowLabel: '', highLabel: '', ...part },
  });
  const level = (part: object) =>
    withLevels(content, [
      { id: 'a', name: 'A', description: '', points: 2, ...part },
      { id: 'b', name: 'B', description: '', points: 0 },
    ]);
  test.each<[string, Saved[], Record<string, string>]>([
    ['no criterion', [], { criteria: 'noCriterion' }],
    ['comments alone', [turned('comment')], { criteria: 'nothingCounts' }],
    ['only what counts nothing', [{ ...content, weight: 0 }], { criteria: 'nothingCounts' }],
    [
      'an emptied weight',
      [{ ...content, weight: Number.NaN }, turned('yesNo')],
      { 'content.weight': 'percent' },
    ],
    ['a level without a name', [level({ name: ' ' })], { 'content.a.name': 'required' }],
    [
      'a level of points that are none',
      [level({ points: -1 })],
      { 'content.points': 'points', 'content.a.points': 'percent' },
    ],
    ['steps that miss the end', [scale({ step: 3 })], { 'content.scale': 'scale' }],
    ['a scale upside down', [scale({ max: 0 })], { 'content.scale': 'scale' }],
    ['an emptied end', [scale({ min: Number.NaN })], { 'content.scale': 'scale' }],
    [
      'half a character',
      [{ ...content, comment: { need: 'required', minimum: 0.5, prompts: false } }],
      { 'content.minimum': 'whole' },
    ],
  ])('%s', (_rule, criteria, expected) => {
    expect(problemsOf(criteria)).toEqual(expected);
  });
});
