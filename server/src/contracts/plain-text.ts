/**
 * What rich text is made of, and its plain text: shared by server and client, so without zod. `rich-text.ts` checks what
 * comes from outside against the same types.
 */

/** The document: ProseMirror's JSON of the nodes and marks below and no others. */
export interface RichText {
  type: 'doc';
  content: Block[];
}

export type Block =
  | Paragraph
  | Heading
  | List
  | Quote
  | CodeBlock
  | Rule
  | Image
  | Table
  | { type: 'mathBlock'; attrs: { latex: string } };

export interface Paragraph {
  type: 'paragraph';
  content?: Inline[] | undefined;
}

export interface Heading {
  type: 'heading';
  /** 1 is the text's own highest level; the page decides which of its levels that is. */
  attrs: { level: number };
  content?: Inline[] | undefined;
}

export type List =
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: ListItem[] };

export interface ListItem {
  type: 'listItem';
  content: Block[];
}

export interface Quote {
  type: 'blockquote';
  content: Block[];
}

export interface CodeBlock {
  type: 'codeBlock';
  content?: { type: 'text'; text: string }[] | undefined;
}

export interface Rule {
  type: 'horizontalRule';
}

export interface Image {
  type: 'image';
  /** An uploaded file; an address of somebody else's server would tell it who reads. */
  attrs: { fileId: string; alt: string };
}

export interface Table {
  type: 'table';
  content: TableRow[];
}

export interface TableRow {
  type: 'tableRow';
  content: TableCell[];
}

export interface TableCell {
  type: 'tableCell' | 'tableHeader';
  attrs: { colspan: number; rowspan: number; colwidth: number[] | null };
  content: Block[];
}

export type Inline =
  | Text
  | { type: 'hardBreak' }
  | { type: 'mathInline'; attrs: { latex: string } }
  | { type: 'mention'; attrs: { memberId: string } };

export interface Text {
  type: 'text';
  text: string;
  marks?: Mark[] | undefined;
}

export type Mark =
  { type: 'bold' | 'italic' | 'strike' | 'code' } | { type: 'link'; attrs: { href: string } };

type Node = Block | ListItem | TableRow | TableCell | Inline;

/** Paragraphs made of plain text; what follows stays in the last one, which shows its line breaks. */
const PARAGRAPHS_MAX = 1000;

export const emptyRichText = (): RichText => ({ type: 'doc', content: [{ type: 'paragraph' }] });

/** Plain text as a document: blank lines part paragraphs, single line breaks stay in the text. */
export function richTextOf(text: string): RichText {
  const parts = text.split(/\n{2,}/u);
  const kept = parts.slice(0, PARAGRAPHS_MAX - 1);
  const rest = parts.slice(PARAGRAPHS_MAX - 1).join('\n');
  const content = [...kept, ...(rest === '' ? [] : [rest])].map((part): Paragraph =>
    part === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: part }] },
  );
  return { type: 'doc', content };
}

/** What was written before texts were rich is plain text. */
export const asRichText = (stored: RichText | string): RichText =>
  typeof stored === 'string' ? richTextOf(stored) : stored;

/**
 * The text alone, for search, counting and limits: a block to a line, cells parted by tabs, a formula as its source, an
 * image as its description. Mentions have no text of their own: whoever reads knows their names by another name.
 */
export const plainTextOf = (document: RichText): string => linesOf(document.content).join('\n');

const linesOf = (blocks: readonly Block[]): string[] => blocks.flatMap(linesOfBlock);

function linesOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [(block.content ?? []).map(textOfInline).join('')];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => linesOf(item.content));
    case 'blockquote':
      return linesOf(block.content);
    case 'codeBlock':
      return [(block.content ?? []).map(({ text }) => text).join('')];
    case 'horizontalRule':
      return [];
    case 'image':
      return [block.attrs.alt];
    case 'mathBlock':
      return [block.attrs.latex];
    case 'table':
      return block.content.map((row) =>
        row.content.map((cell) => linesOf(cell.content).join(' ')).join('\t'),
      );
  }
}

/** The text of a piece of a paragraph: as many characters as it counts for. */
export function textOfInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'hardBreak':
      return '\n';
    case 'mathInline':
      return inline.attrs.latex;
    case 'mention':
      return '';
  }
}

/** How many words of a document are its writer's own: what it quotes is somebody else's. */
export const countOwnWords = ({ content }: RichText): number =>
  countWords(linesOf(content.filter(({ type }) => type !== 'blockquote')).join('\n'));

/** How many words a text has, by the rules of its own language: also where nothing parts the words (UAX #29). */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike === true) count += 1;
  return count;
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Whether there is nothing to read or to look at. */
export function isBlank(document: RichText): boolean {
  for (const node of nodesOf(document)) {
    if (node.type === 'text' ? node.text.trim() !== '' : SHOWN.has(node.type)) return false;
  }
  return true;
}

const SHOWN = new Set<Node['type']>(['image', 'mathInline', 'mathBlock', 'mention']);

/** Several texts, one after the other; blank ones leave nothing. */
export function joinRichTexts(texts: readonly RichText[]): RichText {
  const content = texts.flatMap((text) => (isBlank(text) ? [] : text.content));
  return content.length > 0 ? { ...emptyRichText(), content } : emptyRichText();
}

/** Whether two documents say the same. Both come from the schema or the editor, which write keys in one order. */
export const sameRichText = (a: RichText, b: RichText): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Files that a document shows, each once. */
export function fileIdsOf(document: RichText): string[] {
  const ids = new Set<string>();
  for (const node of nodesOf(document)) if (node.type === 'image') ids.add(node.attrs.fileId);
  return [...ids];
}

/** Every node below the document, in reading order. */
export function* nodesOf(document: RichText): Generator<Node> {
  const waiting: Node[] = document.content.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if ('content' in node && node.content) waiting.push(...node.content.toReversed());
  }
}

/** Where a link may lead: pages and mail, nothing that runs in this page. */
export const LINK_PATTERN = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}<>"\\^`{|}]+$/iu;
