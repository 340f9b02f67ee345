import { expect, test } from '@jest/globals';
import { type CombinedWork, differenceOf, proposeSpotChecks } from './spot-checks.domain.ts';

const work = (authorId: string, over: Partial<CombinedWork> = {}): CombinedWork => ({
  authorId,
  reviews: 3,
  percent: 70,
  margin: 10,
  spread: 20,
  isKnown: false,
  ...over,
});
const many = (count: number, over: (index: number) => Partial<CombinedWork> = () => ({})) =>
  Array.from({ length: count }, (_, index) => work(`a${String(index).padStart(3, '0')}`, over(index)));
const idsOf = (works: readonly CombinedWork[]) => works.map(({ authorId }) => authorId);

test.each<[string, CombinedWork[], string[]]>([
  [
    'the least certain first',
    [work('a'), work('b', { margin: 30 }), work('c', { margin: 20 })],
    ['b', 'c', 'a'],
  ],
  ['equally certain, always in the same order', [work('b'), work('a')], ['a', 'b']],
  ['not what staff have looked at', [work('a', { isKnown: true }), work('b')], ['b']],
  ['not what is certain enough', [work('a', { margin: 4.9 }), work('b', { margin: 5 })], ['b']],
  ['not what nothing is known of', [work('a', { margin: null })], []],
  ['three of a small course', many(12), ['a000', 'a001', 'a002']],
  ['none when a tenth has been looked at', many(12, (index) => ({ isKnown: index < 3 })), []],
])('%s', (_rule, works, expected) => {
  expect(idsOf(proposeSpotChecks(works))).toEqual(expected);
});

test('a tenth of the works is proposed, at most twenty', () => {
  expect(proposeSpotChecks(many(80))).toHaveLength(8);
  expect(proposeSpotChecks(many(900))).toHaveLength(20);
});

test('what another method changes', () => {
  const before = [work('a'), work('b'), work('c')];
  const after = [
    work('a', { percent: 70.01 }),
    work('b', { percent: 62.5 }),
    work('c', { percent: 72 }),
    work('d'),
  ];
  expect(differenceOf(before, after)).toEqual({ count: 2, most: 7.5 });
  expect(differenceOf([], [])).toEqual({ count: 0, most: 0 });
});
