import { describe, expect, test } from '@jest/globals';
import { closingDifference, hiddenTooEarly, ledDates, ownUntil } from './placement.domain.ts';

const at = (text: string) => new Date(text);
const NONE = { availableFrom: null, availableUntil: null, submissionFrom: null, submissionUntil: null };
const [end, last] = [at('2026-03-01T12:00:00.000Z'), at('2026-03-08T12:00:00.000Z')];

describe('which dates the LMS leads', () => {
  const dated = { dates: { ...NONE, submissionUntil: at('2026-03-02T12:00:00Z') } };
  test.each([
    ['no link: none', [], null],
    ['a link without dates: none', [{ dates: null }], null],
    ['the only dated link’s', [{ dates: null }, dated], dated.dates],
    ['two dated links: none, as they may differ', [dated, dated], null],
  ])('%s', (_rule, links, expected) => expect(ledDates(links)).toEqual(expected));
});

describe('the ends of submissions', () => {
  test.each<[string, string | null, string | null]>([
    ['differ by a day', '2026-03-02T12:00:00Z', '2026-03-02T12:00:00.000Z'],
    ['differ by a minute', '2026-03-01T12:01:00Z', '2026-03-01T12:01:00.000Z'],
    ['differ by seconds: an LMS may keep none', '2026-03-01T12:00:59Z', null],
    ['are the same', '2026-03-01T12:00:00Z', null],
    ['are one only', null, null],
  ])('%s', (_rule, theirs, expected) => {
    const dates = { ...NONE, submissionUntil: theirs === null ? null : at(theirs) };
    expect(closingDifference(end, dates)?.theirs.toISOString() ?? null).toBe(expected);
  });

  test('are nothing to compare in an activity without one', () => {
    const dates = { ...NONE, submissionUntil: at('2026-03-02T12:00:00Z') };
    expect(closingDifference(null, dates)).toBeNull();
    expect(closingDifference(end, null)).toBeNull();
  });
});

const noon = (time: string) => at(`2027-03-01T${time}Z`);

test.each([
  ['the LMS says nothing of the learner', null, noon('12:00:00'), {}],
  ['nobody says anything of everybody', noon('13:00:00'), null, {}],
  ['the same as for everybody', noon('12:00:00'), noon('12:00:00'), {}],
  ['seconds later: an LMS may keep none', noon('12:00:59'), noon('12:00:00'), {}],
  ['a minute later', noon('12:01:00'), noon('12:00:00'), { handIn: '2027-03-01T12:01:00.000Z' }],
  ['earlier takes no time away', noon('11:00:00'), noon('12:00:00'), {}],
])('a learner’s own date: %s', (_rule, own, normal, expected) =>
  expect(ownUntil(own, normal)).toEqual(expected),
);

test.each<[string, string | null, boolean]>([
  ['before the last step is over: told', '2026-03-05T12:00:00Z', true],
  ['when the last step is over: fine', '2026-03-08T12:00:00Z', false],
  ['never: fine', null, false],
])('the LMS hides the activity %s', (_rule, until, told) => {
  const dates = { ...NONE, availableUntil: until === null ? null : at(until) };
  expect(hiddenTooEarly(last, dates)).toEqual(
    told ? { at: at(until ?? ''), neededUntil: at('2026-03-08T12:00:00Z') } : null,
  );
});
