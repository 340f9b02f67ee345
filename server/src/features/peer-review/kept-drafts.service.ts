import type { ErrorCode } from '../../contracts/errors.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DraftKey } from './drafts.domain.ts';
import type { DraftStore } from './drafts.store.ts';
import type { Draft } from './peer-review.domain.ts';

export interface DraftSaved {
  readonly revision: number;
  readonly savedAt: string;
}

/** Why something is not submitted, and whether what was written stays as the draft. */
interface Refusal {
  readonly reason: ErrorCode;
  readonly keepDraft: boolean;
  readonly criterionId?: string | undefined;
}

/** More rounds than requests of one person come at a time. */
const ROUNDS = 5;

/**
 * Repeats an attempt that was overtaken: each further round means that another request of the same person got through in
 * between.
 *
 * @throws AppError STALE_REVISION
 */
export async function untilThrough(attempt: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) if (await attempt()) return;
  throw new AppError('STALE_REVISION');
}

/** Drafts of works, revisions and reviews: what one types is kept, and no tab writes over another's. */
export function createKeptDrafts(drafts: Pick<DraftStore, 'find' | 'save'>, clock: Clock) {
  /** Brings the draft to `content`. @param by who writes, where several may @returns its revision after it, or null when another tab saved meanwhile. */
  async function bring<Content>(
    scope: CourseScope,
    key: DraftKey<Content>,
    draft: Draft<Content>,
    content: Content,
    by: string | null = null,
  ): Promise<number | null> {
    if (draft.revision > 0 && key.same(draft.content, content)) return draft.revision;
    const saved = await drafts.save(scope, key, key.only(content), draft.revision, clock.now(), by);
    return saved ? draft.revision + 1 : null;
  }

  return {
    bring,

    /** Keeps what is typed. @throws AppError STALE_REVISION when another tab saved something else meanwhile */
    async save<Content>(
      scope: CourseScope,
      key: DraftKey<Content>,
      content: Content,
      expectedRevision: number,
      by: string | null = null,
    ): Promise<DraftSaved> {
      const now = clock.now();
      if (await drafts.save(scope, key, key.only(content), expectedRevision, now, by))
        return { revision: expectedRevision + 1, savedAt: now.toISOString() };
      const current = await drafts.find(scope, key);
      // The same save came again after its answer was lost.
      if (current.savedAt && key.same(current.content, content))
        return { revision: current.revision, savedAt: current.savedAt.toISOString() };
      throw new AppError('STALE_REVISION', { revision: current.revision });
    },

    /** Keeps what was refused as the draft where the decision says so, then tells why. */
    async refuse<Content>(
      scope: CourseScope,
      key: DraftKey<Content>,
      draft: Draft<Content>,
      { reason, keepDraft, criterionId }: Refusal,
      content: Content,
      by: string | null = null,
    ): Promise<never> {
      const kept = keepDraft ? await bring(scope, key, draft, content, by) : null;
      throw new AppError(reason, {
        ...(criterionId !== undefined && { criterionId }),
        revision: kept ?? draft.revision,
      });
    },
  };
}
