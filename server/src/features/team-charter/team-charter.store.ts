import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Charter, CharterKey, CharterLine, CharterVersion, Texts } from './team-charter.domain.ts';

/** `_id`: activity/group. */
type CharterDocument = Charter & Eventful & { _id: string; courseId: string };
/** A version that another one has replaced. `_id`: activity/group/version/step. */
type VersionDocument = CharterVersion & { _id: string; courseId: string; charterId: string; step: number };

/** Earlier versions that are read: the newest. */
const EARLIER_MAX = 50;

const required = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const schema = new Schema<CharterDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    draft: mixed,
    revision: number,
    savedBy: { type: String, default: null } as never,
    savedAt: { type: Date, default: null } as never,
    step: number,
    current: mixed,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, activityId: 1 });

const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    charterId: required,
    step: number,
    version: number,
    by: required,
    at: { type: Date, required: true },
    texts: mixed,
    agreements: mixed,
  },
  options,
).index({ courseId: 1, charterId: 1, step: -1 });

const idOf = ({ activityId, groupId }: CharterKey): string => `${activityId}/${groupId}`;

export type CharterStore = ReturnType<typeof createCharterStore>;

/** Queries of `teamCharters`, what groups write and agree to, and of `teamCharterVersions`, what they had before. */
export function createCharterStore(connection: Connection) {
  const Charters = defineCollection(connection, 'teamCharters', schema, { events: true });
  const Versions = defineCollection(connection, 'teamCharterVersions', versionSchema);
  return {
    async find({ courseId }: CourseScope, key: CharterKey): Promise<Charter | null> {
      const found = await Charters.findOne({ _id: idOf(key), courseId }).lean<CharterDocument>();
      if (!found) return null;
      const { _id, courseId: _course, events, eventsSince, ...charter } = found;
      return charter;
    },

    /** Of all groups of a project, without what they have written. */
    listOf: ({ courseId }: CourseScope, activityId: string): Promise<CharterLine[]> =>
      Charters.find(
        { courseId, activityId },
        { groupId: 1, 'current.version': 1, 'current.at': 1, 'current.agreements': 1 },
      ).lean<CharterLine[]>(),

    /** What was replaced, the newest first. */
    async listEarlier({ courseId }: CourseScope, key: CharterKey): Promise<CharterVersion[]> {
      const found = await Versions.find({ courseId, charterId: idOf(key) })
        .sort({ step: -1 })
        .limit(EARLIER_MAX)
        .lean<VersionDocument[]>();
      // Two at once may have left a version twice: the later has every agreement.
      const seen = new Set<number>();
      return found.filter(({ version }) => !seen.has(version) && seen.add(version));
    },

    /** @returns false when somebody has saved meanwhile */
    async saveDraft(
      { courseId }: CourseScope,
      key: CharterKey,
      draft: Texts,
      { revision, by, at }: { readonly revision: number; readonly by: string; readonly at: Date },
    ): Promise<boolean> {
      const _id = idOf(key);
      const { activityId, groupId } = key;
      const saved = { draft, savedBy: by, savedAt: at };
      if (revision === 0) {
        const fresh = { revision: 1, step: 0, current: null, events: [] };
        return insertOnce(Charters, { _id, courseId, activityId, groupId, ...saved, ...fresh });
      }
      const { matchedCount } = await Charters.updateOne(
        { _id, courseId, revision },
        { $set: saved, $inc: { revision: 1 } },
      );
      return matchedCount > 0;
    },

    /**
     * Puts another version in the place of the one that stands, which is kept, or adds an agreement to it; with its event.
     *
     * @returns false when somebody was faster
     */
    async advance(
      { courseId }: CourseScope,
      { revision, step, current: stood, ...key }: Charter,
      current: CharterVersion,
      event: DomainEvent,
    ): Promise<boolean> {
      const _id = idOf(key);
      const isNew = current.version !== stood?.version;
      if (stood && isNew) {
        const kept = `${_id}/${stood.version}/${step}`;
        await insertOnce(Versions, { _id: kept, courseId, charterId: _id, step, ...stood });
      }
      const { $push, $set } = pushEvents(event);
      const { matchedCount } = await Charters.updateOne(
        // What is put to the group is the draft that was decided on.
        { _id, courseId, step, ...(isNew && { revision }) },
        { $set: { current, ...$set }, $inc: { step: 1 }, $push },
      );
      return matchedCount > 0;
    },
  };
}
