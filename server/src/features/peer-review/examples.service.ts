import { EXAMPLES_MAX } from '../../contracts/limits.ts';
import type { RichText } from '../../contracts/plain-text.ts';
import type { InlineComment } from '../../contracts/peer-review-inline.ts';
import type { Rating } from '../../contracts/peer-review-settings.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { Files } from '../files/index.ts';
import { type Example, EXAMPLE_VERSION, isReady } from './calibration.domain.ts';
import { exampleListView, exampleView } from './calibration.views.ts';
import { exampleItem } from './file-items.domain.ts';
import { filesOfWork } from './file-items.service.ts';
import { areOnWork } from './inline-comments.domain.ts';
import { ownFilesOf } from './own-files.service.ts';
import type { WorkFile } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { getPeerReview } from './settings.service.ts';
import { checkScores, normalRatings } from './submit-review.domain.ts';

interface SavedExample {
  readonly title: string;
  readonly text: RichText;
  readonly files: readonly string[];
  readonly ratings: readonly Rating[];
  readonly comment: RichText;
  readonly inline: readonly InlineComment[];
  readonly expectedRevision: number;
}

export type ExamplesService = ReturnType<typeof createExamplesService>;

/** Example works with what staff give them. */
export function createExamplesService(
  { calibrations }: Pick<PeerReviewStores, 'calibrations'>,
  activities: ActivityService,
  files: Pick<Files, 'keep' | 'findReady'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  const eventOf = (
    { actor, requestId, scope }: Caller,
    type: 'example.saved' | 'example.removed',
    exampleId: string,
    data: Record<string, unknown>,
  ) =>
    makeEvent({
      type,
      at: clock.now(),
      actor,
      requestId,
      courseId: scope.courseId,
      subject: { kind: 'example', id: exampleId },
      data,
    });

  /** Files that were in it, of whichever colleague, and those that the caller adds. */
  async function attached(
    caller: Caller,
    before: Example | null,
    ids: readonly string[],
  ): Promise<WorkFile[]> {
    const known = new Map((before?.files ?? []).map((file) => [file.id, file]));
    const added = await ownFilesOf(
      files,
      caller,
      ids.filter((id) => !known.has(id)),
    );
    const all = new Map([...known, ...added.map((file) => [file.id, file] as const)]);
    return ids.map((id) => {
      const chosen = all.get(id);
      if (!chosen) throw new AppError('FILE_MISSING');
      return chosen;
    });
  }

  async function list({ scope }: Caller, activityId: string) {
    const [review, examples] = await Promise.all([
      getPeerReview(activities, scope, activityId),
      calibrations.listExamples(scope, activityId),
    ]);
    const { criteria } = review.settings;
    return exampleListView(
      review,
      examples.map((example) => ({ example, isReady: isReady(example, criteria) })),
    );
  }

  async function get({ scope }: Caller, activityId: string, exampleId: string) {
    const [review, example] = await Promise.all([
      getPeerReview(activities, scope, activityId),
      calibrations.findExample(scope, activityId, exampleId),
    ]);
    return exampleView(review, exampleId, example, EXAMPLE_VERSION);
  }

  return {
    /** @throws AppError NOT_FOUND */
    list,

    /** @throws AppError NOT_FOUND */
    get,

    /**
     * Adds an example or changes it. Scores may be left out until later: learners see it when all are there.
     *
     * @throws AppError STALE_REVISION, SUBMISSION_EMPTY, EXAMPLES_TOO_MANY, RATING_OUT_OF_RANGE, FILE_MISSING,
     *   INLINE_PLACE_UNKNOWN, NOT_FOUND
     */
    async save(caller: Caller, activityId: string, exampleId: string, wanted: SavedExample) {
      const { scope, member } = caller;
      const [review, examples] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        calibrations.listExamples(scope, activityId),
      ]);
      const before = examples.find(({ id }) => id === exampleId) ?? null;
      if (!before && examples.length >= EXAMPLES_MAX)
        throw new AppError('EXAMPLES_TOO_MANY', { most: EXAMPLES_MAX });
      const { title, text, comment, inline, expectedRevision } = wanted;
      const ratings = normalRatings(review.settings.criteria, wanted.ratings);
      const refusal = checkScores(review, { text, files: wanted.files, ratings });
      if (refusal) throw new AppError(refusal.reason, { criterionId: refusal.criterionId });
      const attachedFiles = await attached(caller, before, wanted.files);
      if (!areOnWork(inline, { text, files: attachedFiles }, EXAMPLE_VERSION))
        throw new AppError('INLINE_PLACE_UNKNOWN');
      const now = clock.now();
      const example: Example = {
        id: exampleId,
        courseId: scope.courseId,
        activityId,
        title,
        text,
        files: attachedFiles,
        ratings,
        comment,
        inline,
        revision: expectedRevision + 1,
        createdAt: before?.createdAt ?? now,
        savedAt: now,
      };
      const known = new Set(before ? filesOfWork(before) : []);
      const added = filesOfWork(example).filter((id) => !known.has(id));
      await files.keep(scope, exampleItem(activityId), added, member.id);
      const event = eventOf(caller, 'example.saved', exampleId, {
        activityId,
        revision: example.revision,
        ratings: ratings.map(({ criterionId, points }) => ({ criterionId, points })),
      });
      if (!(await calibrations.saveExample(scope, example, event)))
        throw new AppError('STALE_REVISION', { revision: before?.revision ?? 0 });
      eventsWritten();
      return exampleView(review, exampleId, example, EXAMPLE_VERSION);
    },

    /** Takes an example away; repeating it changes nothing. @throws AppError NOT_FOUND */
    async remove(caller: Caller, activityId: string, exampleId: string) {
      const event = eventOf(caller, 'example.removed', exampleId, { activityId });
      if (await calibrations.removeExample(caller.scope, activityId, exampleId, event)) eventsWritten();
      return list(caller, activityId);
    },
  };
}
