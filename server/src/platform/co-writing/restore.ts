import * as Y from 'yjs';
import { PAGE_TEXT } from '../../contracts/paths.ts';
import { blocksByElement } from './page-text.ts';

type Attributes = Record<string, unknown>;

const keyOf = (element: Y.XmlElement): string => `${element._item?.id.client}/${element._item?.id.clock}`;

/**
 * Gives a page the text of another state of it. Blocks that are as they were stay, whoever writes in them right now.
 *
 * @param numberOf the number to write with, of whoever wrote with some number: text stays its author's
 * @param own the number of whoever restores it
 */
export function restoreInto(
  document: Y.Doc,
  source: Y.Doc,
  { own, numberOf }: { readonly own: number; readonly numberOf: (client: number) => number },
): void {
  const page = document.getXmlFragment(PAGE_TEXT);
  const [before, wanted] = [blocksByElement(document), blocksByElement(source)];
  const standing = new Map(before.map(({ element, block }) => [keyOf(element), JSON.stringify(block)]));
  const stays = new Set(
    wanted.flatMap(({ element, block }) =>
      standing.get(keyOf(element)) === JSON.stringify(block) ? [keyOf(element)] : [],
    ),
  );

  function as(client: number, act: () => void): void {
    document.clientID = client;
    act();
  }

  function copyText(from: Y.XmlText, into: Y.XmlText): void {
    let attributes: Attributes = {};
    for (let item = from._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      const { content, id } = item;
      if (content instanceof Y.ContentFormat) attributes = { ...attributes, [content.key]: content.value };
      else if (content instanceof Y.ContentString) {
        const set = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
        as(numberOf(id.client), () => into.insert(into.length, content.str, set));
      }
    }
  }

  function copy(from: Y.XmlElement, into: Y.XmlFragment, at: number): void {
    const made = new Y.XmlElement(from.nodeName);
    for (const [key, value] of Object.entries(from.getAttributes()))
      if (value !== undefined) made.setAttribute(key, value);
    as(own, () => into.insert(at, [made]));
    for (const child of from.toArray()) {
      if (child instanceof Y.XmlElement) copy(child, made, made.length);
      else if (child instanceof Y.XmlText) {
        const text = new Y.XmlText();
        as(own, () => made.insert(made.length, [text]));
        copyText(child, text);
      }
    }
  }

  as(own, () => {
    for (let at = page.length - 1; at >= 0; at -= 1) {
      const node = page.get(at);
      if (!(node instanceof Y.XmlElement) || !stays.has(keyOf(node))) page.delete(at, 1);
    }
  });
  for (const [at, { element }] of wanted.entries()) if (!stays.has(keyOf(element))) copy(element, page, at);
}
