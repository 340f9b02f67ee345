import { describe, expect, test } from '@jest/globals';
import { emptyRichText } from '../../contracts/plain-text.ts';
import { newId } from '../../core/ids.ts';
import {
  type Adjustment,
  adjustmentsOf,
  type DeliverablePart,
  formOf,
  isDecided,
  type MarkVersion,
  unmarked,
} from './marks.domain.ts';

const part = (adjustments: readonly Adjustment[], isBlind = false): DeliverablePart => ({
  by: newId(),
  at: new Date('2027-03-01T10:00:00Z'),
  ratings: [],
  comment: emptyRichText(),
  points: 5,
  maximum: 10,
  workVersion: 1,
  adjustments,
  ...(isBlind && { isBlind }),
});
const more = (points: number, reason = 'Led it.', memberId = 'ben'): Adjustment => ({
  memberId,
  points,
  reason,
});

describe('what two people give a member more or less', () => {
  test.each([
    [
      'the mean of both, with both reasons',
      [part([more(2)]), part([more(1, 'Wrote most.')])],
      [more(1.5, 'Led it.\n\nWrote most.')],
    ],
    ['who says nothing of somebody has given 0', [part([more(2)]), part([])], [more(1)]],
    ['but not who did not know whom', [part([more(2)]), part([], true)], [more(2)]],
    ['the same reason is said once', [part([more(2)]), part([more(4)])], [more(3)]],
    ['nothing is nothing', [part([], true), part([], true)], []],
  ])('%s', (_rule, parts, given) => expect(adjustmentsOf(parts)).toEqual(given));

  test('is what the lead goes on with, and nobody before both are done', () => {
    const work = unmarked({ activityId: newId(), groupId: newId(), n: 1 });
    const [first, second] = [part([more(2)]), part([more(4)])];
    expect(formOf({ ...work, parts: [first] }, []).adjustments).toEqual([]);
    expect(formOf({ ...work, parts: [first, second] }, []).adjustments).toEqual([more(3)]);
  });
});

test('a group’s work waits for a mark until it has one or is excused', () => {
  const work = unmarked({ activityId: newId(), groupId: newId(), n: 1 });
  const step = { n: 1, by: 'bo', at: new Date('2027-03-01T10:00:00Z'), reason: '' };
  const after = (newest: MarkVersion) =>
    isDecided({ newest, mark: newest.kind === 'marked' ? newest : null });
  expect(isDecided(work)).toBe(false);
  expect(after({ ...part([]), ...step, kind: 'marked' })).toBe(true);
  expect(after({ ...step, kind: 'excused' })).toBe(true);
  expect(after({ ...part([]), ...step, kind: 'part' })).toBe(false);
  expect(after({ ...step, kind: 'undone' })).toBe(false);
});
