import { describe, expect, test } from '@jest/globals';
import { decideAttributeImport } from './attributes.domain.ts';
import { newMember } from './member.domain.ts';
import { readWeek } from './week.domain.ts';

const scope = { courseId: 'course', platformId: 'p', deploymentId: 'd', contextId: 'c' };
const person = (name: string, status: 'active' | 'inactive' = 'active') => ({
  ...newMember(scope, `lms-${name}`, 'learner', name),
  email: `${name.toLowerCase()}@x.test`,
  status,
});
const members = [person('Ada'), person('Ben'), person('Cy'), person('Dee', 'inactive')];

const read = (rows: readonly string[], types = {}) => {
  const lines = rows.map((row, index) => ({ line: index + 1, cells: row.split('|') }));
  const decided = decideAttributeImport(lines, types, 'course', members);
  if (!decided) return null;
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  const values = decided.taken.map(({ name, type, values: byMember }): unknown[] => [
    name,
    type,
    Object.fromEntries([...byMember].map(([id, value]) => [nameOf.get(id), value])),
  ]);
  return { values, problems: decided.problems.map(({ line, problem }) => [line, problem]) };
};

test.each<[string, string, number[] | null]>([
  ['hours of two days', 'Mon 9-11; Wed 14-15', [9, 10, 62]],
  ['several times of a day', 'Tue 8-9, 10-11', [32, 34]],
  ['a part of an hour does not count', 'Mon 9:30-11:30', [10]],
  ['German', 'Di 8–9; Do 8–9', [32, 80]],
  ['French and accents', 'Mer 10h-11h; SAM. 1-2', [58, 121]],
  ['Spanish', 'miércoles 0-1', [48]],
  ['Arabic', 'الأحد 1-2', [145]],
  ['the number of a day', '1 9-10', [9]],
  ['nothing said', '', null],
  ['no day', '9-11', null],
  ['no such day', 'Foo 9-11', null],
  ['the end before the beginning', 'Mon 11-9', null],
  ['no such hour', 'Mon 9-25', null],
])('times of the week: %s', (_case, text, expected) => expect(readWeek(text)).toEqual(expected));

test('a day without times is free from midnight to midnight', () => {
  expect(readWeek('Sun')).toEqual(Array.from({ length: 24 }, (_, hour) => 144 + hour));
});

describe('a file about people', () => {
  test.each<[string, string[], unknown, unknown]>([
    [
      'columns are what they look like',
      ['Email|Level|Skill|Free', 'ada@x.test|Junior|3,5|Mon 9-10', 'ben@x.test|senior|4|'],
      [
        ['Level', 'category', { Ada: 'Junior', Ben: 'senior' }],
        ['Skill', 'number', { Ada: 3.5, Ben: 4 }],
        ['Free', 'availability', { Ada: [9] }],
      ],
      [],
    ],
    [
      'one way to write a value stands for all',
      ['Name|Level', 'Ada|Senior', 'Ben| senior ', 'Cy|SENIOR'],
      [['Level', 'category', { Ada: 'Senior', Ben: 'Senior', Cy: 'Senior' }]],
      [],
    ],
    [
      'wrong rows are named by line, the others count',
      ['User ID|Level', 'lms-Ada|A', 'nobody|A', '|A', 'lms-Dee|A', 'lms-Ada|B', 'lms-Cy|B'],
      [['Level', 'category', { Ada: 'A', Cy: 'B' }]],
      [
        [3, 'PERSON_UNKNOWN'],
        [4, 'PERSON_MISSING'],
        [5, 'PERSON_LEFT'],
        [6, 'PERSON_TWICE'],
      ],
    ],
  ])('%s', (_rule, rows, values, problems) => expect(read(rows)).toEqual({ values, problems }));

  test('staff say what a column holds; a cell that does not fit is left out without its row', () => {
    const rows = ['Name|Level|Skill|Note', 'Ada|1|2|x', 'Ben|2|good|y', 'Cy|1|3|z'];
    const types = { Level: 'category', Skill: 'number', Note: null };
    expect(read(rows, types)).toEqual({
      values: [
        ['Level', 'category', { Ada: '1', Ben: '2', Cy: '1' }],
        ['Skill', 'number', { Ada: 2, Cy: 3 }],
      ],
      problems: [[3, 'VALUE_WRONG']],
    });
  });

  test.each([
    ['nothing at all', []],
    ['nobody', ['Level|Skill', 'A|1']],
    ['nothing about anybody', ['Name', 'Ada']],
  ])('a file that says %s is refused', (_case, rows) => expect(read(rows)).toBeNull());
});
