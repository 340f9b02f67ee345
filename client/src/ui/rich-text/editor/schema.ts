import { type Extensions, mergeAttributes, Node } from '@tiptap/core';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Heading } from '@tiptap/extension-heading';
import { Link } from '@tiptap/extension-link';
import { OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import {
  ALT_MAX,
  FORMULA_MAX,
  HEADING_LEVELS,
  LINK_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { LINK_PATTERN } from '../../../../../server/src/contracts/plain-text.ts';

/**
 * The nodes and marks of `contracts/rich-text.ts` for the editor, with exactly their attributes: what it makes is what the
 * server takes. Pasted HTML is read by the rules here alone, so whatever they do not name is left out.
 */

const LEVELS = [1, 2, 3] as const satisfies { length: typeof HEADING_LEVELS };
/** Headings above a text on its page: the page's and its section's. */
const LEVELS_ABOVE = 2;

const Headings = Heading.extend({
  parseHTML: () => [
    ...LEVELS.map((level) => ({ tag: `h${level}`, attrs: { level } })),
    // No heading is lost in a paste: the deeper ones become the lowest.
    ...['h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: HEADING_LEVELS } })),
  ],
  // The text stands under the headings of its page, and is read out as a part of it.
  renderHTML: ({ node, HTMLAttributes }) => [
    `h${node.attrs['level']}`,
    mergeAttributes(HTMLAttributes, { 'aria-level': Number(node.attrs['level']) + LEVELS_ABOVE }),
    0,
  ],
}).configure({ levels: [...LEVELS] });

const isAllowedLink = (href: unknown): boolean =>
  typeof href === 'string' && href.length <= LINK_MAX && LINK_PATTERN.test(href);

const SafeLink = Link.extend({
  addAttributes: () => ({ href: { default: null } }),
  inclusive: false,
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  isAllowedUri: isAllowedLink,
  shouldAutoLink: isAllowedLink,
  HTMLAttributes: { target: null, rel: null, class: null },
});

const PlainOrderedList = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) =>
        Math.min(Math.max(Number(element.getAttribute('start') ?? 1) || 1, 0), 1e6),
    },
  }),
});

const PlainCodeBlock = CodeBlock.extend({ addAttributes: () => ({}) });

const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'colspan') },
  rowspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'rowspan') },
  // How wide a column is, is for the reader's screen to say.
  colwidth: { default: null, parseHTML: () => null },
});

const spanOf = (element: HTMLElement, name: string): number =>
  Math.min(Math.max(Number(element.getAttribute(name) ?? 1) || 1, 1), 30);

/** An uploaded file, shown in the text. */
export const UploadedImage = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    fileId: { default: null, parseHTML: (element: HTMLElement) => element.dataset['file'] },
    alt: {
      default: '',
      parseHTML: (element: HTMLElement) => (element.getAttribute('alt') ?? '').slice(0, ALT_MAX),
    },
  }),
  // Only an image that was uploaded: one from another site would tell that site who reads.
  parseHTML: () => [{ tag: 'img[data-file]' }],
  renderHTML: ({ node }) => [
    'img',
    { 'data-file': String(node.attrs['fileId']), alt: String(node.attrs['alt']) },
  ],
});

const formula = (name: 'mathInline' | 'mathBlock', tag: 'span' | 'div') =>
  Node.create({
    name,
    group: name === 'mathInline' ? 'inline' : 'block',
    inline: name === 'mathInline',
    atom: true,
    addAttributes: () => ({
      latex: {
        default: null,
        parseHTML: (element: HTMLElement) => (element.dataset['latex'] ?? '').slice(0, FORMULA_MAX),
        renderHTML: ({ latex }: Record<string, unknown>) => ({ 'data-latex': latex }),
      },
    }),
    parseHTML: () => [{ tag: `${tag}[data-latex]` }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes],
    renderText: ({ node }) => String(node.attrs['latex']),
  });

/** Formulas, as LaTeX writes them. */
export const MathInline = formula('mathInline', 'span');
export const MathBlock = formula('mathBlock', 'div');

/** A person of the course, by id: the name is looked up where the text is read. */
export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    memberId: {
      default: null,
      parseHTML: (element: HTMLElement) => element.dataset['member'],
      renderHTML: ({ memberId }: Record<string, unknown>) => ({ 'data-member': memberId }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-member]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
});

/** What every editor has. @param isShared where several write at once, what one undoes is known elsewhere */
export const baseExtensions = ({ isShared = false } = {}): Extensions => [
  StarterKit.configure({
    ...(isShared && { undoRedo: false }),
    heading: false,
    link: false,
    orderedList: false,
    codeBlock: false,
    underline: false,
    // The text ends where it ends: an empty paragraph at the end would be one more change to save.
    trailingNode: false,
  }),
  Headings,
  SafeLink,
  PlainOrderedList,
  PlainCodeBlock,
  Table.configure({ resizable: false }),
  TableRow,
  TableCell.extend({ addAttributes: cellAttributes }),
  TableHeader.extend({ addAttributes: cellAttributes }),
];
