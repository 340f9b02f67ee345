import * as contract from '../../server/src/contracts/peer-review.ts';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import type { Endpoint } from '../../server/src/contracts/endpoint.ts';
import { GetGradeHistory, GradeHistoryView, OverrideGrade } from '../../server/src/contracts/gradebook.ts';
import type { CourseScope } from '../../server/src/core/course-scope.ts';
import { columnIdOf, MAIN_COLUMN, newId } from '../../server/src/core/ids.ts';
import type { Caller } from '../../server/src/platform/http/ports.ts';
import { buildScope, buildSettings, type PeerReviewWorld } from './peer-review.ts';

/** A review that fits the rubric of `buildSettings`: 8 of 10 points. */
export const FULL_REVIEW = {
  ratings: [
    { criterionId: 'argument', points: 5 },
    { criterionId: 'style', points: 3 },
  ],
  comment: richTextOf('Clear thesis.'),
};

export type Classroom = Awaited<ReturnType<typeof gatherClassroom>>;

/** A course of its own with an instructor, six learners and a peer review, at ten o'clock. */
export async function gatherClassroom(world: PeerReviewWorld) {
  world.clock.time = '2027-03-01T10:00:00Z';
  const scope: CourseScope = buildScope();
  const activityId = newId();
  const instructor = await world.join(scope, 'Iris Teacher', { role: 'instructor' });
  const learners: Caller[] = [];
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dov', 'Eva', 'Finn']) {
    learners.push(await world.join(scope, `${name} Learner`));
  }

  const call = (caller: Caller, endpoint: Endpoint, body?: unknown, rest = {}) =>
    world.call(caller, endpoint, { params: { activityId, ...rest }, body });

  const room = {
    scope,
    activityId,
    instructor,
    learners,
    call,
    save: (settings: contract.PeerReviewSettings, expectedRevision: number) =>
      call(instructor, contract.SavePeerReview, { settings, expectedRevision }),
    mine: async (caller: Caller) =>
      contract.LearnerActivityView.parse(await call(caller, contract.GetLearnerActivity)),
    submission: async (caller: Caller) =>
      contract.OwnSubmissionView.parse(await call(caller, contract.GetOwnSubmission)),
    overview: async () => contract.StaffOverviewView.parse(await call(instructor, contract.GetStaffOverview)),
    submit: (caller: Caller, text: string, expectedVersion = 0, expectedRevision = 0, files: string[] = []) =>
      call(caller, contract.SubmitWork, { text, files, expectedVersion, expectedRevision }),
    person(index: number): Caller {
      const caller = learners[index];
      if (!caller) throw new Error(`no learner ${index}`);
      return caller;
    },
    async startReviews(): Promise<void> {
      for (const [index, learner] of learners.entries()) await room.submit(learner, `Work number ${index}`);
      await call(instructor, contract.StartReviews);
      await world.settle();
    },
    async firstTask(caller: Caller): Promise<string> {
      const [task] = (await room.mine(caller)).reviewTasks;
      if (!task) throw new Error('nothing to review');
      return task.reviewId;
    },
    getReview: async (caller: Caller, reviewId: string) =>
      contract.ReviewerReviewView.parse(await call(caller, contract.GetReview, undefined, { reviewId })),
    submitReview: (caller: Caller, reviewId: string, body: object) =>
      call(caller, contract.SubmitReview, { ...FULL_REVIEW, expectedRevision: 0, ...body }, { reviewId }),
    saveReview: (caller: Caller, reviewId: string, body: object) =>
      call(caller, contract.SaveReviewDraft, { ...FULL_REVIEW, expectedRevision: 0, ...body }, { reviewId }),
    async reviewAll(): Promise<void> {
      for (const learner of learners) {
        for (const { reviewId } of (await room.mine(learner)).reviewTasks) {
          await room.submitReview(learner, reviewId, {});
        }
      }
    },
    async release(): Promise<void> {
      await call(instructor, contract.ReleaseGrades);
      await world.settle();
    },
    /** Results for some alone. */
    async releaseTo(...chosen: readonly Caller[]): Promise<void> {
      await call(instructor, contract.ReleaseTo, { memberIds: chosen.map(({ member }) => member.id) });
      await world.settle();
    },
    async withdraw(): Promise<void> {
      await call(instructor, contract.WithdrawGrades);
      await world.settle();
    },
    /** Changes some settings, as they are then in force. */
    async change(overrides: Partial<contract.PeerReviewSettings>): Promise<void> {
      const { settings, revision } = contract.SettingsView.parse(
        await call(instructor, contract.GetPeerReviewSettings),
      );
      await room.save({ ...settings, ...overrides }, revision);
      await world.settle();
    },
    history: async (of: Caller, key = MAIN_COLUMN, query: object = {}) =>
      GradeHistoryView.parse(
        await world.call(instructor, GetGradeHistory, {
          params: { columnId: columnIdOf(activityId, key), memberId: of.member.id },
          query: { ...query },
        }),
      ),
    /** What staff decide about somebody's grade; makes it effective. */
    async override(of: Caller, body: object, key = MAIN_COLUMN, by = instructor) {
      const answer = await world.call(by, OverrideGrade, {
        params: { columnId: columnIdOf(activityId, key), memberId: of.member.id },
        body: {
          grade: { kind: 'computed' },
          lateWaived: false,
          reason: 'Because.',
          expectedRevision: 0,
          ...body,
        },
      });
      await world.settle();
      return GradeHistoryView.parse(answer);
    },
  };
  await room.save(buildSettings(), 0);
  await world.settle();
  return room;
}
