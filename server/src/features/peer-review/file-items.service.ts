import { fileIdsOf } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { FileAccess, FileItemRules, StoredFile } from '../files/index.ts';
import { workDraft } from './drafts.store.ts';
import { INSTRUCTIONS, WORK } from './file-items.domain.ts';
import type { WorkContent } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { submissionsOpen } from './phases.domain.ts';
import { getOwnPeerReview, getPeerReview, peerReviewOf } from './settings.service.ts';

/** Every file that a work refers to: attached, or shown in its text. */
export const filesOfWork = ({ text, files }: WorkContent): string[] => [
  ...new Set([...files.map(({ id }) => id), ...fileIdsOf(text)]),
];

/** Who may add and see the files of a peer review, by kind of item. */
export function createFileRules(
  stores: PeerReviewStores,
  activities: ActivityService,
  course: Pick<CourseService, 'getObserved'>,
  clock: Clock,
): Record<string, FileItemRules> {
  const instructions: FileItemRules = {
    // The activity may not be there yet: it gets its id where it is described.
    async requireUpload(caller) {
      if (!caller.can('activity.edit')) throw new AppError('FORBIDDEN', { permission: 'activity.edit' });
    },
    isAnonymous: () => Promise.resolve(false),
    accessTo: async (caller, files) =>
      caller.can('activity.read') || caller.can('observed.read')
        ? new Map(files.map(({ id }) => [id, 'whole']))
        : new Map(),
    async filesInUse(scope, activityId) {
      const activity = await activities.find(scope, activityId);
      return new Set(activity ? fileIdsOf(peerReviewOf(activity).settings.instructions) : []);
    },
  };

  const work: FileItemRules = {
    async requireUpload(caller, activityId) {
      if (!caller.can('submission.write'))
        throw new AppError('FORBIDDEN', { permission: 'submission.write' });
      const { scope, member } = caller;
      const [review, submission] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, member.id),
        stores.submissions.findByAuthor(scope, activityId, member.id),
      ]);
      if (!submissionsOpen(review, submission, clock.now())) throw new AppError('SUBMISSIONS_CLOSED');
    },
    isAnonymous: () => Promise.resolve(true),
    async accessTo(caller, files) {
      // What is only in a draft is its author's alone.
      const handedIn = files.filter(({ keptSince }) => keptSince !== null);
      if (caller.can('peerReview.overview')) return new Map(handedIn.map(({ id }) => [id, 'whole']));
      if (caller.can('observed.read')) return observerAccess(caller, handedIn);
      return reviewerAccess(caller, handedIn);
    },
    async filesInUse(scope: CourseScope, activityId: string, ownerId: string) {
      const draft = await stores.drafts.find(scope, workDraft(activityId, ownerId));
      return new Set(filesOfWork(draft.content));
    },
  };

  /** An observer sees what the learners have handed in whom they may observe right now. */
  async function observerAccess(
    caller: Caller,
    files: readonly StoredFile[],
  ): Promise<Map<string, FileAccess>> {
    const owners = [...new Set(files.map(({ ownerId }) => ownerId))];
    const observed = await Promise.all(
      owners.map((ownerId) =>
        course.getObserved(caller.scope, caller.member.id, ownerId).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
          throw error;
        }),
      ),
    );
    return new Map(
      files.flatMap(({ id, ownerId }) => (observed[owners.indexOf(ownerId)] ? [[id, 'whole' as const]] : [])),
    );
  }

  /** A reviewer sees the files of the very versions that are to be reviewed, without what names their author. */
  async function reviewerAccess(
    caller: Caller,
    files: readonly StoredFile[],
  ): Promise<Map<string, FileAccess>> {
    const access = new Map<string, FileAccess>();
    for (const activityId of new Set(files.map(({ item }) => item.id))) {
      const [review, tasks] = await Promise.all([
        getPeerReview(activities, caller.scope, activityId),
        stores.reviews.listByReviewer(caller.scope, activityId, caller.member.id),
      ]);
      if (review.phase === 'submission') continue;
      const owners = new Set(files.map(({ ownerId }) => ownerId));
      const versions = await Promise.all(
        tasks
          .filter(({ authorId }) => owners.has(authorId))
          .map((task) =>
            stores.submissions.findVersion(caller.scope, task.submissionId, task.submissionVersion),
          ),
      );
      for (const version of versions) {
        for (const id of version ? filesOfWork(version) : []) access.set(id, 'anonymous');
      }
    }
    return access;
  }

  return { [INSTRUCTIONS]: instructions, [WORK]: work };
}
