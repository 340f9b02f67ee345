import { MEGABYTE } from '../../contracts/limits.ts';
import { fileIdsOf } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { FileAccess, FileItemRules, StoredFile } from '../files/index.ts';
import type { AuthorGroups, AuthorStanding } from './author-groups.service.ts';
import { hidesAuthor, promiseOf } from './anonymity.domain.ts';
import { revisionDraft, workDraft } from './drafts.domain.ts';
import { INSTRUCTIONS, WORK } from './file-items.domain.ts';
import { takesType } from './hand-in.domain.ts';
import type { PeerReview, Review, WorkContent } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { submissionsOpen } from './phases.domain.ts';
import { revisionWindow } from './revision.domain.ts';
import { getPeerReview, peerReviewOf } from './settings.service.ts';

/** Every file that a work refers to: attached, or shown in its text. */
export const filesOfWork = ({ text, files }: WorkContent): string[] => [
  ...new Set([...files.map(({ id }) => id), ...fileIdsOf(text)]),
];

/** Work that somebody is to review, or to compare with another. */
type Task = Pick<Review, 'group' | 'authorId' | 'state' | 'submissionId' | 'submissionVersion'>;

/** Who may add and see the files of a peer review, by kind of item. */
export function createFileRules(
  stores: PeerReviewStores,
  activities: ActivityService,
  authors: Pick<AuthorGroups, 'setOf' | 'standingOf' | 'draftsOf'>,
  course: Pick<CourseService, 'listObserved'>,
  clock: Clock,
  hasPassed: (caller: Caller, review: PeerReview) => Promise<boolean>,
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
      const { review, submission, shared, draftOf } = await authors.standingOf(scope, activityId, member.id);
      const now = clock.now();
      const isRevising = revisionWindow(review, shared !== null, now) === 'open';
      if (isRevising) return;
      if (draftOf === null) throw new AppError('NOT_IN_GROUP');
      if (!submissionsOpen(review, submission, now)) throw new AppError('SUBMISSIONS_CLOSED');
    },
    async takes(scope, activityId) {
      const { handIn } = (await getPeerReview(activities, scope, activityId)).settings;
      return { bytes: handIn.fileMegabytes * MEGABYTE, type: (type) => takesType(handIn, type) };
    },
    isAnonymous: async (scope, activityId) =>
      hidesAuthor((await getPeerReview(activities, scope, activityId)).settings.anonymity),
    async accessTo(caller, files) {
      // What is only in a draft is its author's, or the group's, alone.
      const handedIn = files.filter(({ keptSince }) => keptSince !== null);
      if (caller.can('peerReview.overview')) return new Map(handedIn.map(({ id }) => [id, 'whole']));
      if (caller.can('observed.read')) return observerAccess(caller, handedIn);
      const [asFellow, asReviewer] = await Promise.all([
        fellowAccess(caller, files),
        reviewerAccess(caller, handedIn),
      ]);
      return new Map([...asReviewer, ...asFellow]);
    },
    async filesInUse(scope: CourseScope, activityId: string, ownerId: string) {
      const [review, work] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        stores.submissions.findByAuthor(scope, activityId, ownerId),
      ]);
      const writers = await authors.draftsOf(scope, review, ownerId);
      const [revised, ...drafts] = await Promise.all([
        stores.drafts.find(scope, revisionDraft(activityId, work?.authorId ?? ownerId)),
        ...writers.map((id) => stores.drafts.find(scope, workDraft(activityId, id))),
      ]);
      return new Set([...drafts, revised].flatMap(({ content }) => filesOfWork(content)));
    },
  };

  /** Of a group's work everybody who writes it sees all files, whoever has brought them. */
  async function fellowAccess(
    caller: Caller,
    files: readonly StoredFile[],
  ): Promise<Map<string, FileAccess>> {
    const { scope, member } = caller;
    const seen: string[] = [];
    for (const { activityId, standing } of await standingsIn(scope, files, [member.id])) {
      const { shared, draftOf } = standing;
      const [handedIn, draft, revised] = await Promise.all([
        filesHandedIn(scope, activityId, standing),
        draftOf === null ? null : stores.drafts.find(scope, workDraft(activityId, draftOf)),
        shared && stores.drafts.find(scope, revisionDraft(activityId, shared.authorId)),
      ]);
      seen.push(...handedIn);
      for (const { content } of [draft, revised].filter((one) => one !== null))
        seen.push(...filesOfWork(content));
    }
    return new Map(seen.map((id) => [id, 'whole']));
  }

  /** Where some members stand in the activities of some files, where groups hand in. */
  async function standingsIn(scope: CourseScope, files: readonly StoredFile[], memberIds: readonly string[]) {
    const found: { readonly activityId: string; readonly standing: AuthorStanding }[] = [];
    for (const activityId of new Set(files.map(({ item }) => item.id))) {
      const review = await getPeerReview(activities, scope, activityId);
      if (authors.setOf(scope, review) === null) continue;
      for (const memberId of memberIds)
        found.push({ activityId, standing: await authors.standingOf(scope, activityId, memberId, false) });
    }
    return found;
  }

  /** Of the work that a member sees as the group's: what is handed in now, and as a revision. */
  async function filesHandedIn(
    scope: CourseScope,
    activityId: string,
    { submission, shared }: AuthorStanding,
  ): Promise<string[]> {
    const [version, revision] = await Promise.all([
      submission && stores.submissions.findVersion(scope, submission.id, submission.version),
      shared && stores.revisions.findLast(scope, activityId, shared.authorId),
    ]);
    return [version, revision].flatMap((content) => (content ? filesOfWork(content) : []));
  }

  /** An observer sees what the learners have handed in whom they may observe right now. */
  async function observerAccess(
    caller: Caller,
    files: readonly StoredFile[],
  ): Promise<Map<string, FileAccess>> {
    const { scope, member } = caller;
    const observed = (await course.listObserved(scope, member.id)).map(({ id }) => id);
    const own = files.filter(({ ownerId }) => observed.includes(ownerId)).map(({ id }) => id);
    // Of a group's work also what others have brought.
    const standings = await standingsIn(scope, files, observed);
    const shared = await Promise.all(
      standings.map(({ activityId, standing }) => filesHandedIn(scope, activityId, standing)),
    );
    return new Map([...own, ...shared.flat()].map((id) => [id, 'whole']));
  }

  /** A reviewer sees the files of the very versions that are to be reviewed, without what names a hidden author. */
  async function reviewerAccess(
    caller: Caller,
    files: readonly StoredFile[],
  ): Promise<Map<string, FileAccess>> {
    const access = new Map<string, FileAccess>();
    for (const activityId of new Set(files.map(({ item }) => item.id))) {
      const [review, reviews, compared] = await Promise.all([
        getPeerReview(activities, caller.scope, activityId),
        stores.reviews.listByReviewer(caller.scope, activityId, caller.member.id),
        stores.comparisons.listByReviewers(caller.scope, activityId, [caller.member.id]),
      ]);
      const tasks: readonly Task[] = [
        ...reviews,
        ...compared.flatMap(({ left, right, state }) => [
          { ...left, state },
          { ...right, state },
        ]),
      ];
      if (review.phase === 'submission') continue;
      const owners = new Set(files.map(({ ownerId }) => ownerId));
      const isOpen = await hasPassed(caller, review);
      const wanted = tasks.filter(
        (task) => (task.group || owners.has(task.authorId)) && (isOpen || task.state !== 'toDo'),
      );
      const [works, ...versions] = await Promise.all([
        stores.submissions.findByAuthors(
          caller.scope,
          activityId,
          wanted.map(({ authorId }) => authorId),
        ),
        ...wanted.map((task) =>
          stores.submissions.findVersion(caller.scope, task.submissionId, task.submissionVersion),
        ),
      ]);
      const promises = new Map(works.map((work) => [work.id, promiseOf(work)]));
      for (const version of versions) {
        if (!version) continue;
        const promise = promises.get(version.submissionId) ?? 'nobodyKnows';
        const seen = hidesAuthor(promise) ? 'anonymous' : 'whole';
        for (const id of filesOfWork(version)) access.set(id, seen);
      }
    }
    return access;
  }

  return { [INSTRUCTIONS]: instructions, [WORK]: work };
}
