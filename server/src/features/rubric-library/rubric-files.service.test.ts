import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Criterion } from '../../contracts/rubric.ts';
import { AppError } from '../../core/app-error.ts';
import { csv } from '../../platform/csv/csv.ts';
import { createRubricFilesService } from './rubric-files.service.ts';

const files = createRubricFilesService(csv);
const CRITERIA: Criterion[] = [
  { id: 'c1', title: 'Content', description: 'To the point?\nAll of it?', points: 10, weight: 3 },
  {
    id: 'c2',
    title: 'Argument; "quoted", with a comma',
    description: '',
    points: 4,
    kind: {
      type: 'levels',
      levels: [
        { id: 'l1', name: 'Good', description: 'Every step', points: 4 },
        { id: 'l2', name: '=HYPERLINK("http://evil")', description: '', points: 0.5 },
      ],
    },
    comment: { need: 'required', minimum: 20, prompts: true },
  },
  {
    id: 'c3',
    title: 'Style',
    description: '',
    points: 5,
    kind: { type: 'scale', min: -2, max: 2, step: 0.5, lowLabel: 'dry', highLabel: 'lively' },
    mayNotApply: true,
  },
  { id: 'c4', title: 'Sources', description: '', points: 2, kind: { type: 'yesNo' } },
  {
    id: 'c5',
    title: 'Advice',
    description: '',
    points: 0,
    kind: { type: 'comment' },
    comment: { need: 'optional', minimum: 0, prompts: false },
  },
];

const faultOf = async (format: 'json' | 'csv', text: string): Promise<unknown> => {
  try {
    return await files.read(format, text);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.details };
    throw error;
  }
};

describe('what was written is read again', () => {
  test.each(['json', 'csv'] as const)('as %s', async (format) => {
    const { text } = await files.write(format, 'Essay', CRITERIA);
    const read = await files.read(format, text);
    expect(read).toEqual({ name: format === 'json' ? 'Essay' : null, criteria: CRITERIA });
  });

  test('no spreadsheet runs what stands in a table', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'].map((title, index) => ({
      description: '',
      points: 10,
      id: `c${index}`,
      title,
    }));
    const { text } = await files.write('csv', 'x', evil);
    expect(
      text
        .split('\n')
        .slice(1)
        .filter((line) => /^"?[=+\-@\t]/.test(line)),
    ).toEqual([]);
  });

  test('any title and description', () =>
    fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (title, description) => {
        const parsed = Criterion.safeParse({ id: 'c1', title, description: description.trim(), points: 1 });
        if (!parsed.success || /\p{C}/u.test(title + description)) return;
        // An apostrophe before a sign of a formula is the one we write ourselves.
        if (/^'[=+\-@]/.test(parsed.data.title) || /^'[=+\-@]/.test(parsed.data.description)) return;
        const { text } = await files.write('csv', 'x', [parsed.data]);
        expect((await files.read('csv', text)).criteria).toEqual([parsed.data]);
      }),
    ));
});

test('a table as people write it: semicolons, decimal commas, only the columns one needs', async () => {
  const text = 'Title;Kind;Points;Level;Level points\nTopic;levels;;Good;2,5\n;;;Poor;0\nForm;;3;;\n';
  expect((await files.read('csv', text)).criteria).toEqual([
    {
      id: 'c1',
      title: 'Topic',
      description: '',
      points: 2.5,
      kind: {
        type: 'levels',
        levels: [
          { id: 'l1', name: 'Good', description: '', points: 2.5 },
          { id: 'l2', name: 'Poor', description: '', points: 0 },
        ],
      },
    },
    { id: 'c2', title: 'Form', description: '', points: 3 },
  ]);
});

describe('what is no rubric is refused with its line', () => {
  test.each<[string, 'json' | 'csv', string, object]>([
    ['a table without headings', 'csv', 'Content,10\n', { line: 1, field: 'title', problem: 'NO_COLUMNS' }],
    ['headings alone', 'csv', 'title,points\n', { line: 1, problem: 'NO_CRITERION' }],
    [
      'no number',
      'csv',
      'title,points\nA,1\nB,many\n',
      { line: 3, field: 'points', problem: 'NOT_A_NUMBER' },
    ],
    [
      'an unknown kind',
      'csv',
      'title,kind,points\nA,stars,3\n',
      { line: 2, field: 'kind', problem: 'UNKNOWN_WORD' },
    ],
    [
      'a level of nothing',
      'csv',
      'title,points,level\n,,Good\n',
      { line: 2, field: 'title', problem: 'NO_CRITERION' },
    ],
    [
      'one level',
      'csv',
      'title,kind,level,level points\nA,levels,Good,3\n',
      { line: 2, field: 'kind.levels', problem: 'NOT_VALID' },
    ],
    ['no points', 'csv', 'title,points\nA,1\nB,0\n', { line: 3, field: 'points', problem: 'NOT_VALID' }],
    [
      'more criteria than a rubric has',
      'csv',
      `title,points\n${'A,1\n'.repeat(21)}`,
      { line: 22, problem: 'NOT_VALID' },
    ],
    ['a quote that nothing closes', 'csv', 'title,points\nA,1\n"B,1\n', { line: 3, problem: 'BROKEN' }],
    ['no JSON', 'json', '{\n  "format": "roundtable-rubric/1",\n  oops\n}', { line: 3, problem: 'BROKEN' }],
    ['JSON that ends too early', 'json', '{\n"format":', { line: 2, problem: 'BROKEN' }],
    ['another JSON', 'json', '{"criteria": []}', { line: 1, field: 'format', problem: 'NO_COLUMNS' }],
    ['a list', 'json', '[]', { line: 1, problem: 'NO_COLUMNS' }],
    [
      'no criteria',
      'json',
      '{"format": "roundtable-rubric/1", "criteria": "x"}',
      { line: 1, field: 'criteria', problem: 'NO_CRITERION' },
    ],
    [
      'a criterion that cannot be one',
      'json',
      '{\n"format": "roundtable-rubric/1",\n"criteria": [\n{"id": "a", "title": "A {", "description": "", "points": 1},\n{"id": "b", "title": "B", "description": "", "points": "1"}]}',
      { line: 5, field: 'points', problem: 'NOT_VALID' },
    ],
    [
      'two of one id',
      'json',
      '{"format": "roundtable-rubric/1",\n"criteria": [\n{"id": "a", "title": "A", "description": "", "points": 1},\n{"id": "a", "title": "B", "description": "", "points": 1}]}',
      { line: 4, field: 'id', problem: 'NOT_VALID' },
    ],
    [
      'an attempt on the prototype',
      'json',
      '{"format": "roundtable-rubric/1",\n"criteria": [{"__proto__": {"id": "a"}}]}',
      { line: 2, problem: 'NOT_VALID' },
    ],
  ])('%s', async (_what, format, text, fault) => {
    expect(await faultOf(format, text)).toMatchObject({ code: 'RUBRIC_FILE_INVALID', ...fault });
  });

  test('whatever the file, it is read or refused, and nothing else happens', () =>
    fc.assert(
      fc.asyncProperty(fc.string(), fc.constantFrom('json', 'csv'), async (text, format) => {
        expect(await faultOf(format as 'json', text)).toMatchObject({ code: 'RUBRIC_FILE_INVALID' });
      }),
    ));
});
