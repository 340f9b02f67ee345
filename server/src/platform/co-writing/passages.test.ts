import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { PAGE_TEXT } from '../../contracts/paths.ts';
import { plainTextOf } from '../../contracts/plain-text.ts';
import { documentOf, richTextOfPage, runsOf } from './page-text.ts';
import { passagesOf, runsWithout } from './passages.ts';
import { restoreInto } from './restore.ts';

const words = fc.array(
  fc.record({
    at: fc.nat(30),
    removes: fc.boolean(),
    count: fc.integer({ min: 1, max: 5 }),
    paragraph: fc.nat(3),
  }),
  { maxLength: 40 },
);
type Words = typeof words extends fc.Arbitrary<infer W> ? W : never;

function paragraph(document: Y.Doc, n: number): Y.XmlText {
  const page = document.getXmlFragment(PAGE_TEXT);
  while (page.length <= n) {
    const added = new Y.XmlElement('paragraph');
    added.insert(0, [new Y.XmlText()]);
    page.insert(page.length, [added]);
  }
  return (page.get(n) as Y.XmlElement).get(0) as Y.XmlText;
}

function write(document: Y.Doc, some: Words, letter: string): void {
  for (const { at, removes, count, paragraph: n } of some) {
    const text = paragraph(document, n);
    const from = at % (text.length + 1);
    if (removes) text.delete(from, Math.min(count, text.length - from));
    else text.insert(from, letter.repeat(count), count === 5 ? { bold: {} } : {});
  }
}

const textOf = (document: Y.Doc): string => plainTextOf(richTextOfPage(document));
const copyOf = (document: Y.Doc): Y.Doc => documentOf([Y.encodeStateAsUpdate(document)]);
const lengthOf = (groups: ReturnType<typeof runsWithout>): number =>
  groups.flat().reduce((sum, { text }) => sum + text.length, 0);

test('what has come less what has gone is how much longer a text is, and only new letters have come', () => {
  fc.assert(
    fc.property(words, words, (first, then) => {
      const document = new Y.Doc();
      write(document, first, 'a');
      const before = copyOf(document);
      write(document, then, 'b');
      const [old, now] = [runsOf(before), runsOf(document)];
      const [added, removed] = [runsWithout(now, old), runsWithout(old, now)];
      expect(lengthOf(added) - lengthOf(removed)).toBe(lengthOf([now]) - lengthOf([old]));
      expect(
        added
          .flat()
          .map(({ text }) => text)
          .join(''),
      ).toMatch(/^b*$/);
      expect(runsWithout(now, now)).toEqual([]);
    }),
  );
});

test('a passage is one person’s, and ends where something stayed', () => {
  const runs = [
    { client: 1, clock: 0, text: 'abc' },
    { client: 2, clock: 0, text: 'XY' },
    { client: 1, clock: 3, text: 'def' },
  ];
  const writers = new Map([
    [1, 'ada'],
    [2, 'ben'],
  ]);
  expect(passagesOf(runsWithout(runs, [{ client: 1, clock: 1, text: 'b' }]), writers)).toEqual([
    { memberId: 'ada', text: 'a' },
    { memberId: 'ada', text: 'c' },
    { memberId: 'ben', text: 'XY' },
    { memberId: 'ada', text: 'def' },
  ]);
});

test('a restored page reads as it did, each letter by its author; restoring what came before undoes it', () => {
  fc.assert(
    fc.property(words, words, words, (first, then, other) => {
      const [ada, ben] = [new Y.Doc(), new Y.Doc()];
      ada.clientID = 1;
      ben.clientID = 2;
      write(ada, first, 'a');
      Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada));
      write(ben, other, 'b');
      const wanted = copyOf(ben);
      write(ben, then, 'c');
      const changed = copyOf(ben);
      const restored = copyOf(ben);
      const numberOf = (client: number) => client + 10;
      restoreInto(restored, wanted, { own: 20, numberOf });
      expect(richTextOfPage(restored)).toEqual(richTextOfPage(wanted));
      const authors = runsOf(restored).map(({ client, text }) => `${client % 10} ${text[0]}`);
      for (const author of authors) expect(['1 a', '2 b']).toContain(author);
      restoreInto(restored, changed, { own: 30, numberOf: (client) => client + 100 });
      expect(richTextOfPage(restored)).toEqual(richTextOfPage(changed));
    }),
  );
});

test('text whose marks ended and began anew where something was deleted reads as one text', () => {
  const first = new Y.Doc();
  paragraph(first, 0).insert(0, 'reading', { bold: {} });
  paragraph(first, 0).insert(4, 'X', {});
  const page = copyOf(first);
  paragraph(page, 0).insert(0, 'Now: ', {});
  paragraph(page, 0).delete(9, 1);
  expect(richTextOfPage(page).content).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Now: ' },
        { type: 'text', marks: [{ type: 'bold' }], text: 'reading' },
      ],
    },
  ]);
});

test('whoever writes elsewhere on the page while it is restored loses nothing', () => {
  const page = new Y.Doc();
  paragraph(page, 0).insert(0, 'Stays.');
  const wanted = copyOf(page);
  paragraph(page, 1).insert(0, 'Goes.');
  const writing = copyOf(page);
  paragraph(writing, 0).insert(6, ' And more.');
  paragraph(writing, 2).insert(0, 'New.');
  restoreInto(page, wanted, { own: 20, numberOf: () => 21 });
  Y.applyUpdate(page, Y.encodeStateAsUpdate(writing));
  expect(textOf(page)).toBe('Stays. And more.\nNew.');
});
