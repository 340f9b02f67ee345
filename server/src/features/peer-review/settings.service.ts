import type { LatePolicy } from '../../contracts/grading.ts';
import { DEFAULT_GRADE_RULES } from '../../contracts/limits.ts';
import type { PeerReviewSettings } from '../../contracts/peer-review.ts';
import { asRichText, fileIdsOf, type RichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService, ActivitySettings } from '../activity/index.ts';
import type { Files } from '../files/index.ts';
import { instructionsItem } from './file-items.domain.ts';
import { effectsOf } from './grading-effects.domain.ts';
import type { PeerReview } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { settingsView } from './peer-review.views.ts';
import { decideSaveSettings } from './phases.domain.ts';
import { withChanges } from './timeline.domain.ts';

/** What settings mean that were saved before one could choose. */
const GRADING_BEFORE = {
  late: null,
  columns: { kind: 'work' },
  rules: DEFAULT_GRADE_RULES,
  releaseMode: { kind: 'manual' },
} as const;

/** The settings of this type: title and points are the activity's. */
export const settingsOf = ({ title, points, settings }: ActivitySettings): PeerReviewSettings => ({
  ...GRADING_BEFORE,
  ...(settings as Omit<PeerReviewSettings, 'title' | 'points'>),
  instructions: asRichText(settings['instructions'] as RichText | string),
  title,
  points,
});

/** A peer review from the activity that holds it: title and points are the activity's, the rest is of this type. */
export const peerReviewOf = (activity: Activity): PeerReview => ({
  id: activity.id,
  courseId: activity.courseId,
  settings: settingsOf(activity),
  startsAt: activity.createdAt,
  handInExtended: false,
  revision: activity.revision,
  state: activity.state,
  phase: activity.phase,
  allocation: activity.allocation,
  release: activity.release,
  withdrawal: activity.withdrawal ?? null,
});

/** @throws AppError NOT_FOUND, also for an activity of another course. */
export const getPeerReview = async (
  activities: ActivityService,
  scope: CourseScope,
  activityId: string,
): Promise<PeerReview> => peerReviewOf(await activities.get(scope, activityId));

/** The peer review with one member's own dates in it. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN for a draft */
export async function getOwnPeerReview(
  activities: ActivityService,
  scope: CourseScope,
  activityId: string,
  memberId: string,
): Promise<PeerReview> {
  const { activity, changes } = await activities.getFor(scope, activityId, memberId);
  if (activity.state === 'draft') throw new AppError('ACTIVITY_NOT_OPEN');
  return withChanges(peerReviewOf(activity), changes);
}

/** Setting a peer review up. */
export const createSettingsService = (
  activities: ActivityService,
  { submissions, progress }: Pick<PeerReviewStores, 'submissions' | 'progress'>,
  files: Pick<Files, 'keep'>,
  eventsWritten: () => void,
) => ({
  /**
   * Creates the peer review or changes it; repeating a call changes nothing.
   *
   * @throws AppError ACTIVITY_HAS_WORK, FILE_MISSING, STALE_REVISION, ACTIVITY_ID_TAKEN, NOT_FOUND
   */
  async save(
    caller: Caller,
    activityId: string,
    wanted: PeerReviewSettings,
    expectedRevision: number,
    state: 'draft' | 'published',
  ) {
    const current = await activities.find(caller.scope, activityId);
    const decision = decideSaveSettings(current && peerReviewOf(current), wanted);
    if (decision.type === 'refuse') throw new AppError(decision.reason);
    const { title, points, ...settings } = wanted;
    // What is there already needs no keeping: it may come from the course that this one was copied from.
    const known = new Set(current ? fileIdsOf(peerReviewOf(current).settings.instructions) : []);
    const added = fileIdsOf(wanted.instructions).filter((id) => !known.has(id));
    await files.keep(caller.scope, instructionsItem(activityId), added);
    const saved = await activities.save(
      caller.scope,
      activityId,
      { title, points, settings },
      expectedRevision,
      { actor: caller.actor, requestId: caller.requestId },
      // What may change was decided by this: an allocation that began meanwhile makes the save stale.
      { 'allocation.runId': current?.allocation?.runId ?? null },
      state,
    );
    eventsWritten();
    return settingsView(peerReviewOf(saved), { edit: caller.can('activity.edit') });
  },

  /** @throws AppError NOT_FOUND */
  async get(caller: Caller, activityId: string) {
    const review = await getPeerReview(activities, caller.scope, activityId);
    return settingsView(review, { edit: caller.can('activity.edit') });
  },

  /** What saving would do to grades, columns and the release. @throws AppError NOT_FOUND */
  async preview({ scope }: Caller, activityId: string, wanted: PeerReviewSettings) {
    const lateSince = ({ late }: PeerReviewSettings) =>
      late ? submissions.countAfter(scope, activityId, graceEndOf(late)) : 0;
    const review = await getPeerReview(activities, scope, activityId);
    const [{ gradable }, lateBefore, lateAfter] = await Promise.all([
      progress.findCounts(scope, activityId),
      lateSince(review.settings),
      lateSince(wanted),
    ]);
    return { effects: effectsOf(review, wanted, { gradable, lateBefore, lateAfter }) };
  },
});

const graceEndOf = ({ dueAt, graceMinutes }: LatePolicy): Date =>
  new Date(Date.parse(dueAt) + graceMinutes * 60_000);
