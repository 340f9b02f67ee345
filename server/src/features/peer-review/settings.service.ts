import type { LatePolicy } from '../../contracts/grading.ts';
import type { HandIn } from '../../contracts/hand-in.ts';
import { DEFAULT_GRADE_RULES, DEFAULT_HAND_IN, FILE_GROUPS } from '../../contracts/limits.ts';
import type { PeerReviewSettings } from '../../contracts/peer-review.ts';
import { asRichText, fileIdsOf, type RichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService, ActivitySettings, DateEffects } from '../activity/index.ts';
import type { Files } from '../files/index.ts';
import { anonymityEffects } from './anonymity.domain.ts';
import { instructionsItem } from './file-items.domain.ts';
import { effectsOf } from './grading-effects.domain.ts';
import type { PeerReview } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { settingsView } from './peer-review.views.ts';
import { decideSaveSettings } from './phases.domain.ts';
import { rubricIdOf } from './rubric-versions.domain.ts';
import { differenceOf } from './spot-checks.domain.ts';
import { scheduleOf, withChanges } from './timeline.domain.ts';
import { combinedWorks, type WeighReviewsService } from './weigh-reviews.service.ts';

const HAND_IN_BEFORE: HandIn = { ...DEFAULT_HAND_IN, fileGroups: [...FILE_GROUPS] };

/** What settings mean that were saved before one could choose. */
const GRADING_BEFORE = {
  late: null,
  columns: { kind: 'work' },
  workMethod: 'median',
  agreement: null,
  helpfulness: null,
  quality: null,
  rules: DEFAULT_GRADE_RULES,
  releaseMode: { kind: 'manual' },
  reviewsWithin: 'course',
  authors: { kind: 'learners' },
  reviewers: { kind: 'learners' },
  topicSetId: null,
  givenOut: 'atOnce',
  leastPerWork: null,
  feedbackCoach: true,
  inlineComments: true,
  measuresTime: false,
  calibration: null,
  selfAssessment: null,
  revision: null,
  backEvaluation: null,
  comparison: null,
  anonymity: 'nobodyKnows',
  handIn: HAND_IN_BEFORE,
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
  startsAt: activity.opening?.opensAt ?? activity.createdAt,
  handInExtended: false,
  datesLedBy: activity.datesLedBy,
  opening: activity.opening,
  met: [],
  revision: activity.revision,
  state: activity.state,
  phase: activity.phase,
  allocation: activity.allocation,
  release: activity.release,
  withdrawal: activity.withdrawal ?? null,
  reviewsWeighed: activity.reviewsWeighed ?? false,
  criteriaSet: activity.criteriaSet ?? false,
});

/** @throws AppError NOT_FOUND, also for an activity of another course. */
export const getPeerReview = async (
  activities: ActivityService,
  scope: CourseScope,
  activityId: string,
): Promise<PeerReview> => peerReviewOf(await activities.get(scope, activityId));

/** The peer review with one member's own dates in it. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN for a draft, and before it opens to them */
export async function getOwnPeerReview(
  activities: ActivityService,
  scope: CourseScope,
  activityId: string,
  memberId: string,
): Promise<PeerReview> {
  const { activity, changes, isOpen } = await activities.getFor(scope, activityId, memberId);
  if (activity.state === 'draft' || !isOpen) throw new AppError('ACTIVITY_NOT_OPEN');
  return withChanges(peerReviewOf(activity), changes);
}

/** Setting a peer review up. */
export function createSettingsService(
  activities: ActivityService,
  stores: Pick<PeerReviewStores, 'submissions' | 'progress' | 'reviews' | 'rubrics'>,
  authors: { readonly hasSet: (scope: CourseScope, setId: string) => Promise<boolean> },
  files: Pick<Files, 'keep'>,
  weighing: Pick<WeighReviewsService, 'weigh'>,
  dateEffects: DateEffects,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** Before it is changed: reviews that were written by it stay readable. */
  async function keepRubric(
    scope: CourseScope,
    { id, settings: { criteria } }: PeerReview,
    wanted: PeerReviewSettings,
  ): Promise<void> {
    const rubricId = rubricIdOf(criteria);
    if (rubricId === rubricIdOf(wanted.criteria)) return;
    await stores.rubrics.keep(scope, id, { rubricId, criteria, at: clock.now() });
  }

  /** @throws AppError ACTIVITY_HAS_WORK, NOT_FOUND for a group set that the course does not have */
  async function requireAuthors(
    scope: CourseScope,
    current: PeerReview | null,
    wanted: PeerReviewSettings,
  ): Promise<void> {
    const isSame = JSON.stringify(current?.settings.authors) === JSON.stringify(wanted.authors);
    if (isSame) return;
    // Whose a work is does not change when it is there.
    if (current && (await stores.submissions.countAll(scope, current.id)) > 0)
      throw new AppError('ACTIVITY_HAS_WORK');
    await requireSet(scope, wanted.authors);
  }

  async function requireSet(scope: CourseScope, who: PeerReviewSettings['authors']): Promise<void> {
    if (who.kind === 'groups' && !(await authors.hasSet(scope, who.setId)))
      throw new AppError('NOT_FOUND', { kind: 'groupSet' });
  }

  /** Who reviews is settled when reviews are given out. @throws AppError ACTIVITY_HAS_WORK, NOT_FOUND */
  async function requireReviewers(
    scope: CourseScope,
    current: PeerReview | null,
    { reviewers }: PeerReviewSettings,
  ): Promise<void> {
    if (JSON.stringify(current?.settings.reviewers) === JSON.stringify(reviewers)) return;
    if (current?.allocation) throw new AppError('ACTIVITY_HAS_WORK');
    await requireSet(scope, reviewers);
  }

  return {
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
      await requireAuthors(caller.scope, current && peerReviewOf(current), wanted);
      await requireReviewers(caller.scope, current && peerReviewOf(current), wanted);
      const { title, points, ...settings } = wanted;
      // What is there already needs no keeping: it may come from the course that this one was copied from.
      const known = new Set(current ? fileIdsOf(peerReviewOf(current).settings.instructions) : []);
      const added = fileIdsOf(wanted.instructions).filter((id) => !known.has(id));
      if (current?.allocation) await keepRubric(caller.scope, peerReviewOf(current), wanted);
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

    /** What saving would do to dates, grades, columns and the release. @throws AppError NOT_FOUND */
    async preview({ scope }: Caller, activityId: string, wanted: PeerReviewSettings) {
      const lateSince = ({ late }: PeerReviewSettings) =>
        late ? stores.submissions.countAfter(scope, activityId, graceEndOf(late)) : 0;
      const review = await getPeerReview(activities, scope, activityId);
      const combinedBy = async (method: PeerReviewSettings['workMethod']) =>
        review.settings.workMethod === wanted.workMethod
          ? []
          : combinedWorks(await weighing.weigh(scope, activityId, method), method);
      const schedules = {
        before: scheduleOf(review),
        after: scheduleOf({ startsAt: review.startsAt, settings: wanted }),
      };
      const [dates, counts, submitted, begun, lateBefore, lateAfter, before, after] = await Promise.all([
        // Nobody sees a draft.
        review.state === 'draft' ? [] : dateEffects(scope, activityId, schedules),
        stores.progress.findCounts(scope, activityId),
        stores.reviews.countIn(scope, activityId, 'submitted'),
        stores.reviews.countIn(scope, activityId, 'begun'),
        lateSince(review.settings),
        lateSince(wanted),
        combinedBy(review.settings.workMethod),
        combinedBy(wanted.workMethod),
      ]);
      const { gradable, submissions, reviewsDone } = counts;
      const combined = differenceOf(before, after);
      const written = { submitted, begun };
      const effects = effectsOf(review, wanted, { gradable, written, lateBefore, lateAfter, combined });
      const anonymous = anonymityEffects(review.settings, wanted, submissions + reviewsDone);
      return { effects: [...dates, ...effects, ...anonymous] };
    },
  };
}

const graceEndOf = ({ dueAt, graceMinutes }: LatePolicy): Date =>
  new Date(Date.parse(dueAt) + graceMinutes * 60_000);
