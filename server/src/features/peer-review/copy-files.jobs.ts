import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, doerOf } from '../../core/events.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { CopiedFrom } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { Files } from '../files/index.ts';
import { instructionsItem } from './file-items.domain.ts';

const COPY_FILES = 'peer-review.copy-files';
const AGAIN_MS = 10 * 60_000;
/** An original that is a copy itself may not have its files yet; after this time they are taken to be gone. */
const GIVE_UP_MS = 24 * 60 * 60_000;

const Payload = z.object({
  courseId: z.string(),
  activityId: z.string(),
  ownerId: z.string(),
  from: z.object({ courseId: z.string(), activityId: z.string(), fileIds: z.array(z.string()) }),
  at: z.string(),
}) satisfies z.ZodType<{ from: CopiedFrom }>;

/** Has the images of a copied activity's instructions copied, too. */
export async function copyFilesSoon(
  jobs: Jobs,
  { courseId }: CourseScope,
  { subject, actor, at, data }: DomainEvent,
): Promise<void> {
  const from = Payload.shape.from.safeParse(data['copiedFrom']).data;
  if (!from || from.fileIds.length === 0) return;
  const payload = { courseId, activityId: subject.id, ownerId: doerOf(actor), from, at: at.toISOString() };
  await jobs.enqueue({ type: COPY_FILES, key: subject.id, payload });
}

export function defineCopyFilesJob(
  jobs: Jobs,
  files: Pick<Files, 'copy'>,
  findScope: CourseService['findScope'],
  clock: Clock,
): void {
  jobs.define(COPY_FILES, async (payload) => {
    const { courseId, activityId, ownerId, from, at } = Payload.parse(payload);
    const [there, scope] = await Promise.all([findScope(from.courseId), findScope(courseId)]);
    if (!there || !scope) return DONE;
    const to = { scope, item: instructionsItem(activityId), ownerId };
    const { missing } = await files.copy(there, from.fileIds, to);
    const now = clock.now().getTime();
    const isOver = missing === 0 || now > Date.parse(at) + GIVE_UP_MS;
    return isOver ? DONE : { type: 'again', at: new Date(now + AGAIN_MS) };
  });
}
