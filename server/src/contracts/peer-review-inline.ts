import { z } from 'zod';
import { Id } from './endpoint.ts';
import * as limits from './limits.ts';

/** Comments on a place in a work (spec/peer-review.md item 6): a part of the review, under the same anonymity. */

const offset = z.int().min(0).max(limits.SUBMISSION_TEXT_MAX);
const TextAnchor = z
  .object({
    kind: z.literal('text'),
    /** Which passage of the text, in reading order (passages.ts). */
    block: z.int().min(0).max(limits.RICH_TEXT_NODES_MAX),
    start: offset,
    end: offset,
    quote: z.string().max(limits.QUOTE_MAX),
  })
  .refine(({ start, end }) => start <= end, { path: ['end'], error: 'not before the start' });

/** Of a page's width and height. */
const fraction = z.number().min(0).max(1);
/** Fractions are stored as they come, and sums of them are a little more than their sum. */
const ROUNDING = 1e-6;
const Area = z
  .object({
    x: fraction,
    y: fraction,
    width: fraction.refine((width) => width > 0, 'wider than nothing'),
    height: fraction.refine((height) => height > 0, 'higher than nothing'),
  })
  .refine(({ x, y, width, height }) => x + width <= 1 + ROUNDING && y + height <= 1 + ROUNDING, {
    error: 'within the page',
  });

const PageAnchor = z.object({
  kind: z.literal('page'),
  fileId: Id,
  /** From 1. */
  page: z.int().min(1).max(limits.PDF_PAGES_MAX),
  /** Null: the whole page. */
  area: Area.nullable(),
});

export const InlineComment = z.object({
  /** Tells the comments of one review apart while it is written; nobody but the reviewer gets it. */
  id: z.string().regex(/^[a-z0-9]{1,16}$/),
  /** The version of the work that it is about. */
  workVersion: z.int().min(1),
  anchor: z.discriminatedUnion('kind', [TextAnchor, PageAnchor]),
  text: z.string().trim().min(1).max(limits.INLINE_COMMENT_MAX),
  /** Of the criterion that it speaks to, where it speaks to one. */
  criterionId: z.string().max(40).optional(),
});

/** What somebody else than its reviewer reads of one. */
export const ShownInlineComment = InlineComment.omit({ id: true });

export const InlineComments = z
  .array(InlineComment)
  .max(limits.INLINE_COMMENTS_MAX)
  .refine((comments) => new Set(comments.map(({ id }) => id)).size === comments.length, 'each id once')
  .default([]);

export type InlineComment = z.output<typeof InlineComment>;
