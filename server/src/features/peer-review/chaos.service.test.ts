import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import { GetQueue } from '../../contracts/insights.ts';
import { TakeNextWork } from '../../contracts/peer-review-pull.ts';
import { SaveExtension } from '../../contracts/timelines.ts';
import { AppError } from '../../core/app-error.ts';
import { makeEvent } from '../../core/events.ts';
import { below, type Random, seededRandom } from '../../core/random.ts';
import type { Caller } from '../../platform/http/ports.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.parse('2027-03-01T10:00:00Z');
const CLOSE = new Date(START + 6 * DAY_MS).toISOString();
const REVIEWS_CLOSE = new Date(START + 12 * DAY_MS).toISOString();
/** Events and jobs happen this often; in between, people act. */
const STEPS = 30;
const STEP_MS = (15 * DAY_MS) / STEPS;

let world: PeerReviewWorld;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());

interface Head {
  readonly _id: string;
  readonly submissionId: string;
  readonly authorId: string;
  readonly reviewerId: string;
  readonly state: string;
}

/** One person of the term, with a temper: some never do what they have begun. */
interface Someone {
  readonly caller: Caller;
  readonly abandons: boolean;
  left: boolean;
}

const headsOf = (room: Classroom): Promise<Head[]> =>
  world.connection
    .collection<Head>('reviews')
    .find({ activityId: room.activityId } as never)
    .toArray();

/** What is refused because of its time is a part of the term; everything else is a fault. */
async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

class Term {
  readonly people: Someone[];
  /** Reviews in which somebody has written something. */
  readonly begun = new Set<string>();
  private joined = 0;

  readonly room: Classroom;
  readonly random: Random;
  readonly isRolling: boolean;

  constructor(room: Classroom, random: Random, isRolling: boolean) {
    [this.room, this.random, this.isRolling] = [room, random, isRolling];
    this.people = room.learners.map((caller) => this.someone(caller));
  }

  private someone(caller: Caller): Someone {
    return { caller, abandons: this.random() < 0.2, left: false };
  }

  private present(): Someone | undefined {
    const there = this.people.filter(({ left }) => !left);
    return there[below(this.random, there.length)];
  }

  async act(): Promise<void> {
    const dice = this.random();
    const who = this.present();
    if (!who) return;
    if (dice < 0.06) return this.join();
    if (dice < 0.09) return this.leave(who);
    if (dice < 0.13) return this.extend(who);
    if (dice < 0.4) return this.handIn(who);
    return this.review(who);
  }

  private async join(): Promise<void> {
    this.joined += 1;
    this.people.push(this.someone(await world.join(this.room.scope, `Joiner ${this.joined}`)));
  }

  private async leave(who: Someone): Promise<void> {
    const { member, scope } = who.caller;
    who.left = true;
    const at = world.clock.now();
    const event = makeEvent({
      type: 'member.changed',
      at,
      actor: { kind: 'system', job: 'course.roster' },
      courseId: scope.courseId,
      subject: { kind: 'member', id: member.id },
      requestId: null,
      data: {},
    });
    await world.connection
      .collection('members')
      .updateOne(
        { _id: member.id as never },
        { $set: { status: 'left', eventsSince: at }, $push: { events: event as never } },
      );
  }

  private async extend({ caller }: Someone): Promise<void> {
    const handIn = new Date(Date.parse(CLOSE) + below(this.random, 48) * HOUR_MS).toISOString();
    const body = { until: { handIn }, zone: 'UTC', reason: 'Ill.', expectedRevision: 0 };
    await attempt(() =>
      this.room.call(this.room.instructor, SaveExtension, body, { memberId: caller.member.id }),
    );
  }

  private async handIn({ caller }: Someone): Promise<void> {
    await attempt(() => this.room.submit(caller, `Work of ${caller.member.id}`));
  }

  private async review({ caller, abandons }: Someone): Promise<void> {
    if (this.isRolling) await attempt(() => this.room.call(caller, TakeNextWork));
    const { reviewTasks } = await this.room.mine(caller);
    const open = reviewTasks.find(({ state }) => state !== 'submitted');
    if (!open) return;
    const { reviewId } = open;
    const { revision } = await this.room.getReview(caller, reviewId);
    const dice = this.random();
    // Some take a work and are never seen again, some write half a review.
    if (abandons && dice < 0.5) return;
    if (abandons || dice < 0.2) {
      if (await attempt(() => this.room.saveReview(caller, reviewId, { expectedRevision: revision })))
        this.begun.add(reviewId);
      return;
    }
    const done = await attempt(() =>
      this.room.submitReview(caller, reviewId, { expectedRevision: revision }),
    );
    if (done) this.begun.add(reviewId);
  }
}

/** What must hold at every moment. */
async function expectOrder({ room, begun }: Term): Promise<void> {
  const heads = await headsOf(room);
  expect(heads.filter(({ authorId, reviewerId }) => authorId === reviewerId)).toEqual([]);
  const pairs = heads.map(({ authorId, reviewerId }) => `${reviewerId} reviews ${authorId}`);
  expect(new Set(pairs).size).toBe(pairs.length);
  const there = new Set(heads.map(({ _id }) => _id));
  expect([...begun].filter((id) => !there.has(id))).toEqual([]);
}

/** Works with fewer finished reviews than they were to get, of people who are still there. */
async function shortWorks({ room, people }: Term, least: number): Promise<string[]> {
  const heads = await headsOf(room);
  const there = new Set(people.filter(({ left }) => !left).map(({ caller }) => caller.member.id));
  const works = await world.connection
    .collection('submissions')
    .find({ activityId: room.activityId })
    .toArray();
  const present = works.filter(({ authorId }) => there.has(String(authorId)));
  const wanted = Math.min(least, present.length - 1);
  const finished = (id: string) =>
    heads.filter(({ submissionId, state }) => submissionId === id && state === 'submitted').length;
  return present.map(({ _id }) => String(_id)).filter((id) => finished(id) < wanted);
}

async function inQueue({ room }: Term): Promise<number> {
  const { items } = GetQueue.response.parse(
    await world.call(room.instructor, GetQueue, { params: {}, query: { limit: '50' } }),
  );
  const matter = items.find(({ because }) => because.code === 'WORKS_SHORT');
  return Number(matter?.because.params['count'] ?? 0);
}

async function live(seed: string, givenOut: 'rolling' | 'atOnce'): Promise<Term> {
  const room = await gatherClassroom(world);
  const settings = { submissionsCloseAt: CLOSE, reviewsCloseAt: REVIEWS_CLOSE, givenOut };
  await room.change({ ...settings, reviewsPerLearner: 3, leastPerWork: givenOut === 'rolling' ? 2 : null });
  const term = new Term(room, seededRandom(seed), givenOut === 'rolling');
  for (let step = 0; step < STEPS; step++) {
    for (let acts = 3 + below(term.random, 6); acts > 0; acts--) await term.act();
    world.clock.time = new Date(START + (step + 1) * STEP_MS).toISOString();
    await world.settle();
    await expectOrder(term);
  }
  return term;
}

describe('a term with joiners, leavers, extensions, late work and people who stop halfway', () => {
  test.each([
    ['works are taken one at a time', 'rolling', 'one'],
    ['works are taken one at a time, otherwise', 'rolling', 'two'],
    ['works are given out at once', 'atOnce', 'three'],
  ] as const)(
    '%s: every work has its reviews or is before the staff, and nothing that was begun is lost',
    async (_how, givenOut, seed) => {
      const term = await live(seed, givenOut);
      const short = await shortWorks(term, givenOut === 'rolling' ? 2 : 3);
      expect(await inQueue(term)).toBe(short.length);
      // The term was none in which nothing happens.
      expect(term.begun.size).toBeGreaterThan(8);

      expect(term.people.filter(({ left }) => left).length).toBeGreaterThan(0);
      // Where all is given out at once, people who stop halfway leave works short: staff are told of them.
      if (!term.isRolling) expect(short.length).toBeGreaterThan(0);
    },
    120_000,
  );
});
