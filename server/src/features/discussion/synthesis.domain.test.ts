import { expect, test } from '@jest/globals';
import { emptyRichText, richTextOf } from '../../contracts/plain-text.ts';
import { decideSynthesis, type Synthesis } from './synthesis.domain.ts';

const [text, other, views] = ['Arches win.', 'Ropes win.', 'Some like ropes.'].map(richTextOf);
const before: Synthesis = {
  threadId: 't',
  activityId: 'a',
  revision: 3,
  text: text ?? null,
  divergent: null,
  by: 'tess',
  at: new Date(0),
};
const wanted = { text: text ?? null, divergent: null, expectedRevision: 3 };
const refuse = (reason: string) => ({ type: 'refuse', reason });
const mine = richTextOf('As ada  says, arches.');

test.each([
  ['the first one is kept', null, { ...wanted, expectedRevision: 0 }, { type: 'accept', text }],
  ['views stand beside it', before, { ...wanted, divergent: views }, { type: 'accept', divergent: views }],
  ['the same again is no version', before, { ...wanted, expectedRevision: 1 }, { type: 'unchanged' }],
  [
    'a newer one is not written over',
    before,
    { ...wanted, text: other, expectedRevision: 2 },
    refuse('STALE_REVISION'),
  ],
  [
    'nothing takes it away, and the views with it',
    before,
    { ...wanted, text: emptyRichText(), divergent: views },
    { type: 'accept', text: null, divergent: null },
  ],
  [
    'where there is none, nothing is taken away',
    null,
    { ...wanted, text: null, expectedRevision: 0 },
    { type: 'unchanged' },
  ],
  ['nobody is named who is hidden', before, { ...wanted, text: mine }, refuse('SYNTHESIS_NAMES')],
  ['nor beside it', before, { ...wanted, divergent: mine }, refuse('SYNTHESIS_NAMES')],
] as const)('%s', (_rule, was, what, expected) =>
  expect(
    decideSynthesis(was, { ...what, text: what.text ?? null, divergent: what.divergent ?? null }, [
      '',
      ' Ada ',
    ]),
  ).toMatchObject(expected),
);
