import { describe, expect, test } from '@jest/globals';
import type { Criterion } from '../../contracts/rubric.ts';
import { changesBetween, decideSaveRubric, type KeptRubric } from './rubric-library.domain.ts';

const content: Criterion = { id: 'content', title: 'Content', description: '', points: 10 };
const style: Criterion = { id: 'style', title: 'Style', description: '', points: 5 };
const form: Criterion = { id: 'form', title: 'Form', description: '', points: 2 };
const at = new Date('2027-03-01T00:00:00Z');
const kept: KeptRubric = {
  id: 'r',
  name: 'Essay',
  version: 2,
  criteria: 1,
  removed: false,
  savedAt: at,
  savedBy: 'tessa',
};
const newest = { rubricId: 'r', n: 2, name: 'Essay', criteria: [content], at, by: 'tessa' };

describe('keeping a rubric', () => {
  const command = { name: 'Essay', criteria: [style], expectedVersion: 2 };
  const refuse = (reason: string) => ({ type: 'refuse', reason });
  test.each([
    ['a new one is version 1', null, { ...command, expectedVersion: 0 }, false, { type: 'accept', n: 1 }],
    [
      'not beyond what a library holds',
      null,
      { ...command, expectedVersion: 0 },
      true,
      refuse('RUBRICS_TOO_MANY'),
    ],
    ['one that is not there has no next version', null, command, false, refuse('NOT_FOUND')],
    ['what is different is the next version', kept, command, false, { type: 'accept', n: 3 }],
    ['a full library takes next versions', kept, command, true, { type: 'accept', n: 3 }],
    [
      'another name is a version',
      kept,
      { ...command, name: 'Report', criteria: [content] },
      false,
      { type: 'accept', n: 3 },
    ],
    [
      'the same again changes nothing',
      kept,
      { ...command, criteria: [content], expectedVersion: 1 },
      false,
      { type: 'repeated' },
    ],
    ['the second of two is told', kept, { ...command, expectedVersion: 1 }, false, refuse('STALE_REVISION')],
  ])('%s', (_rule, head, wanted, isFull, expected) => {
    expect(decideSaveRubric(head, head && newest, wanted, isFull)).toEqual(expected);
  });
});

describe('what a version changed', () => {
  test.each<[string, Criterion[], Criterion[], object[]]>([
    ['nothing', [content, style], [content, style], []],
    [
      'nothing by another order of fields',
      [content],
      [{ points: 10, title: 'Content', description: '', id: 'content' }],
      [],
    ],
    ['a criterion more', [content], [content, style], [{ kind: 'added', title: 'Style', fields: [] }]],
    ['one less', [content, style], [style], [{ kind: 'removed', title: 'Content', fields: [] }]],
    [
      'its points and title',
      [content],
      [{ ...content, points: 9, title: 'Contents' }],
      [{ kind: 'changed', title: 'Contents', fields: ['title', 'points'] }],
    ],
    [
      'how it is judged',
      [style],
      [{ ...style, kind: { type: 'yesNo' } }],
      [{ kind: 'changed', title: 'Style', fields: ['judgedBy'] }],
    ],
    [
      'the order of two',
      [content, style],
      [style, content],
      [
        { kind: 'moved', title: 'Style', fields: [] },
        { kind: 'moved', title: 'Content', fields: [] },
      ],
    ],
    [
      'one that is put in between moves no other',
      [content, style],
      [content, form, style],
      [{ kind: 'added', title: 'Form', fields: [] }],
    ],
  ])('%s', (_rule, before, after, expected) => {
    expect(changesBetween(before, after)).toEqual(expected);
  });
});
