import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outsideTopic, poolsBySection, topicNumbers, withinSection } from './review-pools.domain.ts';

/** Authors by section, such as `{ mon: 3 }`; the empty name stands for no section. */
function authorsIn(counts: Record<string, number>) {
  const people = Object.entries(counts).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => ({ id: `${section}-${index}`, section })),
  );
  return {
    authors: people.map(({ id }) => ({ id, person: id })),
    sectionsOf: new Map(
      people.filter(({ section }) => section !== '').map(({ id, section }) => [id, [section]]),
    ),
  };
}

const sizes = (counts: Record<string, number>, perReviewer = 2) => {
  const { authors, sectionsOf } = authorsIn(counts);
  const { pools, ...facts } = poolsBySection(authors, sectionsOf, perReviewer);
  return { sizes: pools.map(({ sectionId, people }) => [sectionId, people.length]), ...facts };
};

describe('who reviews whom', () => {
  test.each([
    [
      'sections with one work more than each is to review stay by themselves',
      { mon: 3, tue: 4 },
      {
        sizes: [
          ['mon', 3],
          ['tue', 4],
        ],
        tooSmall: [],
        unplaced: 0,
        joined: null,
      },
    ],
    [
      'smaller ones, and people of none, are put together',
      { mon: 3, tue: 2, wed: 1, '': 1 },
      {
        sizes: [
          ['mon', 3],
          [null, 4],
        ],
        tooSmall: ['tue', 'wed'],
        unplaced: 1,
        joined: null,
      },
    ],
    [
      'who are still too few join the section with the fewest works',
      { mon: 5, tue: 3, wed: 1, '': 1 },
      {
        sizes: [
          ['mon', 5],
          ['tue', 5],
        ],
        tooSmall: ['wed'],
        unplaced: 1,
        joined: 'tue',
      },
    ],
    [
      'without a section that is large enough all review each other',
      { mon: 2, tue: 2 },
      { sizes: [[null, 4]], tooSmall: ['mon', 'tue'], unplaced: 0, joined: null },
    ],
    ['nobody is in no pool', {}, { sizes: [], tooSmall: [], unplaced: 0, joined: null }],
  ])('%s', (_rule, counts, expected) => expect(sizes(counts)).toEqual(expected));

  test('somebody in several sections is in one pool', () => {
    const sectionsOf = new Map([
      ['a', ['tue', 'mon']],
      ['b', ['mon']],
      ['c', ['mon']],
    ]);
    const authors = ['a', 'b', 'c'].map((id) => ({ id, person: id }));
    expect(poolsBySection(authors, sectionsOf, 2).pools).toEqual([
      { sectionId: 'mon', people: ['a', 'b', 'c'] },
    ]);
  });
});

test('everybody is in exactly one pool, and no pool but an only one is too small', () => {
  const counts = fc.dictionary(fc.constantFrom('mon', 'tue', 'wed', 'thu', ''), fc.nat(9));
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 5 }), (some, perReviewer) => {
      const { authors, sectionsOf } = authorsIn(some);
      const { pools } = poolsBySection(authors, sectionsOf, perReviewer);
      expect(pools.flatMap(({ people }) => people).sort()).toEqual(authors.map(({ id }) => id).sort());
      if (pools.length > 1)
        for (const { people } of pools) expect(people.length).toBeGreaterThan(perReviewer);
    }),
  );
});

test.each([
  ['a late work stays in its section where that has enough', 2, ['b', 'c']],
  ['and goes to all where it has not', 3, ['b', 'c', 'd']],
])('%s', (_rule, perReviewer, expected) => {
  const sectionsOf = new Map([
    ['a', ['mon']],
    ['b', ['mon']],
    ['c', ['mon', 'tue']],
    ['d', ['tue']],
  ]);
  const others = ['b', 'c', 'd'].map((authorId) => ({ authorId }));
  expect(withinSection(others, sectionsOf, 'a', perReviewer).map(({ authorId }) => authorId)).toEqual(
    expected,
  );
});

test.each([
  ['a late work of other topics goes to those who have another, or none', 2, ['d', 'e']],
  ['and to all where these are too few', 3, ['b', 'c', 'd', 'e']],
])('%s', (_rule, perReviewer, expected) => {
  const topics = new Map([
    ['a', ['arch']],
    ['b', ['arch']],
    ['c', ['arch', 'beam']],
    ['d', ['beam']],
  ]);
  const others = ['a', 'b', 'c', 'd', 'e'].map((authorId) => ({ authorId }));
  const far = outsideTopic(others, topics, 'a', perReviewer).map(({ authorId }) => authorId);
  expect(far.filter((id) => id !== 'a')).toEqual(expected);
});

test('people of one topic have one number; who has several counts for the first, who has none for none', () => {
  const topics = new Map([
    ['a', ['beam', 'arch']],
    ['b', ['arch']],
    ['c', ['beam']],
  ]);
  expect(topicNumbers(['a', 'b', 'c', 'd'], topics)).toEqual([0, 0, 1, -1]);
});
