import { describe, expect, test } from '@jest/globals';
import {
  dateOf,
  expandedOnly,
  historyOf,
  linkDatesOf,
  personDatesOf,
  sectionNamesOf,
} from './custom-claims.ts';

test('what an LMS did not expand, or has no value for, is absent', () => {
  const sent = { a: '$Context.id.history', b: '$5 off', c: 'x', d: null, e: 5, f: '', g: '$ResourceLink.id' };
  expect(expandedOnly(sent)).toEqual({ b: '$5 off', c: 'x', f: '' });
});

test.each<[string, string | undefined, string[]]>([
  ['the newest first, as the LMS gives them', '3,2,1', ['3', '2', '1']],
  ['blanks, repetitions and empty places fall away', ' 3, ,3,,2 ', ['3', '2']],
  ['an empty value is no history', '', []],
  ['no value is none', undefined, []],
  ['an id of impossible length is none', `${'x'.repeat(256)},2`, ['2']],
])('a history: %s', (_rule, value, expected) => {
  expect(historyOf(value === undefined ? {} : { context_history: value }, 'context_history')).toEqual(
    expected,
  );
});

test('a history has an end', () => {
  const ids = Array.from({ length: 500 }, (_, n) => String(n));
  expect(historyOf({ link_history: ids.join(',') }, 'link_history')).toEqual(ids.slice(0, 20));
});

test.each<[string, unknown, string[] | null]>([
  ['a list in JSON', '["Tue 10","Mon 10, early"]', ['Mon 10, early', 'Tue 10']],
  ['a list by itself', ['Tue 10', 'Mon 10'], ['Mon 10', 'Tue 10']],
  ['names with commas between', 'Tue 10, Mon 10 ,', ['Mon 10', 'Tue 10']],
  ['one name twice', '["A","A "," A"]', ['A']],
  ['what is no name', '["A", 5, null, "", "$Nothing.known"]', ['A']],
  ['an empty list', '[]', []],
  ['nothing', '', []],
  ['a variable that was not expanded', '$com.instructure.User.sectionNames', null],
  ['half a list', '["A"', null],
  ['no parameter', undefined, null],
  ['null', null, null],
  ['a name of a thousand characters', ['x'.repeat(1000)], ['x'.repeat(200)]],
])('sections: %s', (_what, sent, expected) => expect(sectionNamesOf(sent)).toEqual(expected));

test('of more sections than anybody has, fifty are believed', () => {
  const names = Array.from({ length: 500 }, (_, n) => `S${n}`);
  expect(sectionNamesOf(JSON.stringify(names))).toHaveLength(50);
});

test.each<[string | undefined, string | null]>([
  ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
  ['2026-03-01T12:00Z', '2026-03-01T12:00:00.000Z'],
  ['2026-03-01T12:00:00.5+01:00', '2026-03-01T11:00:00.500Z'],
  ['2026-03-01T12:00:00-0600', '2026-03-01T18:00:00.000Z'],
  ['2026-03-01T12:00:00', null],
  ['2026-03-01', null],
  ['1772366400', null],
  ['2026-13-01T12:00:00Z', null],
  ['soon', null],
  ['', null],
  [undefined, null],
])('the date %p is %p', (text, expected) => expect(dateOf(text)?.toISOString() ?? null).toBe(expected));

describe('dates', () => {
  test('of a link without any are none', () => {
    expect(linkDatesOf({ available_from: '', submission_until: 'soon' })).toBeNull();
    expect(linkDatesOf({ submission_until: '2026-03-01T12:00:00Z' })).toEqual({
      availableFrom: null,
      availableUntil: null,
      submissionFrom: null,
      submissionUntil: new Date('2026-03-01T12:00:00Z'),
    });
  });

  test('of a person are none where the LMS has none for each, and empty where it has taken them away', () => {
    expect(personDatesOf({})).toBeNull();
    expect(personDatesOf({ person_due_at: '$Canvas.assignment.dueAt.iso8601' })).toEqual({
      availableFrom: null,
      availableUntil: null,
      submissionFrom: null,
      submissionUntil: null,
    });
  });
});
