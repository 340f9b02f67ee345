import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { followUnsentText } from './unsent-text.ts';

const SERVER = 'server';

function page(): { readonly document: Y.Doc; readonly block: Y.XmlText } {
  const document = new Y.Doc();
  const element = new Y.XmlElement('paragraph');
  const block = new Y.XmlText();
  element.insert(0, [block]);
  document.getXmlFragment('page').insert(0, [element]);
  block.insert(0, 'Plan');
  return { document, block };
}

/** What one page has and another has not. */
const news = (from: Y.Doc, to: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(from, Y.encodeStateVector(to));

function open() {
  const mine = page();
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.document));
  const dropped: string[] = [];
  const unsent = followUnsentText(
    mine.document,
    () => SERVER,
    (texts) => dropped.push(...texts),
  );
  mine.document.on('update', (change: Uint8Array, origin: unknown) => {
    if (origin !== SERVER) unsent.add(change);
  });
  const comes = (): void => Y.applyUpdate(mine.document, news(theirs, mine.document), SERVER);
  return { ...mine, theirs, dropped, unsent, comes };
}

test('text that was not sent yet is told of when somebody takes away what it stands in, as it stood', () => {
  const { document, block, theirs, dropped, unsent, comes } = open();
  block.insert(4, ' for ');
  Y.applyUpdate(theirs, news(document, theirs));
  unsent.clear();
  block.insert(9, 'May');
  block.insert(5, 'B ');
  theirs.getXmlFragment('page').delete(0, 1);
  comes();
  expect(dropped).toEqual(['B May']);
});

test('text that the server has, spaces and what one deletes oneself are not told of', () => {
  const { document, block, theirs, dropped, unsent, comes } = open();
  block.insert(4, ' for May');
  Y.applyUpdate(theirs, news(document, theirs));
  unsent.clear();
  block.insert(12, '  ');
  block.insert(0, 'Our');
  block.delete(0, 3);
  theirs.getXmlFragment('page').delete(0, 1);
  comes();
  expect(dropped).toEqual([]);
});
