import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { allocateGroupWorks, allocateTogether } from './allocate-groups.domain.ts';
import { authorsOf, type Submission } from './peer-review.domain.ts';
import { everywhere, nearnessOutside, nearnessWithin, placeOf } from './review-nearness.domain.ts';

const work = (group: number, size: number): Submission => {
  const memberIds = Array.from({ length: size }, (_, index) => `g${group}-m${index}`);
  return buildSubmission({
    id: `work${group}`,
    authorId: memberIds[0] ?? '',
    group: { id: `g${group}`, name: null, memberIds },
  });
};
const ownIn = (works: readonly Submission[], reviewerId: string): Submission | undefined =>
  works.find((one) => authorsOf(one).includes(reviewerId));

test.each([
  ['where most are', { a: ['x'], b: ['y'], c: ['y'] }, 'y'],
  ['as many in two: the first by id', { a: ['y'], b: ['x'] }, 'x'],
  ['the first author alone decides nothing', { a: ['x'], b: ['z'], c: ['z'] }, 'z'],
  ['some are nowhere', { c: ['y'] }, 'y'],
  ['nobody is anywhere', {}, null],
])('a group belongs %s', (_rule, places, expected) =>
  expect(placeOf(['a', 'b', 'c'], new Map(Object.entries(places)))).toBe(expected),
);

/** Groups, each with a size, and a section for each of its members. */
const courses = fc.array(
  fc.record({ size: fc.integer({ min: 1, max: 4 }), section: fc.integer({ min: 0, max: 2 }) }),
  { minLength: 2, maxLength: 12 },
);

test('within sections each reviews works of the own one where there are enough, and nobody is left without', () => {
  fc.assert(
    fc.property(courses, fc.integer({ min: 1, max: 3 }), (groups, perReviewer) => {
      const works = groups.map(({ size }, group) => work(group, size));
      const places = new Map(
        works.flatMap((one, at) => authorsOf(one).map((id) => [id, [`s${groups[at]?.section}`]] as const)),
      );
      const { choose, perWork } = nearnessWithin(works, places, authorsOf, perReviewer);
      const { reviews } = allocateGroupWorks(works, authorsOf, perReviewer, 'seed', new Map(), choose);
      const sectionOf = (one: Submission | undefined) => one && placeOf(authorsOf(one), places);
      const inside = (one: Submission | undefined) =>
        works.filter((other) => sectionOf(other) === sectionOf(one)).length;
      const isLarge = (one: Submission | undefined) => inside(one) > perReviewer;
      const small = works.filter((one) => !isLarge(one)).length;
      for (const review of reviews) {
        const [own, other] = [
          ownIn(works, review.reviewerId),
          works.find(({ id }) => id === review.submissionId),
        ];
        expect(own).not.toBe(other);
        // Large sections stay among themselves, unless those of small ones had to join one of them.
        if (isLarge(own) && isLarge(other) && (small === 0 || small > perReviewer))
          expect(sectionOf(other)).toBe(sectionOf(own));
      }
      const each = Math.min(perReviewer, works.length - 1);
      for (const id of works.flatMap(authorsOf))
        expect(reviews.filter(({ reviewerId }) => reviewerId === id)).toHaveLength(each);
      for (const one of works) {
        const got = reviews.filter(({ submissionId }) => submissionId === one.id).length;
        expect(got).toBeGreaterThan(0);
        // As the allocation gives what a work is to have, nothing is added to it later.
        if (groups.every(({ size }) => size === 2)) expect(got).toBeGreaterThanOrEqual(perWork(one));
      }
    }),
  );
});

test('of other topics each reviews none of the own one, where there are enough', () => {
  const works = [0, 1, 2, 3, 4, 5].map((group) => work(group, 3));
  const topics = new Map(
    works.flatMap((one, at) => authorsOf(one).map((id) => [id, [`t${at % 3}`]] as const)),
  );
  const { choose } = nearnessOutside(works, topics, authorsOf, 2);
  const { reviews } = allocateGroupWorks(works, authorsOf, 2, 'seed', new Map(), choose);
  expect(reviews).toHaveLength(36);
  for (const { reviewerId, authorId } of reviews)
    expect(topics.get(authorId)).not.toEqual(topics.get(reviewerId));
});

test('groups that review stay in their section, and also review works of a section in which no group reviews', () => {
  const works = [0, 1, 2, 3, 4, 5, 6, 7].map((group) => work(group, 2));
  const sectionOf = (group: number) => (group < 3 ? 'a' : group < 6 ? 'b' : 'c');
  const places = new Map(
    works.flatMap((one, at) => authorsOf(one).map((id) => [id, [sectionOf(at)]] as const)),
  );
  // Nobody of the last section is in a group that reviews.
  const groups = [0, 1, 2, 3, 4, 5].map((at) => ({
    id: `r${at}`,
    name: null,
    memberIds: authorsOf(works[at] ?? work(9, 1)),
  }));
  const { choose } = nearnessWithin(works, places, authorsOf, 1, groups);
  const { reviews } = allocateTogether(works, groups, 1, 'seed', new Map(), choose);
  expect(reviews).toHaveLength(6);
  for (const { reviewerId, submissionId } of reviews) {
    const other = sectionOf(Number(submissionId.slice(4)));
    expect([sectionOf(Number(reviewerId.slice(1))), 'c']).toContain(other);
  }
  // They lack reviews as much as others: some of the six go there.
  expect(
    reviews.filter(({ submissionId }) => ['work6', 'work7'].includes(submissionId)).length,
  ).toBeGreaterThan(0);
});

test('across the course every work is as near as another', () => {
  const works = [work(0, 3), work(1, 2)];
  const { choose, perWork } = everywhere(works, authorsOf, 2);
  expect(choose(['anybody'], works)).toBe(works);
  expect(works.map(perWork)).toEqual([2, 2]);
});
