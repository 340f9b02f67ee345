import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import { createGroupExtensionStore, MEMBER_EXTENSIONS } from './group-extensions.store.ts';
import type { ExtensionOfGroup, MemberExtensions } from './timeline.domain.ts';
import type { Accommodation, ChangesLookup, Extension, TimelineChanges } from '../../core/timeline.ts';

/** What staff note beside a change of somebody's dates. */
interface Noted {
  readonly reason: string;
  /** Counts the changes; the first makes it 1. */
  readonly revision: number;
  readonly changedAt: Date;
}

export interface StoredExtension extends Extension, Noted {
  readonly activityId: string;
  readonly memberId: string;
}

export interface StoredAccommodation extends Accommodation, Noted {
  readonly memberId: string;
}

/** `_id`: activity/member. */
type ExtensionDocument = StoredExtension & Eventful & { _id: string; courseId: string };
/** `_id`: the member. */
type AccommodationDocument = Omit<StoredAccommodation, 'memberId'> &
  Eventful & { _id: string; courseId: string };

const EXTENSIONS = 'extensions';
const ACCOMMODATIONS = 'accommodations';

/** Members with dates of their own whom one list names. */
const CHANGED_MAX = 10_000;

const required = { type: String, required: true };
const number = { type: Number, required: true };
const noted = {
  courseId: required,
  zone: required,
  reason: { type: String, default: '' },
  revision: number,
  changedAt: { type: Date, required: true },
  events: { type: [Schema.Types.Mixed] as never },
  eventsSince: Date,
};
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const extensionSchema = new Schema<ExtensionDocument>(
  {
    _id: required,
    activityId: required,
    memberId: required,
    until: { type: Schema.Types.Mixed, required: true } as never,
    ...noted,
  },
  options,
).index({ courseId: 1, activityId: 1, _id: 1 });

const accommodationSchema = new Schema<AccommodationDocument>(
  { _id: required, percent: number, days: number, ...noted },
  options,
).index({ courseId: 1, _id: 1 });

const toExtension = ({ _id, courseId, events, eventsSince, ...rest }: ExtensionDocument): StoredExtension =>
  rest;
const toAccommodation = ({
  _id,
  courseId,
  events,
  eventsSince,
  ...rest
}: AccommodationDocument): StoredAccommodation => ({ memberId: _id, ...rest });

const extensionId = (activityId: string, memberId: string): string => `${activityId}/${memberId}`;

/** What the stages leave in a row. */
interface LookedUp {
  readonly ownExtensions?: readonly ExtensionDocument[];
  readonly ownAccommodations?: readonly AccommodationDocument[];
  /** As stored: those that are older than a field do without. */
  readonly groupExtensions?: readonly Partial<MemberExtensions>[];
}

/** All that changes one member's dates in an activity, with what staff noted beside it. */
export interface StoredChanges extends TimelineChanges {
  readonly extension: StoredExtension | null;
  readonly accommodation: StoredAccommodation | null;
  readonly ofGroups: readonly ExtensionOfGroup[];
  /** By the LMS, where it leads; none or one. */
  readonly byLms: readonly Extension[];
  /** Prerequisites that the member has met, by their keys. */
  readonly met: readonly string[];
  readonly releasedAt: Date | null;
}

/** Takes what the stages of `changesLookup` left in a row out of it. */
export function takeStored<Row extends object>(found: Row): { row: Row; changes: StoredChanges } {
  const {
    ownExtensions: [extension] = [],
    ownAccommodations: [accommodation] = [],
    groupExtensions = [],
    ...row
  } = found as Row & LookedUp;
  const own = extension ? toExtension(extension) : null;
  const ofGroups = groupExtensions.flatMap(({ extensions = [] }) => extensions);
  const byLms = groupExtensions.flatMap(({ lms }) => lms ?? []);
  const changes: StoredChanges = {
    extension: own,
    extensions: [...(own ? [own] : []), ...ofGroups, ...byLms],
    accommodation: accommodation ? toAccommodation(accommodation) : null,
    ofGroups,
    byLms,
    met: groupExtensions.flatMap(({ met = [] }) => met),
    releasedAt: groupExtensions[0]?.releasedAt ?? null,
  };
  return { row: row as unknown as Row, changes };
}

/** What changes a member's dates comes along with rows of other collections, in their own round trip. */
export const changesLookup: ChangesLookup = {
  stages: (key, member) => [
    { $lookup: { from: EXTENSIONS, localField: key, foreignField: '_id', as: 'ownExtensions' } },
    { $lookup: { from: ACCOMMODATIONS, localField: member, foreignField: '_id', as: 'ownAccommodations' } },
    { $lookup: { from: MEMBER_EXTENSIONS, localField: key, foreignField: '_id', as: 'groupExtensions' } },
  ],
  take<Row extends object>(found: Row) {
    const { row, changes } = takeStored(found);
    const { extensions, accommodation, met, releasedAt } = changes;
    // Reasons stay here: nobody else needs them.
    return {
      row,
      changes: {
        extensions: extensions.map(({ until, zone }) => ({ until, zone })),
        accommodation: accommodation && {
          percent: accommodation.percent,
          days: accommodation.days,
          zone: accommodation.zone,
        },
        met,
        releasedAt,
      },
    };
  },
};

export type TimelineStore = ReturnType<typeof createTimelineStore>;

/** Queries of `extensions`, `accommodations`, and of what groups have. */
export function createTimelineStore(connection: Connection) {
  const groups = createGroupExtensionStore(connection);
  const Extensions = defineCollection(connection, EXTENSIONS, extensionSchema, { events: true });
  const Accommodations = defineCollection(connection, ACCOMMODATIONS, accommodationSchema, { events: true });

  /** By member. */
  async function findAccommodations(
    { courseId }: CourseScope,
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, StoredAccommodation>> {
    const found = await Accommodations.find({ _id: { $in: memberIds }, courseId }).lean<
      AccommodationDocument[]
    >();
    return new Map(found.map((one) => [one._id, toAccommodation(one)]));
  }

  return {
    findAccommodations,

    /** More time for whole groups. */
    groups,

    /** What changes the dates of some members in an activity, by member; three round trips at once. */
    async find(scope: CourseScope, activityId: string, memberIds: readonly string[]) {
      const _id = { $in: memberIds.map((id) => extensionId(activityId, id)) };
      const [found, accommodations, byGroups] = await Promise.all([
        Extensions.find({ _id, courseId: scope.courseId }).lean<ExtensionDocument[]>(),
        findAccommodations(scope, memberIds),
        groups.findOfIn(scope, activityId, memberIds),
      ]);
      const extensions = new Map(found.map((one) => [one.memberId, toExtension(one)]));
      const others: ReadonlyMap<string, readonly Extension[]> = new Map(
        byGroups.map((one) => [one.memberId, [...one.extensions, ...(one.lms ? [one.lms] : [])]]),
      );
      const met: ReadonlyMap<string, readonly string[]> = new Map(
        byGroups.flatMap((one) => (one.met.length > 0 ? [[one.memberId, one.met]] : [])),
      );
      const released: ReadonlyMap<string, Date> = new Map(
        byGroups.flatMap((one) => (one.releasedAt ? [[one.memberId, one.releasedAt]] : [])),
      );
      return { extensions, accommodations, others, met, released };
    },

    /** Members who have an extension in the activity or an accommodation; three round trips at once. */
    async listChanged(scope: CourseScope, activityId: string): Promise<string[]> {
      const { courseId } = scope;
      const [extended, accommodated, byGroups] = await Promise.all([
        Extensions.find({ courseId, activityId }, { memberId: 1 })
          .limit(CHANGED_MAX)
          .lean<{ memberId: string }[]>(),
        Accommodations.find({ courseId }, { _id: 1 }).limit(CHANGED_MAX).lean<{ _id: string }[]>(),
        groups.listMembersWith(scope, activityId),
      ]);
      return [
        ...new Set([
          ...extended.map(({ memberId }) => memberId),
          ...accommodated.map(({ _id }) => _id),
          ...byGroups,
        ]),
      ];
    },

    /** Extensions of an activity that are in force, by member: the page after `after`. */
    async listExtensions(
      scope: CourseScope,
      activityId: string,
      after: string | null,
      limit: number,
    ): Promise<StoredExtension[]> {
      const found = await Extensions.find({
        courseId: scope.courseId,
        activityId,
        until: { $ne: {} },
        ...(after !== null && { _id: { $gt: extensionId(activityId, after) } }),
      })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<ExtensionDocument[]>();
      return found.map(toExtension);
    },

    /** Writes an extension over the one before it. @returns false when somebody was faster */
    async saveExtension(
      scope: CourseScope,
      { activityId, memberId, ...fields }: StoredExtension,
      event: DomainEvent,
    ): Promise<boolean> {
      const _id = extensionId(activityId, memberId);
      const { courseId } = scope;
      if (fields.revision === 1) {
        const fresh = { _id, courseId, activityId, memberId, ...fields };
        return insertOnce(Extensions, { ...fresh, events: [event], eventsSince: event.at });
      }
      const { $push, $set } = pushEvents(event);
      const result = await Extensions.updateOne(
        { _id, courseId, revision: fields.revision - 1 },
        { $set: { ...fields, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** Writes an accommodation over the one before it. @returns false when somebody was faster */
    async saveAccommodation(
      scope: CourseScope,
      { memberId, ...fields }: StoredAccommodation,
      event: DomainEvent,
    ): Promise<boolean> {
      const { courseId } = scope;
      if (fields.revision === 1) {
        const fresh = { _id: memberId, courseId, ...fields };
        return insertOnce(Accommodations, { ...fresh, events: [event], eventsSince: event.at });
      }
      const { $push, $set } = pushEvents(event);
      const result = await Accommodations.updateOne(
        { _id: memberId, courseId, revision: fields.revision - 1 },
        { $set: { ...fields, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },
  };
}
