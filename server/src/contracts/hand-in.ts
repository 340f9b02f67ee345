import { z } from 'zod';
import * as limits from './limits.ts';
import { isWebLink } from './web-link.ts';

const Taken = z.enum(['required', 'allowed', 'off']);

/** What is handed in (spec/peer-review.md item 2). All three off: a live presentation, with nothing to hand in. */
export const HandIn = z.object({
  text: Taken,
  files: Taken,
  links: Taken,
  /** Kinds of files that are taken, how large one may be, and how many one work may have. */
  fileGroups: z.array(z.enum(limits.FILE_GROUPS)).min(1),
  fileMegabytes: z
    .int()
    .min(1)
    .max(limits.FILE_BYTES_MAX / limits.MEGABYTE),
  filesMax: z.int().min(1).max(limits.WORK_FILES_MAX),
});
export type HandIn = z.output<typeof HandIn>;

/** Addresses on the web that are part of a work. */
export const WorkLinks = z
  .array(z.string().max(limits.LINK_MAX).refine(isWebLink, 'an address on the web'))
  .max(limits.WORK_LINKS_MAX)
  .refine((links) => new Set(links).size === links.length, 'each link once')
  .default([]);
