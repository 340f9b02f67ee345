import { expect, test } from '@jest/globals';
import { emptyRichText } from '../../contracts/plain-text.ts';
import type { Mark } from './marking.domain.ts';
import { qualityOf } from './quality.domain.ts';

const step = { n: 1, by: 'teacher', at: new Date('2027-03-01T12:00:00Z'), reason: 'Looked at.' };
const said = { ratings: [], comment: emptyRichText(), workVersion: 1, maximum: 20 };
const marked = (points: number): Mark => ({ kind: 'marked', ...step, ...said, points });

test.each<[string, Mark, number | null]>([
  ['a mark is its share of the rubric’s points', marked(15), 75],
  ['nothing, given by a person to this work, is a judgement', marked(0), 0],
  ['given to many at once it is none', { ...marked(0), bulk: 'b' }, null],
  ['a comment to many leaves the judgement', { ...marked(15), bulk: 'b' }, 75],
  ['one of two parts is no mark yet', { kind: 'part', ...step, ...said, points: 15 }, null],
  ['an excuse says nothing of the work', { kind: 'excused', ...step }, null],
  ['nor does what was undone', { kind: 'undone', ...step }, null],
])('%s', (_rule, mark, percent) => {
  expect(qualityOf(mark)).toBe(percent);
});
