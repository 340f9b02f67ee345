import { expect, test } from '@jest/globals';
import { dateEffectsOf, type OwnDates } from './date-effects.ts';
import { type Schedule, timelineOf, UNCHANGED } from './timeline.ts';

const now = new Date('2027-03-05T10:00:00Z');
const schedule = (handIn: string, review: string | null): Schedule => ({
  startsAt: new Date('2027-03-01T10:00:00Z'),
  steps: [
    { key: 'handIn', endsAt: new Date(handIn) },
    { key: 'review', endsAt: review === null ? null : new Date(review) },
  ],
});
const before = schedule('2027-03-10T10:00:00Z', '2027-03-20T10:00:00Z');
const extended = {
  ...UNCHANGED,
  extensions: [{ until: { handIn: '2027-03-12T10:00:00Z' }, zone: 'UTC' }],
};
const effects = (after: Schedule) => {
  const datesOf = (name: string, own: typeof UNCHANGED): OwnDates => ({
    name,
    before: timelineOf(before, own),
    after: timelineOf(after, own),
  });
  return dateEffectsOf([datesOf('Ada', UNCHANGED), datesOf('Ben', extended)], before, after, now);
};
const keeping = (...names: string[]) => ({ count: names.length, names });

test.each<[string, Schedule, object[]]>([
  ['the same dates do nothing', before, []],
  [
    'seconds that a form does not show do nothing',
    schedule('2027-03-10T10:00:59Z', '2027-03-20T10:00:00Z'),
    [],
  ],
  [
    'who has more time keeps it, and what comes after moves along with everybody’s',
    schedule('2027-03-11T10:00:00Z', '2027-03-21T10:00:00Z'),
    [
      { step: 'handIn', at: '2027-03-11T10:00:00.000Z', isOver: false, learners: 1, keeping: keeping('Ben') },
      { step: 'review', learners: 1, keeping: keeping('Ben') },
    ],
  ],
  [
    'a later end than anybody’s moves all of them; a step that stays where it is moves for who was behind it',
    schedule('2027-03-14T10:00:00Z', '2027-03-20T10:00:00Z'),
    [
      { step: 'handIn', learners: 2, keeping: keeping() },
      { step: 'review', at: '2027-03-20T10:00:00.000Z', learners: 1, keeping: keeping() },
    ],
  ],
  [
    'an end in the past is over',
    schedule('2027-03-05T10:00:00Z', '2027-03-20T10:00:00Z'),
    [{ step: 'handIn', isOver: true, learners: 1, keeping: keeping('Ben') }, { step: 'review' }],
  ],
  ['a step that goes', schedule('2027-03-10T10:00:00Z', null), [{ step: 'review', at: null, learners: 2 }]],
])('%s', (_rule, after, expected) => {
  const found = effects(after);
  expect(found).toMatchObject(expected);
  expect(found).toHaveLength(expected.length);
});
