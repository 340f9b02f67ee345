import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Plan, Slot } from './presentations.domain.ts';

/** `_id`: the project. */
type PlanDocument = Omit<Plan, 'activityId'> & Eventful & { _id: string; courseId: string };
/** `_id`: the slot. A free one has no group, so that the index sees those that are booked. */
type SlotDocument = Omit<Slot, 'slotId'> & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const carried = {
  events: { type: [Schema.Types.Mixed] as never, required: true },
  eventsSince: Date,
} as const;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const planSchema = new Schema<PlanDocument>(
  {
    _id: required,
    courseId: required,
    booking: required as never,
    criteria: { type: Schema.Types.Mixed, required: true } as never,
    peerReviewId: { type: String, default: null } as never,
    timer: { type: Schema.Types.Mixed, default: null } as never,
    revision: number,
    ...carried,
  },
  options,
).index({ courseId: 1, _id: 1 });

const slotSchema = new Schema<SlotDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    startsAt: { type: Date, required: true },
    minutes: number,
    place: { type: String, default: '' },
    groupId: String,
    absentIds: { type: [String] as never, required: true },
    revision: number,
    ...carried,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, startsAt: 1 })
  // A group presents once, whoever of its members books at the same time.
  .index(
    { courseId: 1, activityId: 1, groupId: 1 },
    { unique: true, partialFilterExpression: { groupId: { $exists: true } } },
  );

const WITHOUT_EVENTS = { events: 0, eventsSince: 0 } as const;

const toSlot = ({ _id, courseId, ...slot }: SlotDocument): Slot => ({ slotId: _id, ...slot });

export type PresentationStore = ReturnType<typeof createPresentationStore>;

/** Queries of `presentationPlans` and `presentationSlots`. */
export function createPresentationStore(connection: Connection) {
  const Plans = defineCollection(connection, 'presentationPlans', planSchema, { events: true });
  const Slots = defineCollection(connection, 'presentationSlots', slotSchema, { events: true });

  return {
    async findPlan({ courseId }: CourseScope, activityId: string): Promise<Plan | null> {
      const found = await Plans.findOne({ _id: activityId, courseId }, WITHOUT_EVENTS).lean<PlanDocument>();
      if (!found) return null;
      const { booking, criteria, peerReviewId, timer, revision } = found;
      return { activityId, booking, criteria, peerReviewId, timer, revision };
    },

    /** Who fills the slots of some projects, by their ids. */
    async listBookings({ courseId }: CourseScope, activityIds: readonly string[]) {
      const found = await Plans.find({ courseId, _id: { $in: activityIds } }, { booking: 1 }).lean<
        Pick<PlanDocument, '_id' | 'booking'>[]
      >();
      return new Map(found.map(({ _id, booking }) => [_id, booking]));
    },

    /** @param plan with the revision that it gets. @returns false when somebody was faster */
    async savePlan(
      { courseId }: CourseScope,
      { activityId: _id, ...plan }: Plan,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      if (plan.revision === 1) return insertOnce(Plans, { _id, courseId, ...plan, events: [event], ...$set });
      const { matchedCount } = await Plans.updateOne(
        { _id, courseId, revision: plan.revision - 1 },
        { $set: { ...plan, ...$set }, $push },
      );
      return matchedCount > 0;
    },

    async listSlots({ courseId }: CourseScope, activityId: string): Promise<Slot[]> {
      const found = await Slots.find({ courseId, activityId }, WITHOUT_EVENTS)
        .sort({ startsAt: 1, _id: 1 })
        .lean<SlotDocument[]>();
      return found.map(toSlot);
    },

    /** The slots of some projects. */
    async listSlotsOf({ courseId }: CourseScope, activityIds: readonly string[]): Promise<Slot[]> {
      const of = { courseId, activityId: { $in: activityIds } };
      return (await Slots.find(of, WITHOUT_EVENTS).lean<SlotDocument[]>()).map(toSlot);
    },

    async findSlot({ courseId }: CourseScope, slotId: string): Promise<Slot | null> {
      const found = await Slots.findOne({ _id: slotId, courseId }, WITHOUT_EVENTS).lean<SlotDocument>();
      return found && toSlot(found);
    },

    /** When some groups present in some projects. */
    async listSlotsOfGroups(
      { courseId }: CourseScope,
      activityIds: readonly string[],
      groupIds: readonly string[],
    ): Promise<Slot[]> {
      const of = { courseId, activityId: { $in: activityIds }, groupId: { $in: groupIds } };
      return (await Slots.find(of, WITHOUT_EVENTS).lean<SlotDocument[]>()).map(toSlot);
    },

    /** Says something of a slot that changes nothing of it. */
    async say({ courseId }: CourseScope, slotId: string, event: DomainEvent): Promise<void> {
      await Slots.updateOne({ _id: slotId, courseId }, pushEvents(event));
    },

    /** When and where it is, with the revision that it gets. @returns false when somebody was faster */
    async saveSlot(
      { courseId }: CourseScope,
      { slotId: _id, activityId, startsAt, minutes, place, revision }: Slot,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const content = { startsAt, minutes, place, revision };
      if (revision === 1)
        return insertOnce(Slots, {
          _id,
          courseId,
          activityId,
          ...content,
          absentIds: [],
          events: [event],
          ...$set,
        });
      const { matchedCount } = await Slots.updateOne(
        { _id, courseId, activityId, revision: revision - 1 },
        { $set: { ...content, ...$set }, $push },
      );
      return matchedCount > 0;
    },

    /** @returns false when it is gone, or a group has it */
    async removeSlot({ courseId }: CourseScope, activityId: string, slotId: string): Promise<boolean> {
      const free = { _id: slotId, courseId, activityId, groupId: { $exists: false } };
      return (await Slots.deleteOne(free)).deletedCount > 0;
    },

    /**
     * Gives a free slot to a group, or frees one that it has.
     *
     * @returns `taken` when the slot has another group by now, `placed` when the group has another slot
     */
    async book(
      { courseId }: CourseScope,
      { slotId, activityId, groupId: before }: Pick<Slot, 'slotId' | 'activityId' | 'groupId'>,
      groupId: string | null,
      event: DomainEvent,
    ): Promise<'done' | 'taken' | 'placed'> {
      const { $push, $set } = pushEvents(event);
      const filter = { _id: slotId, courseId, activityId };
      try {
        const { matchedCount } =
          groupId === null
            ? await Slots.updateOne(
                { ...filter, groupId: before ?? '' },
                // Who was not there is said of the group that has left it.
                { $unset: { groupId: 1 }, $set: { absentIds: [], ...$set }, $push },
              )
            : await Slots.updateOne(
                { ...filter, groupId: { $exists: false } },
                { $set: { groupId, ...$set }, $push },
              );
        return matchedCount > 0 ? 'done' : 'taken';
      } catch (error) {
        if (isDuplicateKey(error)) return 'placed';
        throw error;
      }
    },

    /** When a group presents, and who of it was not there; null: everybody was, as far as is noted. */
    async findAbsent({ courseId }: CourseScope, activityId: string, groupId: string) {
      const found = await Slots.findOne(
        { courseId, activityId, groupId, 'absentIds.0': { $exists: true } },
        { startsAt: 1, absentIds: 1 },
      ).lean<Pick<Slot, 'startsAt' | 'absentIds'>>();
      return found && { at: found.startsAt, memberIds: found.absentIds };
    },

    async noteAbsent(
      { courseId }: CourseScope,
      { slotId, activityId }: Pick<Slot, 'slotId' | 'activityId'>,
      absentIds: readonly string[],
      event: DomainEvent,
    ): Promise<void> {
      const { $push, $set } = pushEvents(event);
      await Slots.updateOne({ _id: slotId, courseId, activityId }, { $set: { absentIds, ...$set }, $push });
    },
  };
}
