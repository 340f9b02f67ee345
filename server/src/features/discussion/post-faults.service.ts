import type { ErrorCode } from '../../contracts/errors.ts';
import { AppError } from '../../core/app-error.ts';
import { type Promised, promiseTo } from '../../core/name-promise.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Files } from '../files/index.ts';
import type { Discussion, Post } from './discussion.domain.ts';
import type { PostContent } from './drafts.domain.ts';
import type { PeopleService } from './people.service.ts';
import { filesIn, POST_FILES } from './post-files.domain.ts';

interface PostFault {
  readonly reason: ErrorCode;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type FindPostFault = ReturnType<typeof createFindPostFault>;

/**
 * Why a post may not mention whom it mentions, or not have the files that it has; null: it may, and its files stay from
 * then on.
 */
export const createFindPostFault =
  (people: Pick<PeopleService, 'findMentionFault'>, files: Pick<Files, 'keep' | 'requireAnonymous'>) =>
  /** @param before the post that is changed */
  async (
    caller: Caller,
    { id, settings }: Discussion,
    spaces: readonly (string | null)[],
    content: Pick<PostContent, 'text' | 'files'>,
    before: Pick<Post, 'mentions' | 'promise'> | null = null,
  ): Promise<PostFault | null> => {
    const { scope, member } = caller;
    const reason = await people.findMentionFault(scope, settings, spaces, content.text, before?.mentions);
    if (reason) return { reason };
    const ids = filesIn(content);
    if (ids.length === 0) return null;
    const promise: Promised = before?.promise ?? promiseTo(settings.anonymity, isStaff(member.role));
    try {
      if (promise !== 'none') await files.requireAnonymous(scope, ids);
      await files.keep(scope, { kind: POST_FILES, id }, ids, member.id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { reason: error.code, details: error.details };
    }
    return null;
  };
