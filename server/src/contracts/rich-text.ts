import { z } from 'zod';
import { Id } from './endpoint.ts';
import * as limits from './limits.ts';
import {
  type Block as BlockNode,
  type Inline as InlineNode,
  LINK_PATTERN,
  nodesOf,
  plainTextOf,
  type RichText as Document,
  richTextOf,
} from './plain-text.ts';

/**
 * The one check of rich text that comes from outside: ProseMirror's JSON with the nodes and marks listed here, no other
 * key anywhere. There is no HTML, so there is nothing to sanitise. Takes time linear in the size of the input.
 */

const Latex = z.string().min(1).max(limits.FORMULA_MAX);
const node = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const Link = z.string().max(limits.LINK_MAX).regex(LINK_PATTERN);
const Mark = z.discriminatedUnion('type', [
  node('bold', {}),
  node('italic', {}),
  node('strike', {}),
  node('code', {}),
  node('link', { attrs: z.strictObject({ href: Link }) }),
]);
const MARK_KINDS = 5;
const Marks = z
  .array(Mark)
  .max(MARK_KINDS)
  .refine((marks) => new Set(marks.map(({ type }) => type)).size === marks.length, 'each mark once');

/** Keys come in the order in which the editor writes them, so that equal documents are equal texts (`sameRichText`). */
const text = z.string().min(1);
const Inline: z.ZodType<InlineNode> = z.discriminatedUnion('type', [
  node('text', { marks: Marks.optional(), text }),
  node('hardBreak', {}),
  node('mathInline', { attrs: z.strictObject({ latex: Latex }) }),
  node('mention', { attrs: z.strictObject({ memberId: Id }) }),
]);

const Blocks = z.array(z.lazy(() => Block)).min(1);
const ListItem = node('listItem', { content: Blocks });

const cell = {
  attrs: z.strictObject({
    colspan: z.int().min(1).max(limits.TABLE_COLUMNS_MAX),
    rowspan: z.int().min(1).max(limits.TABLE_ROWS_MAX),
    colwidth: z.array(z.int().min(1).max(10_000)).max(limits.TABLE_COLUMNS_MAX).nullable(),
  }),
  content: Blocks,
};
const Cell = z.discriminatedUnion('type', [node('tableCell', cell), node('tableHeader', cell)]);
const Row = node('tableRow', { content: z.array(Cell).min(1).max(limits.TABLE_COLUMNS_MAX) });

const Block: z.ZodType<BlockNode> = z
  .discriminatedUnion('type', [
    node('paragraph', { content: z.array(Inline).optional() }),
    node('heading', {
      attrs: z.strictObject({ level: z.int().min(1).max(limits.HEADING_LEVELS) }),
      content: z.array(Inline).optional(),
    }),
    node('bulletList', { content: z.array(ListItem).min(1) }),
    node('orderedList', {
      attrs: z.strictObject({ start: z.int().min(0).max(1_000_000) }),
      content: z.array(ListItem).min(1),
    }),
    node('blockquote', { content: Blocks }),
    node('codeBlock', { content: z.array(node('text', { text })).optional() }),
    node('horizontalRule', {}),
    node('image', { attrs: z.strictObject({ fileId: Id, alt: z.string().max(limits.ALT_MAX) }) }),
    node('mathBlock', { attrs: z.strictObject({ latex: Latex }) }),
    node('table', { content: z.array(Row).min(1).max(limits.TABLE_ROWS_MAX) }),
  ])
  // It holds itself: an API description needs a name for it.
  .meta({ id: 'RichTextBlock' });

const Doc: z.ZodType<Document> = node('doc', { content: Blocks });

/** A node is an object in a list, and its attributes may hold a list: two levels of JSON each, and some to spare. */
const JSON_DEPTH_MAX = limits.RICH_TEXT_DEPTH_MAX * 2 + 4;
/** A node has at most this many values of its own: type, text, attributes, marks. */
const VALUES_PER_NODE = 12;

/**
 * Whether a value is small and flat enough to be looked at by rules that call themselves. It is the only part that sees
 * what nobody has checked yet, so it keeps its own stack.
 */
function isBounded(value: unknown): boolean {
  const waiting = [{ value, depth: 0 }];
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    values += 1;
    if (values > limits.RICH_TEXT_NODES_MAX * VALUES_PER_NODE || next.depth > JSON_DEPTH_MAX) return false;
    if (typeof next.value !== 'object' || next.value === null) continue;
    const children = Object.values(next.value);
    if (children.length > limits.RICH_TEXT_NODES_MAX * VALUES_PER_NODE) return false;
    for (const child of children) waiting.push({ value: child, depth: next.depth + 1 });
  }
  return true;
}

interface RichTextOptions {
  /** Characters of the plain text. */
  readonly max: number;
  /** Whether people may be named in it; not where nobody is to be known. */
  readonly mentions?: boolean;
  /** Whether it may show uploaded images. */
  readonly images?: boolean;
}

/** Rich text of a certain length, as a contract's field. Plain text is taken too, and becomes paragraphs. */
export const richText = ({
  max,
  mentions = false,
  images = false,
}: RichTextOptions): z.ZodType<Document, Document | string> =>
  z.preprocess(
    (value: Document | string) => {
      if (typeof value === 'string') return value.length > max ? undefined : richTextOf(value);
      return isBounded(value) ? value : undefined;
    },
    Doc.superRefine((document, context) => {
      const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
      let nodes = 0;
      for (const { type } of nodesOf(document)) {
        nodes += 1;
        if (type === 'mention' && !mentions) return refuse('mentions are not allowed here');
        if (type === 'image' && !images) return refuse('images are not allowed here');
      }
      if (nodes > limits.RICH_TEXT_NODES_MAX) refuse(`at most ${limits.RICH_TEXT_NODES_MAX} nodes`);
      if (plainTextOf(document).length > max) refuse(`at most ${max} characters`);
    }),
  );

/** What was taken before, in an answer; plain text from before texts were rich becomes paragraphs. */
export const StoredRichText = richText({ max: Infinity, mentions: true, images: true });
