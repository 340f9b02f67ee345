import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { PAGE_TEXT } from '../../contracts/paths.ts';
import { plainTextOf } from '../../contracts/plain-text.ts';
import { newId } from '../../core/ids.ts';
import { charactersOf, documentOf, richTextOfPage, runsOf } from './page-text.ts';

const [MEMBER, FILE] = [newId(), newId()];
/** Each member writes their own letters, so that every character says who wrote it. */
const MEMBERS = ['a', 'b', 'c'] as const;

const edit = fc.record({
  who: fc.constantFrom(0, 1, 2),
  what: fc.constantFrom('write', 'write', 'write', 'delete', 'paragraph', 'drop', 'mark', 'meet'),
  where: fc.nat(40),
  count: fc.integer({ min: 1, max: 6 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function act(document: Y.Doc, { who, what, where, count }: Edit): void {
  const page = document.getXmlFragment(PAGE_TEXT);
  if (what === 'paragraph' || page.length === 0) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText()]);
    page.insert(where % (page.length + 1), [paragraph]);
    return;
  }
  const at = where % page.length;
  if (what === 'drop') return page.delete(at, 1);
  const text = (page.get(at) as Y.XmlElement).get(0) as Y.XmlText;
  if (what === 'write') text.insert(where % (text.length + 1), (MEMBERS[who] ?? '').repeat(count));
  else if (text.length > 0) {
    const from = where % text.length;
    const length = Math.min(count, text.length - from);
    if (what === 'mark') text.format(from, length, { bold: {} });
    else if (what === 'delete') text.delete(from, length);
  }
}

test('whatever several write, delete and merge, each character that is left is its author’s, and none is missing', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 80 }), (edits) => {
      const documents = MEMBERS.map(() => new Y.Doc());
      const writers = new Map(documents.map(({ clientID }, who) => [clientID, MEMBERS[who] ?? '']));
      for (const one of edits) {
        const own = documents[one.who];
        const other = documents[one.where % MEMBERS.length];
        if (!own || !other) throw new Error('nobody');
        if (one.what === 'meet') Y.applyUpdate(own, Y.encodeStateAsUpdate(other));
        else act(own, one);
      }
      const whole = documentOf(documents.map((document) => Y.encodeStateAsUpdate(document)));
      const runs = runsOf(whole);
      for (const { client, text } of runs) expect(text).toBe((writers.get(client) ?? '').repeat(text.length));
      const text = plainTextOf(richTextOfPage(whole)).replaceAll('\n', '');
      const expected = new Map<string, number>();
      for (const letter of text) expected.set(letter, (expected.get(letter) ?? 0) + 1);
      expect(new Map(charactersOf(runs, writers))).toEqual(expected);
    }),
  );
});

function element(
  name: string,
  attributes: Record<string, string | number>,
  ...content: (Y.XmlElement | Y.XmlText)[]
) {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, content);
  return made;
}

test('the nodes and marks of rich texts come out as the contract has them, and nothing else', () => {
  const document = new Y.Doc();
  const text = new Y.XmlText();
  const page = document.getXmlFragment(PAGE_TEXT);
  page.insert(0, [
    element('heading', { level: 2 }, new Y.XmlText('Plan')),
    element('paragraph', {}, text, element('hardBreak', {}), element('mention', { memberId: MEMBER })),
    element(
      'bulletList',
      {},
      element('listItem', {}, element('paragraph', {}, new Y.XmlText('one'))),
      element('video', {}),
    ),
    element('orderedList', { start: 3 }),
    element('table', {}, element('tableRow', {}, element('tableCell', { colspan: 2 }))),
    element('image', { fileId: FILE }),
    element('heading', { level: 9 }, new Y.XmlText('too deep')),
    element('script', {}, new Y.XmlText('alert(1)')),
  ]);
  text.insert(0, 'see ');
  text.insert(4, 'it', { link: { href: 'https://example.org/' }, bold: {}, onclick: 'x' });
  expect(richTextOfPage(document).content).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Plan' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'see ' },
        {
          type: 'text',
          marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }, { type: 'bold' }],
          text: 'it',
        },
        { type: 'hardBreak' },
        { type: 'mention', attrs: { memberId: MEMBER } },
      ],
    },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }] },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            {
              type: 'tableCell',
              attrs: { colspan: 2, rowspan: 1, colwidth: null },
              content: [{ type: 'paragraph' }],
            },
          ],
        },
      ],
    },
    { type: 'image', attrs: { fileId: FILE, alt: '' } },
    { type: 'paragraph', content: [{ type: 'text', text: 'too deep' }] },
  ]);
});

test('a page nested deeper than any text is read without what is too deep', () => {
  const document = new Y.Doc();
  const page = document.getXmlFragment(PAGE_TEXT);
  page.insert(0, [element('paragraph', {}, new Y.XmlText('fine'))]);
  let inner = element('paragraph', {}, new Y.XmlText('deep'));
  for (let n = 0; n < 200; n += 1) inner = element('blockquote', {}, inner);
  page.insert(1, [inner]);
  expect(plainTextOf(richTextOfPage(document))).toBe('fine');
  expect(runsOf(document).map(({ text }) => text)).toEqual(['fine']);
});
