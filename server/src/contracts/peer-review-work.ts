import { z } from 'zod';
import { Anonymity } from './anonymity.ts';
import { Id, Timestamp } from './endpoint.ts';
import { AttachedFileView } from './files.ts';
import { HandIn, WorkLinks } from './hand-in.ts';
import * as limits from './limits.ts';
import { richText, StoredRichText } from './rich-text.ts';

/** A work: text, files and links, as far as the activity takes them. Nobody is named in it. */
export const workBody = {
  text: richText({ max: limits.SUBMISSION_TEXT_MAX, images: true }),
  /** Ids of finished uploads for this work, in the order they are shown in. */
  files: z
    .array(Id)
    .max(limits.WORK_FILES_MAX)
    .refine((ids) => new Set(ids).size === ids.length, 'each file once')
    .default([]),
  links: WorkLinks,
};

/** The caller's own work: what was handed in last, and the draft with the revision that the next save must name. */
export const OwnSubmissionView = z.object({
  submission: z
    .object({
      version: z.int(),
      text: StoredRichText,
      files: z.array(AttachedFileView),
      links: z.array(z.string()),
      submittedAt: Timestamp,
    })
    .nullable(),
  /** Revision 0 and nothing in it when nothing was saved yet. */
  draft: z.object({
    text: StoredRichText,
    files: z.array(AttachedFileView),
    links: z.array(z.string()),
    revision: z.int(),
    savedAt: Timestamp.nullable(),
    /** Who else of the group saved it; null: the caller, or nobody. */
    savedBy: z.string().nullable(),
  }),
  /** What holds for what is handed in now: never less than was promised for an earlier version. */
  promise: Anonymity,
  /** What is taken. */
  handIn: HandIn,
});
