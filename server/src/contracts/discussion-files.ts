import { z } from 'zod';
import { AnonymousFileView, AttachedFileView } from './files.ts';
import { Id } from './endpoint.ts';
import { POST_FILES_MAX } from './moderation-limits.ts';

/** Files of a post, by their ids. */
export const PostFileIds = z
  .array(Id)
  .max(POST_FILES_MAX)
  .refine((ids) => new Set(ids).size === ids.length, 'each file once')
  .default([]);

/** Files of a post as its readers get them: without names where those would tell whose they are. */
export const PostFileViews = z.array(z.union([AttachedFileView, AnonymousFileView]));

/** The same of a prompt: staff’s have their names. */
export const PromptFileViews = z.array(AttachedFileView);

/** Files of a prompt. Their ids are named as in texts, so that copies of an activity refer to copies of its files. */
export const PromptFiles = z
  .array(z.object({ fileId: Id, ...AttachedFileView.omit({ id: true }).shape }))
  .max(POST_FILES_MAX)
  .refine((files) => new Set(files.map(({ fileId }) => fileId)).size === files.length, 'each file once');
