import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csv } from './csv.ts';

const cellsOf = (text: string) => csv.read(text).rows.map(({ cells }) => cells);

describe('a file is read as spreadsheets write it', () => {
  test.each([
    [
      'commas',
      'group,email\nRed,a@x.test\n',
      [
        ['group', 'email'],
        ['Red', 'a@x.test'],
      ],
    ],
    [
      'semicolons, as many languages have',
      'group;name\nRed;"Doe, Jane"\n',
      [
        ['group', 'name'],
        ['Red', 'Doe, Jane'],
      ],
    ],
    [
      'tabs',
      'group\tname\nRed\tJane\n',
      [
        ['group', 'name'],
        ['Red', 'Jane'],
      ],
    ],
    [
      'a byte order mark and Windows line ends',
      '\ufeffgroup,name\r\nRed,Jane\r\n',
      [
        ['group', 'name'],
        ['Red', 'Jane'],
      ],
    ],
    [
      'quotes, line breaks and blank rows',
      'a,b\n"x ""y""","1\n2"\n\n , \nz,\n',
      [
        ['a', 'b'],
        ['x "y"', '1\n2'],
        ['z', ''],
      ],
    ],
    ['rows of different lengths', 'a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
    ['nothing', '', []],
  ])('%s', (_case, text, expected) => expect(cellsOf(text)).toEqual(expected));

  test.each([
    ['a quote in the wrong place', '"x"y,3'],
    ['a quote that nothing closes', '"x,3'],
  ])('%s: the row is named by its line, the others are read', (_case, row) => {
    const { rows, broken } = csv.read(`a,b\n1,2\n${row}\n4,5\n`);
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [2, '1'],
      [4, '4'],
    ]);
    expect(broken).toEqual([3]);
  });
});

test('what is written holds no formula, and reads back as it was', () => {
  const text = csv.write([['=1+1', '@x', '-5', "'quoted", 'plain, "text"']]);
  expect(text).toContain("'=1+1,'@x,'-5");
  const cell = fc.string({ unit: 'grapheme' }).map((value) => value.trim());
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const filled = [['a', 'b'], ...rows.filter((row) => row.some((value) => value !== ''))];
        // An apostrophe before what could be a formula is ours.
        fc.pre(filled.flat().every((value) => !/^'[=+\-@\t\r＝＋－＠]/u.test(value)));
        expect(cellsOf(csv.write(filled))).toEqual(filled);
      },
    ),
  );
});
