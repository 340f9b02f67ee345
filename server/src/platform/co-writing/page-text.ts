import * as Y from 'yjs';
import { RICH_TEXT_DEPTH_MAX } from '../../contracts/limits.ts';
import { PAGE_TEXT } from '../../contracts/paths.ts';
import type {
  Block,
  Inline,
  ListItem,
  Mark,
  RichText,
  TableCell,
  TableRow,
} from '../../contracts/plain-text.ts';
import { StoredRichText } from '../../contracts/rich-text.ts';

/** Text that one writer number has written in one go, and that is still there. */
export interface Run {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

type Nodes = Y.XmlFragment | Y.XmlElement | Y.XmlText;

/** Deeper than any rich text: each level of it is one or two here. */
const DEPTH_MAX = RICH_TEXT_DEPTH_MAX * 2 + 4;

/** Whether functions that call themselves may look at it: a client may have sent anything, so this one keeps its own stack. */
function isFlatEnough(nodes: Nodes): boolean {
  const waiting = [{ nodes, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.depth > DEPTH_MAX) return false;
    for (let item = next.nodes._start; item !== null; item = item.right)
      if (!item.deleted && item.content instanceof Y.ContentType)
        waiting.push({ nodes: item.content.type as Nodes, depth: next.depth + 1 });
  }
  return true;
}

/** All that can be seen on a page, in its order: what was deleted, and what is in something deleted, is left out. */
export function runsOf(document: Y.Doc): Run[] {
  const runs: Run[] = [];
  const walk = (nodes: Nodes): void => {
    for (let item = nodes._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      const { content, id } = item;
      if (content instanceof Y.ContentString)
        runs.push({ client: id.client, clock: id.clock, text: content.str });
      else if (content instanceof Y.ContentType) walk(content.type as Nodes);
    }
  };
  for (const element of elementsOf(document.getXmlFragment(PAGE_TEXT)))
    if (isFlatEnough(element)) walk(element);
  return runs;
}

/** The document that some changes make. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  for (const update of updates) Y.applyUpdate(document, update);
  return document;
}

/** How many characters of each member are still there. */
export function charactersOf(
  runs: readonly Run[],
  writers: ReadonlyMap<number, string>,
): Map<string, number> {
  const characters = new Map<string, number>();
  for (const { client, text } of runs) {
    const memberId = writers.get(client);
    if (memberId !== undefined) characters.set(memberId, (characters.get(memberId) ?? 0) + text.length);
  }
  return characters;
}

const MARKS = ['bold', 'italic', 'strike', 'code'] as const;

function marksOf(attributes: Record<string, unknown>): Mark[] {
  const marks: Mark[] = MARKS.filter((type) => type in attributes).map((type) => ({ type }));
  const { link } = attributes as { link?: { href?: unknown } };
  if (typeof link?.href === 'string') marks.unshift({ type: 'link', attrs: { href: link.href } });
  return marks;
}

interface Delta {
  readonly insert?: unknown;
  readonly attributes?: Record<string, unknown>;
}

/** Text with its marks. Where marks ended and began anew between two letters, because what stood there is gone, it is one text. */
function textOf(text: Y.XmlText): Inline[] {
  const parts: { key: string; marks: Mark[]; text: string }[] = [];
  for (const { insert, attributes = {} } of text.toDelta() as Delta[]) {
    if (typeof insert !== 'string' || insert === '') continue;
    const marks = marksOf(attributes);
    const [key, last] = [JSON.stringify(marks), parts.at(-1)];
    if (last?.key === key) last.text += insert;
    else parts.push({ key, marks, text: insert });
  }
  return parts.map((part) => ({
    type: 'text',
    ...(part.marks.length > 0 && { marks: part.marks }),
    text: part.text,
  }));
}

const elementsOf = (nodes: Y.XmlFragment): Y.XmlElement[] =>
  nodes.toArray().filter((node): node is Y.XmlElement => node instanceof Y.XmlElement);

function inlineOf(nodes: Y.XmlFragment): Inline[] {
  return nodes.toArray().flatMap((node): Inline[] => {
    if (node instanceof Y.XmlText) return textOf(node);
    if (!(node instanceof Y.XmlElement)) return [];
    const attrs = node.getAttributes() as Record<string, unknown>;
    switch (node.nodeName) {
      case 'hardBreak':
        return [{ type: 'hardBreak' }];
      case 'mathInline':
        return [{ type: 'mathInline', attrs: { latex: String(attrs['latex']) } }];
      case 'mention':
        return [{ type: 'mention', attrs: { memberId: String(attrs['memberId']) } }];
      default:
        return [];
    }
  });
}

const withInline = (nodes: Y.XmlFragment): { content?: Inline[] } => {
  const content = inlineOf(nodes);
  return content.length > 0 ? { content } : {};
};

const blocksOf = (nodes: Y.XmlFragment): Block[] => elementsOf(nodes).flatMap(blockOf);

/** Where something must be, and two people have deleted one half each. */
function someBlocksOf(nodes: Y.XmlFragment): Block[] {
  const blocks = blocksOf(nodes);
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }];
}

const numberOf = (value: unknown, otherwise: number): number => {
  const number = Number(value ?? otherwise);
  return Number.isInteger(number) ? number : otherwise;
};

const itemsOf = (nodes: Y.XmlFragment): ListItem[] =>
  elementsOf(nodes)
    .filter(({ nodeName }) => nodeName === 'listItem')
    .map((item) => ({ type: 'listItem', content: someBlocksOf(item) }));

function cellsOf(row: Y.XmlFragment): TableCell[] {
  return elementsOf(row).flatMap((cell): TableCell[] => {
    const { nodeName: type } = cell;
    if (type !== 'tableCell' && type !== 'tableHeader') return [];
    const attrs = cell.getAttributes() as Record<string, unknown>;
    const [colspan, rowspan] = [numberOf(attrs['colspan'], 1), numberOf(attrs['rowspan'], 1)];
    return [{ type, attrs: { colspan, rowspan, colwidth: null }, content: someBlocksOf(cell) }];
  });
}

const rowsOf = (table: Y.XmlFragment): TableRow[] =>
  elementsOf(table)
    .filter(({ nodeName }) => nodeName === 'tableRow')
    .map((row): TableRow => ({ type: 'tableRow', content: cellsOf(row) }))
    .filter(({ content }) => content.length > 0);

const isFilled = ({ content }: { content: readonly unknown[] }): boolean => content.length > 0;

function blockOf(element: Y.XmlElement): Block[] {
  const attrs = element.getAttributes() as Record<string, unknown>;
  switch (element.nodeName) {
    case 'paragraph':
      return [{ type: 'paragraph', ...withInline(element) }];
    case 'heading':
      return [{ type: 'heading', attrs: { level: numberOf(attrs['level'], 1) }, ...withInline(element) }];
    case 'bulletList':
      return [{ type: 'bulletList' as const, content: itemsOf(element) }].filter(isFilled);
    case 'orderedList':
      return [
        {
          type: 'orderedList' as const,
          attrs: { start: numberOf(attrs['start'], 1) },
          content: itemsOf(element),
        },
      ].filter(isFilled);
    case 'blockquote':
      return [{ type: 'blockquote', content: someBlocksOf(element) }];
    case 'codeBlock': {
      const text = inlineOf(element)
        .map((one) => (one.type === 'text' ? one.text : ''))
        .join('');
      return [{ type: 'codeBlock', ...(text !== '' && { content: [{ type: 'text', text }] }) }];
    }
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }];
    case 'image':
      return [
        {
          type: 'image',
          attrs: {
            fileId: String(attrs['fileId']),
            alt: typeof attrs['alt'] === 'string' ? attrs['alt'] : '',
          },
        },
      ];
    case 'mathBlock':
      return [{ type: 'mathBlock', attrs: { latex: String(attrs['latex']) } }];
    case 'table':
      return [{ type: 'table' as const, content: rowsOf(element) }].filter(isFilled);
    default:
      return [];
  }
}

/** The blocks of a page, each with the part of the document that it is. */
export const blocksByElement = (
  document: Y.Doc,
): { readonly element: Y.XmlElement; readonly block: Block }[] =>
  elementsOf(document.getXmlFragment(PAGE_TEXT))
    .filter(isFlatEnough)
    .flatMap((element) => blockOf(element).map((block) => ({ element, block })));

/**
 * A page as the product's rich text. Clients may have sent what no editor makes: nodes that are no rich text are left out,
 * and a block that the contract refuses becomes its plain text.
 */
export function richTextOfPage(document: Y.Doc): RichText {
  const content = blocksByElement(document).map(({ element, block }): Block => {
    if (StoredRichText.safeParse({ type: 'doc', content: [block] }).success) return block;
    const text = runsIn(element);
    return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
  });
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function runsIn(nodes: Nodes): string {
  if (nodes instanceof Y.XmlText)
    return textOf(nodes)
      .map((one) => (one.type === 'text' ? one.text : ''))
      .join('');
  return nodes
    .toArray()
    .map((node) => (node instanceof Y.XmlHook ? '' : runsIn(node)))
    .join('');
}
