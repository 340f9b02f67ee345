import { expect, test } from '@jest/globals';
import { dueNoticeAt } from './notices.domain.ts';

const at = (iso: string): Date => new Date(`${iso}Z`);

test.each([
  ['two days before', '2027-03-10T12:00', '2027-03-01T12:00', '2027-03-08T12:00'],
  [
    'two days are 48 hours, also over a change of daylight saving',
    '2027-03-29T10:00',
    '2027-03-01T12:00',
    '2027-03-27T10:00',
  ],
  [
    'a date of less than two days waits until whoever sets it is done',
    '2027-03-02T12:00',
    '2027-03-01T12:00',
    '2027-03-01T12:15',
  ],
  ['a date within the next minutes is not announced', '2027-03-01T12:10', '2027-03-01T12:00', null],
  ['a past date is not announced', '2027-02-01T12:00', '2027-03-01T12:00', null],
])('a task is announced as due: %s', (_rule, until, setAt, expected) => {
  expect(dueNoticeAt(at(until), at(setAt))).toEqual(expected && at(expected));
});

test.each([
  [
    'halfway where what opens is open for three days',
    '2027-03-04T12:00',
    '2027-03-01T12:00',
    '2027-03-03T00:00',
  ],
  ['two days before where it is open for long', '2027-03-20T12:00', '2027-03-01T12:00', '2027-03-18T12:00'],
  ['not before it opens', '2027-03-09T12:00', '2027-03-08T12:00', '2027-03-09T00:00'],
])('who was told that it opens is asked again %s', (_rule, until, opensAt, expected) => {
  expect(dueNoticeAt(at(until), at('2027-02-01T12:00'), at(opensAt))).toEqual(at(expected));
});
