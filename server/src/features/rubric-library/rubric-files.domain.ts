import type { Criterion } from '../../contracts/rubric.ts';
import { kindOf } from '../../contracts/rubric-rules.ts';

/** Rubrics as files: JSON as it is kept, and a table with a row per criterion and, below it, one per further level. */

/** Why a file is no rubric; with the line, from 1, and where it can be said the field. */
export interface FileFault {
  readonly line: number;
  readonly field: string | null;
  readonly problem: 'BROKEN' | 'NO_COLUMNS' | 'NOT_A_NUMBER' | 'UNKNOWN_WORD' | 'NO_CRITERION' | 'NOT_VALID';
}

/** A criterion as a file has it, not checked yet, and the line on which it stands. */
export interface FileCriterion {
  readonly line: number;
  readonly criterion: Record<string, unknown>;
}

export type FileRead =
  | { readonly type: 'read'; readonly criteria: readonly FileCriterion[] }
  | { readonly type: 'refuse'; readonly fault: FileFault };

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The columns of a table, in the order in which they are written; `title` is what a table cannot do without. */
const COLUMNS = [
  'title',
  'description',
  'kind',
  'points',
  'weight',
  'may not apply',
  'comment',
  'comment minimum',
  'comment prompts',
  'level',
  'level description',
  'level points',
  'scale from',
  'scale to',
  'scale step',
  'scale low',
  'scale high',
] as const;
type Column = (typeof COLUMNS)[number];

const KINDS = ['points', 'levels', 'scale', 'yesNo', 'comment'] as const;

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** The rows of a table, its headings first. */
export const toRows = (criteria: readonly Criterion[]): string[][] => [
  [...COLUMNS],
  ...criteria.flatMap(rowsOf),
];

function rowsOf(criterion: Criterion): string[][] {
  const { title, description, points, weight, mayNotApply, comment } = criterion;
  const kind = kindOf(criterion);
  const levels = kind.type === 'levels' ? kind.levels : [];
  const scale = kind.type === 'scale' ? kind : null;
  const cells: Partial<Record<Column, string>> = {
    title,
    description,
    kind: kind.type,
    points: String(points),
    weight: weight === undefined ? '' : String(weight),
    'may not apply': yesNo(mayNotApply ?? false),
    comment: comment?.need ?? 'none',
    ...(comment && {
      'comment minimum': String(comment.minimum),
      'comment prompts': yesNo(comment.prompts),
    }),
    ...(scale && {
      'scale from': String(scale.min),
      'scale to': String(scale.max),
      'scale step': String(scale.step),
      'scale low': scale.lowLabel,
      'scale high': scale.highLabel,
    }),
  };
  const [first, ...others] = levels.map((level) => ({
    level: level.name,
    'level description': level.description,
    'level points': String(level.points),
  }));
  return [{ ...cells, ...first }, ...others].map((row: Partial<Record<Column, string>>) =>
    COLUMNS.map((column) => row[column] ?? ''),
  );
}

/** Thrown within this file alone. */
class Fault extends Error {
  readonly fault: FileFault;

  constructor(line: number, field: string | null, problem: FileFault['problem']) {
    super(problem);
    this.fault = { line, field, problem };
  }
}

/** A row by its columns. */
class Reader {
  readonly line: number;
  private readonly row: Row;
  private readonly columns: ReadonlyMap<string, number>;

  constructor(row: Row, columns: ReadonlyMap<string, number>) {
    this.row = row;
    this.line = row.line;
    this.columns = columns;
  }

  text(column: Column): string {
    const index = this.columns.get(column);
    return index === undefined ? '' : (this.row.cells[index] ?? '').trim();
  }

  /** Also with a decimal comma, as spreadsheets of many languages write it. Undefined where nothing stands. */
  number(column: Column): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(text)) throw new Fault(this.line, column, 'NOT_A_NUMBER');
    return Number(text.replace(',', '.'));
  }

  word<Word extends string>(column: Column, words: readonly Word[], fallback: Word): Word {
    const text = this.text(column);
    if (text === '') return fallback;
    const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
    if (found === undefined) throw new Fault(this.line, column, 'UNKNOWN_WORD');
    return found;
  }

  isYes(column: Column): boolean {
    return this.word(column, ['yes', 'no'], 'no') === 'yes';
  }
}

/** Reads a table. @param broken lines that are no rows */
export function fromRows(rows: readonly Row[], broken: readonly number[]): FileRead {
  const [firstBroken] = broken;
  if (firstBroken !== undefined) return refuse(firstBroken, null, 'BROKEN');
  const [head, ...body] = rows;
  const columns = new Map(
    (head?.cells ?? []).map((heading, index) => [heading.trim().toLowerCase(), index] as const),
  );
  if (!head || !columns.has('title')) return refuse(head?.line ?? 1, 'title', 'NO_COLUMNS');
  try {
    const groups = grouped(body.map((row) => new Reader(row, columns)));
    if (groups.length === 0) return refuse(head.line, null, 'NO_CRITERION');
    return { type: 'read', criteria: groups.map((group, index) => criterionOf(group, `c${index + 1}`)) };
  } catch (error) {
    if (error instanceof Fault) return { type: 'refuse', fault: error.fault };
    throw error;
  }
}

/** Rows without a title are further levels of the criterion above. */
function grouped(rows: readonly Reader[]): [Reader, ...Reader[]][] {
  const groups: [Reader, ...Reader[]][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (row.text('title') !== '') groups.push([row]);
    else if (last) last.push(row);
    else throw new Fault(row.line, 'title', 'NO_CRITERION');
  }
  return groups;
}

function criterionOf(rows: readonly [Reader, ...Reader[]], id: string): FileCriterion {
  const [row] = rows;
  const kind = row.word('kind', KINDS, 'points');
  const need = row.word('comment', ['none', 'optional', 'required'], 'none');
  const weight = row.number('weight');
  const levels = rows.map((level, index) => ({
    id: `l${index + 1}`,
    name: level.text('level'),
    description: level.text('level description'),
    points: level.number('level points') ?? 0,
  }));
  const criterion = {
    id,
    title: row.text('title'),
    description: row.text('description'),
    points: pointsOf(kind, row.number('points'), levels),
    ...(kind !== 'points' && { kind: kindIn(kind, row, levels) }),
    ...(weight !== undefined && { weight }),
    ...(row.isYes('may not apply') && { mayNotApply: true }),
    ...(need !== 'none' && {
      comment: {
        need,
        minimum: row.number('comment minimum') ?? 0,
        prompts: row.isYes('comment prompts'),
      },
    }),
  };
  return { line: row.line, criterion };
}

const pointsOf = (
  kind: (typeof KINDS)[number],
  given: number | undefined,
  levels: readonly { readonly points: number }[],
): number => {
  if (kind === 'comment') return 0;
  return kind === 'levels' ? Math.max(...levels.map(({ points }) => points)) : (given ?? 0);
};

const kindIn = (type: (typeof KINDS)[number], row: Reader, levels: readonly object[]): object => {
  if (type === 'levels') return { type, levels };
  if (type !== 'scale') return { type };
  return {
    type,
    min: row.number('scale from') ?? 1,
    max: row.number('scale to') ?? 5,
    step: row.number('scale step') ?? 1,
    lowLabel: row.text('scale low'),
    highLabel: row.text('scale high'),
  };
};

const refuse = (line: number, field: string | null, problem: FileFault['problem']): FileRead => ({
  type: 'refuse',
  fault: { line, field, problem },
});
