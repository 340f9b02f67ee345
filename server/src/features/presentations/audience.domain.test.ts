import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideAsk, decideRate, inTurn, type Question, resultsOf } from './audience.domain.ts';

const question = (questionId: string, votes: number, minute: number, isAnswered = false): Question => ({
  questionId,
  activityId: 'a',
  slotId: 's',
  by: 'ada',
  text: 'Why?',
  at: new Date(Date.UTC(2030, 0, 1, 9, minute)),
  answeredAt: isAnswered ? new Date(0) : null,
  voters: Array.from({ length: votes }, (_, n) => `v${n}`),
});

test('what most want to hear comes first, then what was asked first; answered ones last', () => {
  const all = [
    question('late', 2, 9),
    question('done', 9, 1, true),
    question('few', 1, 1),
    question('early', 2, 3),
  ];
  expect(inTurn(all).map(({ questionId }) => questionId)).toEqual(['early', 'late', 'few', 'done']);
});

test.each([
  ['while it is on', 'on', 0, 'accept'],
  ['before', 'coming', 0, 'PRESENTATION_NOT_ON'],
  ['afterwards', 'over', 0, 'PRESENTATION_NOT_ON'],
  ['too often', 'on', 2, 'QUESTIONS_TOO_MANY'],
] as const)('one asks %s', (_rule, state, asked, expected) => {
  const before = Array.from({ length: asked }, () => ({ by: 'ada' }));
  const decision = decideAsk(state, before, 'ada', { all: 9, own: 2 });
  expect(decision.type === 'refuse' ? decision.reason : decision.type).toBe(expected);
});

const criteria = [{ id: 'clear' }, { id: 'sound' }];
const rated = (...ids: string[]) => ids.map((criterionId) => ({ criterionId, value: 3 }));

test.each([
  ['another group’s', { state: 'on', isOwn: false }, rated('clear', 'sound'), 'accept'],
  ['not the own group’s', { state: 'on', isOwn: true }, rated('clear', 'sound'), 'OWN_PRESENTATION'],
  ['not afterwards', { state: 'over', isOwn: false }, rated('clear', 'sound'), 'PRESENTATION_NOT_ON'],
  ['by each criterion', { state: 'on', isOwn: false }, rated('clear'), 'RATING_MISSING'],
  ['by none twice', { state: 'on', isOwn: false }, rated('clear', 'sound', 'clear'), 'RATING_MISSING'],
] as const)('one judges %s', (_rule, about, ratings, expected) => {
  const decision = decideRate(about, criteria, ratings);
  expect(decision.type === 'refuse' ? decision.reason : decision.type).toBe(expected);
});

test('results are told from enough answers on, and do not depend on who answered when', () => {
  const value = fc.integer({ min: 1, max: 5 });
  const answer = fc.tuple(value, value).map(([clear, sound]) => [
    { criterionId: 'clear', value: clear },
    { criterionId: 'sound', value: sound },
  ]);
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 12 }), (all) => {
      const results = resultsOf(criteria, all, 3);
      expect(results.answers).toBe(all.length);
      expect(results.criteria === null).toBe(all.length < 3);
      expect(resultsOf(criteria, all.toReversed(), 3)).toEqual(results);
    }),
  );
});
