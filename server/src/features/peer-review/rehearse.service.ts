import { richTextOf } from '../../contracts/plain-text.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { inventedRating } from './invented-rating.domain.ts';
import type { OwnReadsService } from './read-own.service.ts';
import type { createPullReviewsService } from './pull-reviews.service.ts';
import type { SubmitComparisonService } from './submit-comparison.service.ts';
import type { createSubmitReviewService } from './submit-review.service.ts';
import type { createSubmitWorkService } from './submit-work.service.ts';

interface Services {
  readonly own: OwnReadsService;
  readonly work: Pick<ReturnType<typeof createSubmitWorkService>, 'submit'>;
  readonly pulling: Pick<ReturnType<typeof createPullReviewsService>, 'take'>;
  readonly reviewing: Pick<ReturnType<typeof createSubmitReviewService>, 'submit'>;
  readonly comparing: Pick<SubmitComparisonService, 'get' | 'submit'>;
}

/** Shares of the points that invented reviewers give, so that grades differ. */
const SHARES = [0.6, 0.7, 0.8, 0.9, 1];

/** Does what a learner of a rehearsal could do by hand, by the same services. */
export function createRehearsalSource({ own, work, reviewing, pulling, comparing }: Services) {
  async function handIn(caller: Caller, activityId: string, text: string): Promise<number> {
    const page = await own.activity(caller, activityId);
    if (page.submission || !page.can.submit) return 0;
    const { draft } = await own.submission(caller, activityId);
    const content = { text: richTextOf(text), files: [] };
    await work.submit(caller, activityId, {
      ...content,
      expectedVersion: 0,
      expectedRevision: draft.revision,
    });
    return 1;
  }

  async function write(caller: Caller, activityId: string, reviewId: string, index: number, text: string) {
    const { criteria, revision } = await own.review(caller, activityId, reviewId);
    const share = SHARES[(index + reviewId.length + reviewId.charCodeAt(0)) % SHARES.length] ?? 1;
    const ratings = criteria.map((criterion) => inventedRating(criterion, share, text));
    const comment = richTextOf(text);
    await reviewing.submit(caller, activityId, reviewId, { ratings, comment, expectedRevision: revision });
  }

  async function compare(caller: Caller, activityId: string, id: string, text: string): Promise<void> {
    const { criteria, left, right, revision } = await comparing.get(caller, activityId, id);
    // All judge by one measure, as people would who mostly agree.
    const isLeft = left.pseudonym.length + (id.charCodeAt(0) % 3) > right.pseudonym.length;
    const better = isLeft ? ('left' as const) : ('right' as const);
    const comment = richTextOf(text);
    await comparing.submit(caller, activityId, id, {
      choices: criteria.map(({ id: criterionId }) => ({ criterionId, better })),
      leftComment: comment,
      rightComment: comment,
      expectedRevision: revision,
    });
  }

  async function review(caller: Caller, activityId: string, text: string): Promise<number> {
    const page = await own.activity(caller, activityId);
    if (!page.can.review) return 0;
    if (page.rolling) return reviewRolling(caller, activityId, text, page.reviewsAsked);
    const left = page.reviewTasks.filter(({ state }) => state !== 'submitted');
    for (const [index, { reviewId }] of left.entries())
      await (page.comparing
        ? compare(caller, activityId, reviewId, text)
        : write(caller, activityId, reviewId, index, text));
    return left.length;
  }

  /** Takes one work after the other. */
  async function reviewRolling(caller: Caller, activityId: string, text: string, most: number) {
    for (let written = 0; written < most; written++) {
      const { reviewId, done, of } = await pulling.take(caller, activityId);
      if (reviewId === null || done >= of) return written;
      await write(caller, activityId, reviewId, written, text);
    }
    return most;
  }

  return {
    fill: (caller: Caller, activityId: string, step: 'handIn' | 'review', text: string): Promise<number> =>
      (step === 'handIn' ? handIn : review)(caller, activityId, text),
  };
}
