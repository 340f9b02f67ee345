import { expect, test } from '@jest/globals';
import { GROUPS_CSV_MAX } from '../../contracts/limits.ts';
import { csv } from '../../platform/csv/csv.ts';
import { decideImport, readColumns } from './import-groups.domain.ts';
import type { Member } from './member.domain.ts';

const PEOPLE = 10_000;

const member = (n: number): Member => ({
  id: `m${n}`,
  courseId: 'course',
  subject: `subject-${n}`,
  role: 'learner',
  readOnly: false,
  testUser: false,
  name: `Given${n} Family${n}`,
  sortName: `family${n}`,
  email: `given${n}.family${n}@students.example.org`,
  status: 'active',
});

test('of ten thousand rows three wrong ones are told by their lines, and all others place their people', () => {
  const members = Array.from({ length: PEOPLE }, (_, n) => member(n));
  const lines = members.map(({ email, name }, n) => `Teams,Team ${n % 400},${email},${name}`);
  // The first line names the columns, so what stands at 1 is line 3.
  lines[1] = 'Teams,,given1.family1@students.example.org,Given1 Family1';
  lines[5_000] = 'Teams,Team 7,nobody@example.org,';
  lines[9_999] = 'Teams,Team 3,given0.family0@students.example.org,';
  const text = ['Group set,Group,E-mail,Name', ...lines].join('\n');
  expect(text.length).toBeLessThan(GROUPS_CSV_MAX);

  const { rows, broken } = csv.read(text);
  const [head, ...body] = rows;
  const columns = head ? readColumns(head) : null;
  if (!columns) throw new Error('the file tells no groups');
  const decided = decideImport(body, columns, { courseId: 'course', members, sets: [], groups: [] });
  expect(broken).toEqual([]);
  expect(decided.problems).toEqual([
    { line: 3, problem: 'GROUP_MISSING', value: '' },
    { line: 5_002, problem: 'PERSON_UNKNOWN', value: 'nobody@example.org' },
    { line: 10_001, problem: 'TWICE_IN_SET', value: 'Given0 Family0' },
  ]);
  expect(decided.places).toHaveLength(PEOPLE - 3);
  expect(decided.groups.size).toBe(400);
});
