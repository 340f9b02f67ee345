import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildReview, buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { reviewIdOf } from './allocate-reviews.domain.ts';
import { chooseInstead, withFreeLabels } from './replace-review.domain.ts';

const work = (name: string) => buildSubmission({ id: `work-${name}`, authorId: name });
const task = (author: string, workLabel = 'A') =>
  buildReview({
    id: reviewIdOf(`work-${author}`, 'me'),
    submissionId: `work-${author}`,
    authorId: author,
    reviewerId: 'me',
    workLabel,
  });

test('somebody whose review is taken away gets the work with fewest reviews, never the own or one they have', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1 });
  fc.assert(
    fc.property(
      names,
      fc.integer({ min: 0, max: 8 }),
      fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }),
      (all, had, loads) => {
        const tasks = all.slice(0, had).map((name) => task(name));
        const receivedBy = new Map(
          all.map((name, index) => [`work-${name}`, Array.from({ length: loads[index] ?? 0 }, String)]),
        );
        const others = [...all.map(work), work('me')];
        const chosen = chooseInstead(
          { own: work('me'), others, tasks, givenBy: new Map(), receivedBy },
          'seed',
        );
        const left = all.slice(had);
        if (left.length === 0) return expect(chosen).toBeNull();
        expect(left).toContain(chosen?.authorId);
        expect(chosen).toMatchObject({ reviewerId: 'me', state: 'toDo', version: 0, extra: false });
        const loadOf = (name: string) => receivedBy.get(`work-${name}`)?.length ?? 0;
        expect(loadOf(chosen?.authorId ?? '')).toBe(Math.min(...left.map(loadOf)));
      },
    ),
  );
});

test('its signs are nobody else’s, also where reviews were taken away before', () => {
  const ofWork = [{ reviewerLabel: '1' }, { reviewerLabel: '4' }];
  const tasks = [{ workLabel: 'A' }, { workLabel: 'C' }];
  expect(withFreeLabels(task('a'), ofWork, tasks)).toMatchObject({ reviewerLabel: '5', workLabel: 'B' });
  expect(withFreeLabels(task('a'), [], [])).toMatchObject({ reviewerLabel: '1', workLabel: 'A' });
});
