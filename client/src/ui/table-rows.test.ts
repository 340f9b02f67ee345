import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Arrangement, arrange, type DataColumn, toCsv, valuesOf } from './table-rows.ts';

interface Person {
  readonly name: string | null;
  readonly points: number | null;
  readonly state: string;
}

const COLUMNS: DataColumn<Person>[] = [
  { key: 'name', title: 'Name', value: ({ name }) => name, cell: ({ name }) => name },
  { key: 'points', title: 'Points', value: ({ points }) => points, cell: ({ points }) => points },
  { key: 'state', title: 'State', value: ({ state }) => state, cell: ({ state }) => state },
  { key: 'photo', title: 'Photo', cell: () => 'shown only' },
];

const PEOPLE: Person[] = [
  { name: 'Zoë', points: 9, state: 'Sent' },
  { name: 'Ärne', points: 10, state: 'Failed' },
  { name: 'anna', points: null, state: 'Sent' },
  { name: null, points: 2, state: 'Waiting' },
];

const NOTHING: Arrangement = { search: '', filters: {}, sort: null };
const namesOf = (wanted: Partial<Arrangement>, locale = 'de') =>
  arrange(PEOPLE, COLUMNS, { ...NOTHING, ...wanted }, locale).map(({ name }) => name);

describe('rows', () => {
  test.each<[string, Partial<Arrangement>, (string | null)[]]>([
    ['stay as they come when nothing is wanted', {}, ['Zoë', 'Ärne', 'anna', null]],
    [
      'are sorted as the language does',
      { sort: { key: 'name', isDown: false } },
      ['anna', 'Ärne', 'Zoë', null],
    ],
    [
      'without a value are last upwards',
      { sort: { key: 'points', isDown: false } },
      [null, 'Zoë', 'Ärne', 'anna'],
    ],
    [
      'without a value are last downwards too',
      { sort: { key: 'points', isDown: true } },
      ['Ärne', 'Zoë', null, 'anna'],
    ],
    ['are found without case and accents', { search: 'ARNE' }, ['Ärne']],
    ['are found by words in any order and column', { search: 'sent zo' }, ['Zoë']],
    ['are found by numbers', { search: '10' }, ['Ärne']],
    [
      'are filtered by any of the wanted values',
      { filters: { state: ['Failed', 'Waiting'] } },
      ['Ärne', null],
    ],
    ['are not filtered by an empty choice', { filters: { state: [] } }, ['Zoë', 'Ärne', 'anna', null]],
    [
      'do not follow a column without a value',
      { sort: { key: 'photo', isDown: false } },
      ['Zoë', 'Ärne', 'anna', null],
    ],
  ])('%s', (_rule, wanted, names) => {
    expect(namesOf(wanted)).toEqual(names);
  });

  test('are filtered by each thing that a cell says', () => {
    const columns: DataColumn<Person>[] = [
      ...COLUMNS,
      {
        key: 'letters',
        title: 'Letters',
        value: ({ name }) => name,
        cell: ({ name }) => name,
        filterBy: ({ name }) => ['n', 'Z'].filter((letter) => name?.includes(letter)),
      },
    ];
    const wanted = { ...NOTHING, filters: { letters: ['n'] } };
    expect(arrange(PEOPLE, columns, wanted, 'en').map(({ name }) => name)).toEqual(['Ärne', 'anna']);
    const [letters] = columns.slice(-1);
    expect(letters && valuesOf(PEOPLE, letters, 'en')).toEqual(['n', 'Z']);
  });

  test('are sorted by the rules of the page’s language: Swedish puts Ä after Z', () => {
    expect(namesOf({ sort: { key: 'name', isDown: false } }, 'sv')).toEqual(['anna', 'Zoë', 'Ärne', null]);
  });

  test('that are equal keep their order', () => {
    const rows = fc.array(
      fc.record({ name: fc.constant('x'), points: fc.integer({ max: 2, min: 0 }), state: fc.string() }),
    );
    fc.assert(
      fc.property(rows, (people) => {
        const sorted = arrange(people, COLUMNS, { ...NOTHING, sort: { key: 'points', isDown: true } }, 'en');
        for (const points of [0, 1, 2]) {
          const of = (list: Person[]) => list.filter((person) => person.points === points);
          expect(of(sorted)).toEqual(of(people));
        }
      }),
    );
  });
});

test('a filter offers each value once, in order', () => {
  const [, , state] = COLUMNS;
  expect(state && valuesOf(PEOPLE, state, 'en')).toEqual(['Failed', 'Sent', 'Waiting']);
});

/** Not what an exported formula looks like by itself. */
const isPlain = (text: string) => !/^'[=+\-@\t\r]/.test(text);

describe('an exported table', () => {
  test('has the titles, then each row; what is only shown is left out', () => {
    expect(toCsv(COLUMNS, PEOPLE.slice(1, 3))).toBe(
      '\uFEFFName,Points,State\r\nÄrne,10,Failed\r\nanna,,Sent\r\n',
    );
  });

  test.each([
    ['a quote is doubled, and the cell quoted', 'say "yes"', '"say ""yes"""'],
    ['a comma is no border', 'Baker, Bo', '"Baker, Bo"'],
    ['a line break is no border', 'one\ntwo', '"one\ntwo"'],
    ['a semicolon, which some sheets split at, is no border', 'a;b', '"a;b"'],
    ['a formula is a text', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a formula that begins with a minus is a text', '-2+3', "'-2+3"],
    ['a negative number is a number', '-2.5', '-2.5'],
    ['a mention is a text', '@ada', "'@ada"],
    ['a tab before a formula does not hide it', '\t=1', "'\t=1"],
  ])('%s', (_rule, name, cell) => {
    expect(toCsv(COLUMNS.slice(0, 1), [{ name, points: 0, state: '' }])).toBe(`\uFEFFName\r\n${cell}\r\n`);
  });

  test('can be read back, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter(isPlain)), (names) => {
        const csv = toCsv(
          COLUMNS.slice(0, 1),
          names.map((name) => ({ name, points: 0, state: '' })),
        );
        const cells = [...csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))\r\n/g)].map(
          ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
        );
        expect(cells.slice(1).map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(names);
      }),
    );
  });
});
