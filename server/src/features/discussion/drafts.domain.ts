import { filesIn, type PostFile } from './post-files.domain.ts';
import type { Side } from './modes.domain.ts';
import { emptyRichText, type RichText, sameRichText } from '../../contracts/plain-text.ts';

/** What somebody types: of a new thread also its title. */
export interface PostContent {
  readonly title: string;
  readonly text: RichText;
  readonly files: readonly PostFile[];
  /** Of a debate. */
  readonly side: Side | null;
  /** Of a new thread: ids of the tags that were chosen. */
  readonly tags: readonly string[];
}

export interface PostDraft extends PostContent {
  /** 0: nothing was ever saved. */
  readonly revision: number;
  readonly savedAt: Date | null;
}

export const emptyContent = (): PostContent => ({
  title: '',
  text: emptyRichText(),
  files: [],
  side: null,
  tags: [],
});

/** What there is before anything was saved. */
export const noDraft = (): PostDraft => ({ ...emptyContent(), revision: 0, savedAt: null });

export const sameContent = (a: PostContent, b: PostContent): boolean =>
  a.title === b.title &&
  a.side === b.side &&
  a.tags.join() === b.tags.join() &&
  filesIn({ ...a, text: null }).join() === filesIn({ ...b, text: null }).join() &&
  sameRichText(a.text, b.text);

/** What a draft is for, as its id says it. */
export const NEW_THREAD = 'new';
export const replyTarget = (threadId: string, n: number): string => `${threadId}-${n}`;
export const editTarget = (threadId: string, n: number): string => `${threadId}-${n}-edit`;
