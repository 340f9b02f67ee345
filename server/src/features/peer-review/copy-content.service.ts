import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, doerOf, makeEvent } from '../../core/events.ts';
import { copyIdOf } from '../../core/ids.ts';
import { type CopiedFrom, withFiles } from '../activity/index.ts';
import type { Files } from '../files/index.ts';
import type { Example } from './calibration.domain.ts';
import { exampleItem, instructionsItem } from './file-items.domain.ts';
import { filesOfWork } from './file-items.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';

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

export type CopyContentService = ReturnType<typeof createCopyContentService>;

/** What follows a copied activity: the images in its instructions, and its example works with their scores. */
export function createCopyContentService(
  { calibrations }: Pick<PeerReviewStores, 'calibrations'>,
  files: Pick<Files, 'copy'>,
  findScope: (courseId: string) => Promise<CourseScope | null>,
  clock: Clock,
) {
  /** @param there the course of the original. @returns how many of its files are not there yet */
  async function copyExample(
    there: CourseScope,
    scope: CourseScope,
    example: Example,
    { activityId, ownerId }: Pick<Copying, 'activityId' | 'ownerId'>,
    isLast: boolean,
  ): Promise<number> {
    const { courseId } = scope;
    const to = { scope, item: exampleItem(activityId), ownerId };
    const { missing } = await files.copy(there, filesOfWork(example), to);
    if (missing > 0 && !isLast) return missing;
    const rename = (fileId: string): string => copyIdOf(courseId, fileId);
    const now = clock.now();
    const copy: Example = {
      ...example,
      id: copyIdOf(activityId, example.id),
      courseId,
      activityId,
      text: withFiles(example.text, rename),
      files: example.files.map((file) => ({ ...file, id: rename(file.id) })),
      revision: 1,
      savedAt: now,
    };
    const event = makeEvent({
      type: 'example.saved',
      at: now,
      actor: { kind: 'system', job: 'peer-review.copy' },
      requestId: null,
      courseId,
      subject: { kind: 'example', id: copy.id },
      data: { activityId, revision: 1, copyOf: example.id },
    });
    // Once it was there, it is the staff's to change or take away.
    await calibrations.saveExample(scope, copy, event);
    return missing;
  }

  return {
    /** What is to be copied because an activity was made, as the payload of a job; null when it is no copy. */
    toCopy({ courseId, subject, actor, at, data }: DomainEvent): (Copying & Record<string, unknown>) | null {
      const from = data['copiedFrom'] as CopiedFrom | undefined;
      if (!from) return null;
      return { courseId, activityId: subject.id, ownerId: doerOf(actor), from, since: at.toISOString() };
    },

    /** Copies; repeating it changes nothing. @returns when to try again, or null when nothing is left to do. */
    async copy(payload: Record<string, unknown>): Promise<Date | null> {
      const copying = payload as unknown as Copying;
      const { courseId, activityId, ownerId, from, since } = copying;
      const [there, scope] = await Promise.all([findScope(from.courseId), findScope(courseId)]);
      if (!there || !scope) return null;
      const now = clock.now().getTime();
      const isLast = now > Date.parse(since) + GIVE_UP_MS;
      const to = { scope, item: instructionsItem(activityId), ownerId };
      let { missing } = await files.copy(there, from.fileIds, to);
      for (const example of await calibrations.listExamples(there, from.activityId))
        missing += await copyExample(there, scope, example, copying, isLast);
      return missing === 0 || isLast ? null : new Date(now + AGAIN_MS);
    },
  };
}
