import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createQueueService } from './queue.service.ts';
import { readPosition, type WaitingItem, type WaitingSource, writePosition } from './waiting.domain.ts';

const scope = { courseId: 'c', platformId: 'p', deploymentId: 'd' };
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const item = (seconds: number, key: string): WaitingItem => ({
  key,
  waitsFor: 'staff',
  because: { code: 'SCORE_REFUSED', params: {} },
  since: new Date(seconds * 1000),
  until: null,
  nextAction: { code: 'RETRY_SCORE', method: 'post', path: '/x' },
});

/** A source over a list, as a store would page it. */
const sourceOf = (name: string, items: WaitingItem[]): WaitingSource => ({
  name,
  list: (_scope, { after, limit }) =>
    Promise.resolve(
      [...items]
        .sort((a, b) => a.since.getTime() - b.since.getTime() || compareText(a.key, b.key))
        .filter(({ since, key }) => {
          if (!after) return true;
          return since > after.since || (since.getTime() === after.since.getTime() && key > after.key);
        })
        .slice(0, limit),
    ),
});

test('pages of several sources give every item once, oldest first', async () => {
  const items = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 3 }), fc.stringMatching(/^[a-c/_]{1,3}$/)),
    {
      selector: ([seconds, key]) => `${seconds} ${key}`,
      maxLength: 12,
    },
  );
  await fc.assert(
    fc.asyncProperty(items, items, fc.integer({ min: 1, max: 5 }), async (scores, others, limit) => {
      const queue = createQueueService([
        sourceOf(
          'score',
          scores.map(([seconds, key]) => item(seconds, key)),
        ),
        sourceOf(
          'other',
          others.map(([seconds, key]) => item(seconds, key)),
        ),
      ]);
      const seen: { id: string; since: string }[] = [];
      let after: string | undefined;
      do {
        const page = await queue.list(scope, after, limit);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined);
      const expected = [
        ...scores.map(([seconds, key]) => `${seconds} score/${key}`),
        ...others.map(([seconds, key]) => `${seconds} other/${key}`),
      ];
      expect(seen.map(({ since, id }) => `${Date.parse(since) / 1000} ${id}`).sort()).toEqual(
        expected.sort(),
      );
      const times = seen.map(({ since }) => since);
      expect(times).toEqual([...times].sort());
    }),
  );
});

test('a position survives its way to the client and back, whatever the key', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), (time, key) => {
      const position = { since: new Date(time), source: 'score', key };
      expect(readPosition(writePosition(position))).toEqual(position);
    }),
  );
});
