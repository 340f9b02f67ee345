import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { fileIdsOf, isBlank, type RichText } from '../../contracts/plain-text.ts';

/** A file that is attached to a post. */
export interface PostFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
}

/** Every file of a post or a draft: attached, or shown in its text. */
export const filesIn = ({
  text,
  files,
}: {
  readonly text: RichText | null;
  readonly files: readonly Pick<PostFile, 'id'>[];
}): string[] => [...new Set([...files.map(({ id }) => id), ...(text ? fileIdsOf(text) : [])])];

/** Whether there is nothing to read in what somebody writes: files alone are enough. */
export const saysNothing = ({
  text,
  files,
}: {
  readonly text: RichText;
  readonly files: readonly unknown[];
}): boolean => isBlank(text) && files.length === 0;

/** What files belong to that people write in a discussion. */
export const POST_FILES = 'discussion-post';
/** What the files of a prompt belong to. */
export const PROMPT_FILES = 'discussion-prompt';

/** Every file of a prompt. */
export const filesOfPrompt = ({
  prompt,
  promptFiles,
}: Pick<DiscussionSettings, 'prompt' | 'promptFiles'>): string[] =>
  filesIn({ text: prompt, files: promptFiles.map(({ fileId }) => ({ id: fileId })) });
