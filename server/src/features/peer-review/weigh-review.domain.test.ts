import { expect, test } from '@jest/globals';
import { buildReview } from '../../../../test/factories/peer-review-entities.ts';
import { decideWeighing } from './weigh-review.domain.ts';

const NOW = new Date('2027-03-09T12:00:00Z');
const submitted = buildReview({ state: 'submitted', version: 1, points: 8, maximum: 10 });
const first = { weight: 0, reason: 'Copied.', by: 'iris', at: NOW, revision: 1 };
const weighed = { ...submitted, weight: 0, weighings: [first] };
const setAside = { weight: 0, reason: 'Copied.', expectedRevision: 0 };

test.each<[string, Parameters<typeof decideWeighing>[0], Parameters<typeof decideWeighing>[1], object]>([
  ['a submitted review can be set aside', submitted, setAside, { type: 'weigh', weighing: first }],
  [
    'and count again, by a decision after that',
    weighed,
    { weight: 1, reason: 'It was not.', expectedRevision: 1 },
    { type: 'weigh', weighing: { weight: 1, revision: 2 } },
  ],
  ['the same once more is one decision', weighed, setAside, { type: 'unchanged' }],
  [
    'after what a colleague has decided is refused',
    weighed,
    { ...setAside, weight: 0.5 },
    { type: 'refuse', reason: 'STALE_REVISION' },
  ],
  ['what is not submitted is not weighed', buildReview(), setAside, { type: 'refuse', reason: 'NOT_FOUND' }],
  ['nor what is not there', null, setAside, { type: 'refuse', reason: 'NOT_FOUND' }],
])('%s', (_rule, review, command, expected) => {
  expect(decideWeighing(review, command, 'iris', NOW)).toMatchObject(expected);
});
