import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, doerOf } from '../../core/events.ts';
import type { CopiedFrom } from '../activity/index.ts';
import type { Files } from '../files/index.ts';
import { instructionsItem } from './file-items.domain.ts';

/** What is to be copied for which activity, and whose it will be. */
interface Copying {
  readonly courseId: string;
  readonly activityId: string;
  readonly ownerId: string;
  readonly from: CopiedFrom;
  /** When the activity was copied, ISO 8601. */
  readonly since: string;
}

const AGAIN_MS = 10 * 60_000;
/** An original that is a copy itself may not have its files yet; after this time they are taken to be gone. */
const GIVE_UP_MS = 24 * 60 * 60_000;

export type CopyFilesService = ReturnType<typeof createCopyFilesService>;

/** Images in the instructions of a copied activity: they become files of the copy's own course. */
export const createCopyFilesService = (
  files: Pick<Files, 'copy'>,
  findScope: (courseId: string) => Promise<CourseScope | null>,
  clock: Clock,
) => ({
  /** What is to be copied because an activity was made, as the payload of a job; null when it is nothing. */
  toCopy({ courseId, subject, actor, at, data }: DomainEvent): (Copying & Record<string, unknown>) | null {
    const from = data['copiedFrom'] as CopiedFrom | undefined;
    if (!from || from.fileIds.length === 0) return null;
    return { courseId, activityId: subject.id, ownerId: doerOf(actor), from, since: at.toISOString() };
  },

  /** Copies; repeating it changes nothing. @returns when to try again, or null when nothing is left to do. */
  async copy(payload: Record<string, unknown>): Promise<Date | null> {
    const { courseId, activityId, ownerId, from, since } = payload as unknown as Copying;
    const [there, scope] = await Promise.all([findScope(from.courseId), findScope(courseId)]);
    if (!there || !scope) return null;
    const to = { scope, item: instructionsItem(activityId), ownerId };
    const { missing } = await files.copy(there, from.fileIds, to);
    const now = clock.now().getTime();
    return missing === 0 || now > Date.parse(since) + GIVE_UP_MS ? null : new Date(now + AGAIN_MS);
  },
});
