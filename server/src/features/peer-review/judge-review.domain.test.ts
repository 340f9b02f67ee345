import { expect, test } from '@jest/globals';
import { buildReview } from '../../../../test/factories/peer-review-entities.ts';
import { decideJudging } from './judge-review.domain.ts';

const NOW = new Date('2027-03-09T12:00:00Z');
const submitted = buildReview({ state: 'submitted', version: 1, points: 8, maximum: 10 });
const first = { level: 4, comment: 'Names what to change.', version: 1, by: 'iris', at: NOW, revision: 1 };
const judged = { ...submitted, quality: 4, judgements: [first] };
const good = { level: 4, comment: 'Names what to change.', expectedRevision: 0 };

test.each<[string, Parameters<typeof decideJudging>[0], Parameters<typeof decideJudging>[1], object]>([
  ['a submitted review is judged', submitted, good, { type: 'judge', judgement: first }],
  [
    'and once more, by a decision after that',
    judged,
    { level: 2, comment: '', expectedRevision: 1 },
    { type: 'judge', judgement: { level: 2, revision: 2 } },
  ],
  [
    'what is taken back leaves no comment',
    judged,
    { level: null, comment: 'Names what to change.', expectedRevision: 1 },
    { type: 'judge', judgement: { level: null, comment: '', revision: 2 } },
  ],
  ['the same once more is one judgement', judged, good, { type: 'unchanged' }],
  [
    'of a changed review it is another one',
    { ...judged, version: 2 },
    { ...good, expectedRevision: 1 },
    { type: 'judge', judgement: { level: 4, version: 2, revision: 2 } },
  ],
  [
    'after what a colleague has said is refused',
    judged,
    { ...good, level: 1 },
    { type: 'refuse', reason: 'STALE_REVISION' },
  ],
  ['what is not submitted is not judged', buildReview(), good, { type: 'refuse', reason: 'NOT_FOUND' }],
  ['nor what is not there', null, good, { type: 'refuse', reason: 'NOT_FOUND' }],
])('%s', (_rule, review, command, expected) => {
  expect(decideJudging(review, command, 'iris', NOW)).toMatchObject(expected);
});
