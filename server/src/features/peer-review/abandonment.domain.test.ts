import { describe, expect, test } from '@jest/globals';
import { buildPeerReview, buildReview, inReview } from '../../../../test/factories/peer-review-entities.ts';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import { below, type Random, seededRandom } from '../../core/random.ts';
import type { Review } from './peer-review.domain.ts';
import {
  decideNext,
  heldFrom,
  inOrder,
  isLive,
  leastOf,
  nextTurn,
  type QueuedWork,
} from './pull-queue.domain.ts';

const HOUR_MS = 3_600_000;
const OPEN_HOURS = 7 * 24;
const REVIEW_HOURS = 7 * 24;
const START = Date.parse('2027-03-01T00:00:00Z');

/**
 * A class by the hour: learners hand in until the date, most of them late; they come back from time to time and take
 * what there is. A share of them stops halfway: after a number of reviews they take one more and are never seen again.
 * The trace is what Open edX's queue was measured with: five to write, three to get (algorithms §1).
 */
class Trace {
  readonly works: QueuedWork[] = [];
  readonly reviews: Review[] = [];
  private readonly learners: { id: string; at: number; stopsAfter: number }[];
  private readonly random: Random;
  private readonly peerReview = buildPeerReview({
    ...inReview,
    settings: buildSettings({
      givenOut: 'rolling',
      reviewsPerLearner: 5,
      leastPerWork: 3,
      submissionsCloseAt: this.at(OPEN_HOURS).toISOString(),
      reviewsCloseAt: this.at(OPEN_HOURS + REVIEW_HOURS).toISOString(),
    }),
  });

  constructor(size: number, abandonment: number, seed: string) {
    const random = seededRandom(seed);
    this.random = random;
    this.learners = Array.from({ length: size }, (_, index) => ({
      id: `m${index}`,
      // The nearer the date, the more.
      at: Math.floor(OPEN_HOURS * Math.sqrt(random())),
      stopsAfter: random() < abandonment ? below(random, 5) : Infinity,
    }));
  }

  private at(hour: number): Date {
    return new Date(START + hour * HOUR_MS);
  }

  run(): { unfinished: number; own: number; twice: number } {
    for (let hour = 0; hour <= OPEN_HOURS + REVIEW_HOURS; hour++) this.pass(hour);
    const finished = (id: string): number =>
      this.reviews.filter(({ submissionId, state }) => submissionId === id && state === 'submitted').length;
    const pairs = this.reviews.map(({ reviewerId, authorId }) => `${reviewerId} ${authorId}`);
    return {
      unfinished:
        this.works.filter(({ id }) => finished(id) < leastOf(this.peerReview)).length / this.works.length,
      own: this.reviews.filter(({ reviewerId, authorId }) => reviewerId === authorId).length,
      twice: pairs.length - new Set(pairs).size,
    };
  }

  private pass(hour: number): void {
    const now = this.at(hour);
    // What nobody has begun goes back.
    for (let index = this.reviews.length - 1; index >= 0; index--) {
      const review = this.reviews[index];
      if (review && review.state === 'toDo' && !isLive(review, now)) this.reviews.splice(index, 1);
    }
    for (const [index, { takers, ...work }] of this.works.entries()) {
      const live = this.reviews.filter((one) => one.submissionId === work.id && isLive(one, now));
      this.works[index] = { ...work, taken: live.length, takers: live.map(({ reviewerId }) => reviewerId) };
    }
    for (const learner of this.learners) {
      if (learner.at === hour) this.handIn(learner.id, now);
      // Twice a day, somebody looks in.
      else if (learner.at < hour && this.random() < 1 / 12) this.visit(learner, now);
    }
  }

  private handIn(authorId: string, submittedAt: Date): void {
    this.works.push({
      id: `w-${authorId}`,
      courseId: 'course',
      activityId: 'activity',
      authorId,
      version: 1,
      pool: '',
      submittedAt,
      taken: 0,
      takers: [],
      serial: 0,
      revision: 0,
    });
  }

  private visit({ id, stopsAfter }: { id: string; stopsAfter: number }, now: Date): void {
    const own = this.reviews.filter(({ reviewerId }) => reviewerId === id);
    const open = own.find(({ state }) => state === 'toDo');
    if (own.length > stopsAfter || (own.length === stopsAfter && open)) return;
    if (open) {
      this.reviews[this.reviews.indexOf(open)] = { ...open, state: 'submitted' };
      return;
    }
    const seen = new Set([id, ...own.map(({ authorId }) => authorId)]);
    const takeable = this.works
      .filter(({ authorId }) => !seen.has(authorId))
      .sort((a, b) => a.taken - b.taken || a.submittedAt.getTime() - b.submittedAt.getTime());
    const [fewest = null] = takeable;
    const next = decideNext({ peerReview: this.peerReview, handedIn: true, own, fewest }, now);
    if (next.state !== 'ready' && next.state !== 'offer') return;
    const reviewers = new Set(this.works.find(({ authorId }) => authorId === id)?.takers);
    const [work] = inOrder(takeable.slice(0, 16), reviewers, leastOf(this.peerReview));
    if (!work) return;
    this.works[this.works.indexOf(work)] = { ...work, taken: work.taken + 1, takers: [...work.takers, id] };
    this.reviews.push(
      buildReview({
        id: `${work.id}-${id}`,
        submissionId: work.id,
        authorId: work.authorId,
        reviewerId: id,
        turn: nextTurn(own),
        heldUntil: heldFrom(now),
      }),
    );
  }
}

describe('five to write, three to get, and a fifth of the class stops halfway', () => {
  test.each([
    [100, 'a'],
    [300, 'b'],
    [500, 'c'],
  ])('at most 2 %% of %i works are unfinished, nobody reviews their own or one twice', (size, seed) => {
    const { unfinished, own, twice } = new Trace(size, 0.2, seed).run();
    expect(unfinished).toBeLessThanOrEqual(0.02);
    expect([own, twice]).toEqual([0, 0]);
  });

  test('where nobody stops, every work is finished', () => {
    expect(new Trace(200, 0, 'd').run().unfinished).toBe(0);
  });
});
