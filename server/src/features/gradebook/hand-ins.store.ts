import type { CourseScope } from '../../core/course-scope.ts';
import { insertMissing } from '../../platform/database/insert-once.ts';
import { NO_LEASE, type SlotDocument, type SlotModel } from './grade-slot-model.store.ts';

/** A version of somebody's work that was handed in, for the slot of the activity's main column. */
export interface RecordedHandIn {
  readonly slotId: string;
  readonly activityId: string;
  readonly columnId: string;
  readonly memberId: string;
  readonly version: number;
  readonly at: Date;
}

export type HandInStore = ReturnType<typeof createHandInStore>;

/** Hand-ins in the slots: the newest version of each, and what the LMS was told of it. */
export const createHandInStore = (Slots: SlotModel) => {
  /** Of a version that is newer than the slot's; a slot that has none yet counts as older. */
  const updateOf = (scope: CourseScope, { slotId, version, at }: RecordedHandIn, now: Date) => ({
    updateOne: {
      filter: { _id: slotId, courseId: scope.courseId, 'handIn.version': { $not: { $gte: version } } },
      // A pipeline, since what the LMS was told of an older version is kept. No attempt left was about that one.
      update: [
        {
          $set: {
            handIn: { version, at, told: { $ifNull: ['$handIn.told', null] }, attempt: null },
            problem: { $cond: [{ $eq: ['$problem.code', 'ATTEMPTS_EXHAUSTED'] }, null, '$problem'] },
            dueAt: now,
          },
        },
      ],
    },
  });

  return {
    /** Keeps the newest version of each; older ones change nothing, and repeating the call changes nothing. */
    async record(scope: CourseScope, handIns: readonly RecordedHandIn[], now: Date): Promise<void> {
      const updates = handIns.map((handIn) => updateOf(scope, handIn, now));
      await Slots.bulkWrite(updates, { ordered: true });
      const ids = handIns.map(({ slotId }) => slotId);
      const known = await Slots.find({ _id: { $in: ids }, courseId: scope.courseId }, { _id: 1 }).lean();
      const knownIds = new Set(known.map(({ _id }) => _id));
      const missing = handIns.filter(({ slotId }) => !knownIds.has(slotId));
      // The last of several versions of one person is the newest in the slot either way.
      if (
        await insertMissing(
          Slots,
          missing.map((handIn) => documentOf(scope, handIn, now)),
        )
      )
        return;
      await Slots.bulkWrite(updates, { ordered: true });
    },
  };
};

const documentOf = (
  scope: CourseScope,
  { slotId, activityId, columnId, memberId, version, at }: RecordedHandIn,
  now: Date,
): SlotDocument => ({
  _id: slotId,
  ...scope,
  activityId,
  columnId,
  memberId,
  entries: [],
  spilled: 0,
  want: null,
  sent: null,
  deliveries: [],
  handIn: { version, at, told: null, attempt: null },
  dueAt: now,
  ...NO_LEASE,
  attempt: null,
  tries: 0,
  problem: null,
  events: [],
});
