import { describe, expect, test } from '@jest/globals';
import { extensionsOf, groupOf } from '../../contracts/file-groups.ts';
import { FILE_TYPES } from '../../contracts/file-types.ts';
import type { HandIn } from '../../contracts/hand-in.ts';
import { DEFAULT_HAND_IN, FILE_GROUPS } from '../../contracts/limits.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import { isPresentation, refuseContent, takesType } from './hand-in.domain.ts';
import type { WorkContent } from './peer-review.domain.ts';

const usual: HandIn = { ...DEFAULT_HAND_IN, fileGroups: [...FILE_GROUPS] };
const live: HandIn = { ...usual, text: 'off', files: 'off', links: 'off' };
const textAndFile: HandIn = { ...usual, text: 'required', files: 'required' };
const images: HandIn = { ...usual, fileGroups: ['images'] };
const withLinks: HandIn = { ...usual, links: 'allowed' };

const file = (type: string, id = 'f') => ({ id, name: 'x', size: 1, type });
const pdf = file('application/pdf');
const work = (text: string, rest: Partial<WorkContent> = {}): WorkContent => ({
  text: richTextOf(text),
  files: [],
  ...rest,
});
const link = { links: ['https://example.org'] };

test.each([
  ['a text is a work', usual, work('x'), null],
  ['a file is a work', usual, work('', { files: [pdf] }), null],
  ['nothing is no work', usual, work(' '), 'SUBMISSION_EMPTY'],
  ['links are not taken unless the activity says so', usual, work('x', link), 'WORK_PART_REFUSED'],
  ['links are taken where it does', withLinks, work('', link), null],
  ['text and at least one file: both', textAndFile, work('x', { files: [pdf] }), null],
  ['text and at least one file: the file is missing', textAndFile, work('x'), 'WORK_PART_MISSING'],
  [
    'text and at least one file: the text is missing',
    textAndFile,
    work('', { files: [pdf] }),
    'WORK_PART_MISSING',
  ],
  ['text and at least one file: nothing at all', textAndFile, work(''), 'SUBMISSION_EMPTY'],
  ['a kind of file that is not taken', images, work('x', { files: [pdf] }), 'WORK_PART_REFUSED'],
  ['a kind of file that is taken', images, work('', { files: [file('image/png')] }), null],
  [
    'more files than are taken',
    { ...usual, filesMax: 1 },
    work('', { files: [pdf, file('image/png', 'g')] }),
    'WORK_PART_REFUSED',
  ],
  ['a text where none is taken', { ...usual, text: 'off' }, work('x'), 'WORK_PART_REFUSED'],
  ['a live presentation is handed in by saying so', live, work(''), null],
  ['a live presentation takes nothing', live, work('x'), 'WORK_PART_REFUSED'],
] as const)('%s', (_rule, handIn, content, expected) => {
  expect(refuseContent(handIn as HandIn, content)).toBe(expected);
});

describe('what may be uploaded', () => {
  test.each([
    ['an image for the text, whatever files are taken', { ...usual, files: 'off' }, 'image/png', true],
    [
      'no image where there is neither text nor images',
      { ...live, files: 'allowed', fileGroups: ['texts'] },
      'image/png',
      false,
    ],
    ['no film where only images are taken', images, 'video/mp4', false],
    ['nothing for a live presentation', live, 'application/pdf', false],
  ] as const)('%s', (_rule, handIn, type, expected) => {
    expect(takesType(handIn as HandIn, type)).toBe(expected);
  });

  test('only all three left out is a live presentation', () => {
    expect([isPresentation(live), isPresentation({ ...live, links: 'allowed' })]).toEqual([true, false]);
  });
});

test('every type of file belongs to a group, and every group has one', () => {
  const groups = Object.keys(FILE_TYPES).map(groupOf);
  expect(groups).not.toContain(null);
  expect(new Set(groups)).toEqual(new Set(FILE_GROUPS));
  expect(extensionsOf(['images'])).toContain('.png');
  expect(extensionsOf(['images'])).not.toContain('.pdf');
});
